// Ids of goals and agreements are found by everywhere: readings and signatures stand under them. So no
// project takes one in that another has.
import { z } from 'zod';
import { goalId } from '../../contract/fields';
import type { ProjectSettings } from '../../domain/rules';
import type { DataRecord, Ports } from '../../ports';

/** Ids of the goals and agreements that a project has now. */
export const ownIds = ({ goals, agreements }: ProjectSettings): ReadonlySet<string> =>
  new Set([...goals, ...agreements].map(({ id }) => id));

const named = z.array(z.object({ id: goalId }));
const brings = z.object({
  body: z.object({ goals: named, agreements: named.default([]) }),
});

/** As they are named, whatever else the settings say: another version may have written them. */
const idsIn = ({ value }: DataRecord): string[] => {
  const { data } = brings.safeParse(value);
  return data ? [...data.body.goals, ...data.body.agreements].map(({ id }) => id) : [];
};

/** Settings of other projects that are read side by side. */
const AT_ONCE = 10;

/** Of the goals and agreements that settings of a file bring, those that another project has. */
export async function idsOfOthers(
  ports: Ports,
  projectId: string,
  rows: readonly DataRecord[],
  own: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const brought = rows.flatMap(idsIn);
  const asked = brought.filter((id) => !own.has(id));
  if (asked.length === 0) return new Set();
  // Every project that ever saved settings has a place in the round.
  const others = (await ports.scans.due('any')).filter((id) => id !== projectId);
  const taken = new Set<string>();
  for (let from = 0; from < others.length; from += AT_ONCE) {
    const pages = await Promise.all(
      others.slice(from, from + AT_ONCE).map((id) => ports.data.page(id, 'settings', null, 1)),
    );
    for (const id of pages.flatMap(({ values }) => values.flatMap(idsIn))) taken.add(id);
  }
  return new Set(asked.filter((id) => taken.has(id)));
}
