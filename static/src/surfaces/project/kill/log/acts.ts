// The record of acts: read page by page, in words, and as a table.
import type { ActView } from '../../../../../../src/contract/decision-procedures';
import type { Output } from '../../../../../../src/contract/procedures';
import { addDays, isDay, startOfDay } from '../../../../../../src/domain/days';
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

type KindName = keyof typeof killLog.actKind;
export const ACT_KINDS = Object.keys(killLog.actKind) as KindName[];

/** A kind that is not known yet is said as it is kept. */
export const actKindWords = (kind: string): string =>
  ACT_KINDS.some((one) => one === kind) ? killLog.actKind[kind as KindName] : kind;

/** Whether an act is about an item, which is kept by its id; other things are kept by their names. */
export const isItem = (subject: string): boolean => /^\d+$/.test(subject);

export interface ActsFilter {
  /** Empty for all of them. */
  kind: string;
  /** Account; empty for everybody. */
  person: string;
  /** First and last day; empty, or not a whole day yet, for no bound. */
  from: string;
  to: string;
}

export const ALL_ACTS: ActsFilter = { kind: '', person: '', from: '', to: '' };

/** Whether it was done before the first day, by the days of a zone. */
export const isBefore = ({ at }: ActView, { from }: ActsFilter, zone: string): boolean =>
  isDay(from) && at < startOfDay(from, zone);

export const actFits = (act: ActView, filter: ActsFilter, zone: string): boolean =>
  (filter.kind === '' || act.kind === filter.kind) &&
  (filter.person === '' || act.by === filter.person) &&
  !isBefore(act, filter, zone) &&
  !(isDay(filter.to) && act.at >= startOfDay(addDays(filter.to, 1), zone));

/** All that fits, with a word after each page. @throws {CallError} */
export async function readAllActs(
  projectId: string,
  filter: ActsFilter,
  zone: string,
  onPage: (count: number) => void,
): Promise<ActView[]> {
  const found: ActView[] = [];
  const kinds = filter.kind === '' ? null : [filter.kind];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { acts, next }: Page = await readActs(projectId, kinds, after);
    found.push(...acts.filter((act) => actFits(act, filter, zone)));
    onPage(found.length);
    const last = acts.at(-1);
    after = last && isBefore(last, filter, zone) ? null : next;
    if (after === null) break;
  }
  return found;
}

const jsonOf = (value: unknown): string =>
  value === null || value === undefined ? '' : JSON.stringify(value);

/** Moments in ISO form; kinds in words and as they are kept; what stood before and after as JSON. */
export function actsTable(
  acts: readonly ActView[],
  nameOf: (accountId: string) => string,
  keyOf: (itemId: string) => string,
): { header: string[]; rows: Cell[][] } {
  return {
    header: Object.values(killLog.acts.columns),
    rows: acts.map(({ at, kind, subject, by, before, after }) => [
      new Date(at).toISOString(),
      actKindWords(kind),
      kind,
      isItem(subject) ? keyOf(subject) : subject,
      by,
      nameOf(by),
      jsonOf(before),
      jsonOf(after),
    ]),
  };
}
