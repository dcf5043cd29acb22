// Ids of goals and agreements are found by everywhere: readings and signatures stand under them. So no
// project takes one in that another has.
import { z } from 'zod';
import { goalId } from '../../contract/fields';
import type { ProjectSettings } from '../../domain/rules';
import type { DataRecord, Ports } from '../../ports';
import { sideBySide } from '../side-by-side';

/** Ids of the goals and agreements that a project has now. */
export const ownIds = ({ goals, agreements }: ProjectSettings): ReadonlySet<string> =>
  new Set([...goals, ...agreements].map(({ id }) => id));

const named = z.array(z.object({ id: goalId }));
const brings = z
  .object({ body: z.object({ goals: named, agreements: named.default([]) }) })
  .catch({ body: { goals: [], agreements: [] } });

/** As they are named, whatever else the settings say: another version may have written them. */
const idsIn = ({ value }: DataRecord): string[] => {
  const { goals, agreements } = brings.parse(value).body;
  return [...goals, ...agreements].map(({ id }) => id);
};

/** Of the goals and agreements that settings of a file bring, those that another project has. */
export async function idsOfOthers(
  ports: Ports,
  rows: readonly DataRecord[],
  own: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const brought = rows.flatMap(idsIn);
  const asked = brought.filter((id) => !own.has(id));
  if (asked.length === 0) return new Set();
  // Every project that ever saved settings has a place in the round.
  const projects = await ports.scans.due('any');
  const pages = await sideBySide(projects, (id) => ports.data.page(id, 'settings', null, 1));
  const taken = new Set(pages.flatMap(({ values }) => values.flatMap(idsIn)));
  return new Set(asked.filter((id) => taken.has(id)));
}
