// What a file has of the items themselves: how it meets what they carry now, and writing it. Answers are
// written as the reader; flags are the app's, so they are handed to it.
import { canonical, PROPERTY_KEYS, readFlag } from '../../../../../src/contract/properties';
import type { FileRow } from '../../../../../src/contract/data-file';
import { DATA_FLAG_KINDS, DATA_FLAGS } from '../../../../../src/contract/limits';
import { endOf, type RowEnd } from '../../../../../src/domain/data';
import { CallError } from '../../../forge';
import { patiently, sideBySide, StoppedError, type Means, type Watcher } from './means';
import { backendRow } from '../../../messages/backend';
import { settingsData } from '../../../messages/settings-data';

/** How a row ends, and what there is to write for it. */
export interface ItemPlan {
  row: FileRow;
  end: RowEnd;
  why?: string;
  /** The answer as the file has it. */
  answer?: unknown;
  flag?: Record<string, unknown>;
}

const refused = (row: FileRow, why: string): ItemPlan => ({ row, end: 'refused', why });

const stateOf = (there: unknown, wanted: unknown): 'none' | 'same' | 'other' =>
  there === undefined ? 'none' : canonical(there) === canonical(wanted) ? 'same' : 'other';

/**
 * Which of two ends stands for the row. A part that is not taken is told beside it: the row itself is
 * refused only where nothing of it is taken, now or by replacing what is here.
 */
const ORDER: readonly RowEnd[] = ['kept', 'replaced', 'added', 'refused', 'same'];

function planOf(row: FileRow, there: Record<string, unknown>, replace: boolean): ItemPlan {
  const { answer, flag } = row.value;
  const ends: RowEnd[] = ['same'];
  const plan: ItemPlan = { row, end: 'same' };
  if (answer !== undefined) {
    const end = endOf('items', stateOf(there[PROPERTY_KEYS.answer], answer), replace);
    const writes = end === 'added' || end === 'replaced';
    // Word for word, whoever wrote it and however: nobody believes an answer when it is read.
    if (writes) plan.answer = answer;
    ends.push(end);
  }
  if (flag !== undefined) {
    const end = endOf('items', stateOf(there[PROPERTY_KEYS.flag], flag), replace);
    const writes = end === 'added' || end === 'replaced';
    // The app writes flags, and only as flags are. Said also while it is still there: after an
    // erasure it could not come back. The answer beside it does.
    if (readFlag(flag).kind !== 'value') {
      plan.why = settingsData.import.flag;
      ends.push('refused');
    } else {
      if (writes) plan.flag = flag as Record<string, unknown>;
      ends.push(end);
    }
  }
  return { ...plan, end: ORDER.find((one) => ends.includes(one)) ?? 'same' };
}

/** How rows about items would end, by what the items carry now. */
export async function planItems(
  means: Means,
  watcher: Watcher,
  projectId: string,
  rows: readonly FileRow[],
  replace: boolean,
): Promise<ItemPlan[]> {
  const isId = ({ key }: FileRow): boolean => /^[0-9]{1,19}$/.test(key);
  const issueIdsOrKeys = rows.filter(isId).map(({ key }) => key);
  const properties = [PROPERTY_KEYS.answer, PROPERTY_KEYS.flag];
  const { issues } =
    issueIdsOrKeys.length === 0
      ? { issues: [] }
      : await patiently(means, watcher, () =>
          means.jira('bulkFetch', { body: { issueIdsOrKeys, fields: ['project'], properties } }),
        );
  const here = new Map(
    issues
      .filter(({ fields }) => fields?.project?.id === projectId)
      .map((issue) => [issue.id, issue.properties ?? {}]),
  );
  return rows.map((row) => {
    const there = here.get(row.key);
    return there ? planOf(row, there, replace) : refused(row, backendRow.item);
  });
}

/** Writes answers as the reader; what Jira refuses is said in the plan. @throws {StoppedError} */
export async function writeAnswers(
  means: Means,
  watcher: Watcher,
  plans: readonly ItemPlan[],
): Promise<void> {
  await sideBySide(
    plans.filter(({ answer }) => answer !== undefined),
    async (plan) => {
      const params = { issueIdOrKey: plan.row.key, propertyKey: PROPERTY_KEYS.answer };
      try {
        await patiently(means, watcher, () =>
          means.jira('setIssueProperty', { params, body: plan.answer }),
        );
      } catch (error) {
        const isOne = error instanceof CallError && error.code !== 'rate_limited';
        if (error instanceof StoppedError || !isOne) throw error;
        plan.end = 'refused';
        plan.why = error.message;
      }
    },
  );
}

/** Notes that a flag was not written; an answer of the same row was by then. */
export function refuseFlag(plan: ItemPlan, why: string): void {
  plan.why = why;
  if (plan.answer === undefined) plan.end = 'refused';
}

type Flagged = { itemId: string; flag: Record<string, unknown> };

/** Flags in parts of a few different ones: each of those is a task of Jira's. */
export function flagParts(plans: readonly ItemPlan[]): Flagged[][] {
  const parts: Flagged[][] = [];
  let part: Flagged[] = [];
  let kinds = new Set<string>();
  for (const { row, end, flag } of plans) {
    if (flag === undefined || end === 'refused') continue;
    const kind = canonical(flag);
    const isFull =
      part.length === DATA_FLAGS || (kinds.size === DATA_FLAG_KINDS && !kinds.has(kind));
    if (isFull) {
      parts.push(part);
      part = [];
      kinds = new Set();
    }
    kinds.add(kind);
    part.push({ itemId: row.key, flag });
  }
  return part.length > 0 ? [...parts, part] : parts;
}
