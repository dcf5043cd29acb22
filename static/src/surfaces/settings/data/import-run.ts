// Takes a file in: looks first, then writes, part by part. What is through is remembered by the app, so
// that the same file goes on where it stopped.
import type { DataFile } from '../../../../../src/contract/data-file';
import type { DataJob } from '../../../../../src/contract/data-procedures';
import {
  addTally,
  NO_ROWS,
  tallyOf,
  type DataSection,
  type StoredSection,
  type Tally,
} from '../../../../../src/domain/data';
import { partsOf, type FilePart } from './file-parts';
import { flagParts, planItems, refuseFlag, writeAnswers } from './item-rows';
import {
  createPace,
  expectGoing,
  LATER_WAIT_MS,
  patiently,
  WAIT_MS,
  type Means,
  type Watcher,
} from './means';

/** A row that is not taken, by its line in the file. */
export interface Refusal {
  line: number;
  section: DataSection;
  why: string;
}

export interface FileOutcome {
  tally: Tally;
  sections: Partial<Record<DataSection, Tally>>;
  refused: Refusal[];
}

export type ImportProgress = (done: number, of: number) => void;

interface PartOutcome {
  tally: Tally;
  refused: { at: number; why: string }[];
}

function collect(outcome: FileOutcome, { section, rows }: FilePart, part: PartOutcome): void {
  outcome.tally = addTally(outcome.tally, part.tally);
  outcome.sections[section] = addTally(outcome.sections[section] ?? NO_ROWS, part.tally);
  for (const { at, why } of part.refused)
    outcome.refused.push({ line: rows[at]?.line ?? 0, section, why });
}

const emptyOutcome = (): FileOutcome => ({ tally: NO_ROWS, sections: {}, refused: [] });

const sent = (part: FilePart) => part.rows.map(({ key, value }) => ({ key, value }));

/** Goals and agreements that the settings of a file bring. */
function broughtIds({ rows }: DataFile): string[] {
  const body = rows.find(({ section }) => section === 'settings')?.value['body'];
  const lists = ['goals', 'agreements'].map((name) => (body as Record<string, unknown>)?.[name]);
  return lists
    .flatMap((list) => (Array.isArray(list) ? (list as { id?: unknown }[]) : []))
    .map(({ id }) => id)
    .filter((id): id is string => typeof id === 'string');
}

/** What taking the file in would do. Nothing is written. @throws {StoppedError} {CallError} */
export async function checkFile(
  means: Means,
  watcher: Watcher,
  projectId: string,
  file: DataFile,
  onProgress: ImportProgress,
): Promise<FileOutcome> {
  const outcome = emptyOutcome();
  const pace = createPace(means);
  const goalIds = broughtIds(file);
  for (const part of partsOf(file)) {
    onProgress(part.from, file.rows.length);
    if (part.section === 'items') {
      const plans = await planItems(means, watcher, projectId, part.rows, false);
      collect(outcome, part, itemsOutcome(plans));
      continue;
    }
    const section: StoredSection = part.section;
    const found = await patiently(means, watcher, () =>
      means.call('data.check', { projectId, section, rows: sent(part), goalIds }),
    );
    collect(outcome, part, found);
    await pace(part.rows.length);
  }
  onProgress(file.rows.length, file.rows.length);
  return outcome;
}

const itemsOutcome = (plans: Awaited<ReturnType<typeof planItems>>): PartOutcome => ({
  tally: tallyOf(plans.map(({ end }) => end)),
  refused: plans.flatMap(({ why }, at) => (why === undefined ? [] : [{ at, why }])),
});

interface Taken extends FileOutcome {
  job: DataJob;
}

/**
 * Takes the rows after the first `done` in, then shows everything on the items.
 * @throws {StoppedError} {CallError}; what is through stays
 */
export async function takeFile(
  means: Means,
  watcher: Watcher,
  {
    projectId,
    file,
    replace,
    done,
  }: { projectId: string; file: DataFile; replace: boolean; done: number },
  onProgress: ImportProgress,
): Promise<Taken> {
  const outcome = emptyOutcome();
  const pace = createPace(means);
  const of = file.rows.length;
  const base = { projectId, file: file.id, of, replace };
  let job: DataJob | null = null;

  async function takeItems(part: FilePart): Promise<DataJob> {
    const { from } = part;
    const plans = await planItems(means, watcher, projectId, part.rows, replace);
    await writeAnswers(means, watcher, plans);
    for (const flags of flagParts(plans)) {
      const ask = () => means.call('data.items', { ...base, from, tally: NO_ROWS, flags });
      let answer = await patiently(means, watcher, ask);
      for (let looks = 1; answer.job.waits; looks += 1) {
        await means.sleep(looks < 3 ? WAIT_MS : LATER_WAIT_MS);
        answer = await patiently(means, watcher, ask);
      }
      const { refused } = answer;
      for (const { at, why } of refused) {
        const plan = plans.find(({ row }) => row.key === flags[at]?.itemId);
        if (plan) refuseFlag(plan, why);
      }
    }
    const ends = itemsOutcome(plans);
    collect(outcome, part, ends);
    const answer = await patiently(means, watcher, () =>
      means.call('data.items', { ...base, from, tally: ends.tally, flags: [] }),
    );
    return answer.job;
  }

  async function takeRecords(part: FilePart, section: StoredSection): Promise<DataJob> {
    const answer = await patiently(means, watcher, () =>
      means.call('data.import', { ...base, from: part.from, section, rows: sent(part) }),
    );
    collect(outcome, part, answer);
    await pace(part.rows.length);
    return answer.job;
  }

  const parts = partsOf(file, done);
  if (parts.length === 0)
    job = (
      await patiently(means, watcher, () =>
        means.call('data.items', { ...base, from: of, tally: NO_ROWS, flags: [] }),
      )
    ).job;
  for (const part of parts) {
    expectGoing(watcher);
    onProgress(part.from, of);
    job = part.section === 'items' ? await takeItems(part) : await takeRecords(part, part.section);
  }
  onProgress(of, of);
  if (!job) throw new RangeError('a file without rows');
  return { ...outcome, job };
}
