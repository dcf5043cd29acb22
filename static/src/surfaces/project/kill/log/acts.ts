// The record of acts: read page by page, in words, and as a table.
import type { ActView } from '../../../../../../src/contract/decision-procedures';
import type { Output } from '../../../../../../src/contract/procedures';
import { call } from '../../../../forge';
import type { Cell } from '../../../../csv';
import { killLog } from '../../../../messages/project-kill-log';

type Page = Output<'acts.list'>;

/** Pages that an export reads at most: ten thousand acts. */
const MOST_PAGES = 100;

export const readActs = (
  projectId: string,
  kinds: readonly string[] | null,
  after: string | null,
): Promise<Page> =>
  call('acts.list', {
    projectId,
    ...(kinds && { kinds: [...kinds] }),
    ...(after !== null && { after }),
  });

/** Everything, with a word after each page. @throws {CallError} */
export async function readAllActs(
  projectId: string,
  kinds: readonly string[] | null,
  onPage: (count: number) => void,
): Promise<ActView[]> {
  const found: ActView[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer: Page = await readActs(projectId, kinds, after);
    found.push(...answer.acts);
    onPage(found.length);
    after = answer.next;
    if (after === null) break;
  }
  return found;
}

const jsonOf = (value: unknown): string =>
  value === null || value === undefined ? '' : JSON.stringify(value);

/** Moments in ISO form; what stood before and after as JSON. */
export function actsTable(
  acts: readonly ActView[],
  nameOf: (accountId: string) => string,
  keyOf: (subject: string) => string,
): { header: string[]; rows: Cell[][] } {
  return {
    header: Object.values(killLog.acts.columns),
    rows: acts.map(({ at, kind, subject, by, before, after }) => [
      new Date(at).toISOString(),
      kind,
      keyOf(subject),
      by,
      nameOf(by),
      jsonOf(before),
      jsonOf(after),
    ]),
  };
}
