// Who changed a part of a project's rules, and what it was before, from the records of the saves.
import { rules as rulesSchema } from '../contract/goals';
import { readBy } from '../contract/read-by';
import type { Input, Output } from '../contract/procedures';
import { canonical } from '../contract/properties';
import type { Rules } from '../domain/rules';
import type { Ports, StoredAct } from '../ports';

/** Records in one query of storage, and queries in one call. */
const PAGE = 50;
const PAGES = 4;

/** The change a record tells of; null where it does not touch these fields, or can't be read. */
function changeOf(
  { id, by, at, before, after }: StoredAct,
  fields: readonly (keyof Rules)[],
): Output<'settings.history'>['changes'][number] | null {
  const was = readBy(rulesSchema, before);
  const is = readBy(rulesSchema, after);
  if (!was.success || !is.success) return null;
  const differs = fields.some((field) => canonical(was.data[field]) !== canonical(is.data[field]));
  return differs ? { id, by, at, before: was.data, after: is.data } : null;
}

/** The latest changes of these fields first. A page may be shorter than there are changes: `next` leads on. */
export async function rulesHistory(
  ports: Ports,
  { projectId, fields, after }: Input<'settings.history'>,
): Promise<Output<'settings.history'>> {
  const changes: Output<'settings.history'>['changes'] = [];
  let next: string | null = after ?? null;
  for (let page = 0; page < PAGES; page += 1) {
    const found = await ports.acts.page(projectId, ['rules.save'], next, PAGE);
    changes.push(...found.values.flatMap((act) => changeOf(act, fields) ?? []));
    next = found.next;
    if (next === null || changes.length > 0) break;
  }
  return { changes, next };
}
