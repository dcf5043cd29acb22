// Results, postponements and sortings of one item by two people at once, in every order of their
// steps, and with calls that fail. What is told as kept is kept, and the item shows what storage says.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fingerprint } from '../../src/contract/fingerprint';
import { readAnswer, writeAnswer } from '../../src/contract/properties';
import type { KeptAnswer } from '../../src/domain/answer';
import { AppError } from '../../src/domain/errors';
import { valueOf } from '../../src/domain/item';
import { sortedAnswer, sortingOf, resultOfSorting, type Sorting } from '../../src/domain/sort';
import type { Ports } from '../../src/ports';
import { giveResult } from '../../src/usecases/give-result';
import { postponeResult } from '../../src/usecases/postpone-result';
import { saveAnswer } from '../../src/usecases/save-answer';
import { sortItem, undoSort } from '../../src/usecases/sort-item';
import { anAnswer } from '../support/builders';
import { failing, oneItem, type OneItem, type Step } from './one-item';
import { LONG_TRIES, runsOf } from '../support/runs';

const DONE = { category: 'done' as const };
const TODAY = '2026-06-10';
const codeOf = (work: Promise<unknown>, refusals: AppError[] = []) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof AppError) refusals.push(error);
      return error instanceof AppError ? error.code : 'threw';
    },
  );
const answerIn = (held: OneItem) => valueOf(readAnswer(held.property));

/** The item holds this answer, saved through Ladder by nobody in particular. */
function startWith(held: OneItem, answer: KeptAnswer | null): string | null {
  held.property = answer === null ? undefined : writeAnswer(answer);
  return fingerprint(held.property);
}

const give = (ports: Ports, by: string, result: 'moved' | 'flat', rev: number) =>
  giveResult(ports, by, { itemId: '1', result, rev });
const later = (ports: Ports, by: string, checkBy: string, rev: number) =>
  postponeResult(ports, by, { itemId: '1', checkBy, delivered: true, rev });
const sort = (ports: Ports, by: string, sorting: Sorting, seen: string | null, rev = 0) =>
  sortItem(ports, by, { itemId: '1', sort: sorting, seen, rev });

/** The property shows what storage says, wherever storage says that it does. */
function expectShown(held: OneItem): void {
  const { result, shownResult } = held;
  if (!result?.written) return;
  expect(shownResult?.result ?? null).toBe(result.given?.result ?? null);
}
/** A sorted answer and its result stand together. */
function expectWhole(held: OneItem): void {
  const sorting = sortingOf(answerIn(held));
  if (sorting) expect(held.result?.given?.result ?? null).toBe(resultOfSorting(sorting));
}

type Deed = (ports: Ports, seen: string | null) => Promise<unknown>;
async function atOnce(
  before: KeptAnswer | null,
  deeds: readonly Deed[],
  scheduler: fc.Scheduler,
  first?: Deed,
) {
  const refusals: AppError[] = [];
  let ordered = false;
  const step: Step = async (name, run) =>
    ordered ? scheduler.schedule(Promise.resolve(), name).then(run) : run();
  const { ports, held } = oneItem(step, DONE);
  let seen = startWith(held, before);
  await first?.(ports, seen);
  seen = fingerprint(held.property);
  ordered = true;
  const all = Promise.all(deeds.map((deed) => codeOf(deed(ports, seen), refusals)));
  const told = await scheduler.waitFor(all);
  return { told, held, refusals };
}

test('of two results over the same view one is kept and shown, and the other is told what was said', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const deeds: Deed[] = [
        (ports) => give(ports, 'one', 'moved', 0),
        (ports) => give(ports, 'two', 'flat', 0),
      ];
      const { told, held, refusals } = await atOnce(anAnswer(), deeds, scheduler);
      expect([...told].sort()).toEqual(['conflict', 'done']);
      expect(refusals).toMatchObject([{ details: { given: held.result?.given } }]);
      expect(held.result?.given?.by).toBe(told[0] === 'done' ? 'one' : 'two');
      expect(held.result?.written).toBe(true);
      expect(held.acts).toHaveLength(1);
      expectShown(held);
    }),
    runsOf(30, LONG_TRIES),
  );
});

test('a result and "too early" at once: one of them counts, and both are told the truth', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const deeds: Deed[] = [
        (ports) => give(ports, 'one', 'moved', 0),
        (ports) => later(ports, 'two', '2026-07-01', 0),
      ];
      const { told, held } = await atOnce(anAnswer(), deeds, scheduler);
      expect([...told].sort()).toEqual(['conflict', 'done']);
      const postponed = told[1] === 'done';
      expect(held.result?.later).toHaveLength(postponed ? 1 : 0);
      expect(held.result?.given?.result ?? null).toBe(postponed ? null : 'moved');
      expect(answerIn(held)?.checkBy).toBe(postponed ? '2026-07-01' : '2026-12-01');
      expectShown(held);
    }),
    runsOf(30, LONG_TRIES),
  );
});

test('"too early" while somebody rewords the answer: no text is lost, and the date is kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const { state: _state, when: _when, answered: _answered, ...typed } = anAnswer();
      const deeds: Deed[] = [
        (ports, seen) =>
          saveAnswer(ports, 'one', { itemId: '1', seen, answer: { ...typed, by: 'reworded' } }),
        (ports) => later(ports, 'two', '2027-01-05', 0),
      ];
      const { told, held } = await atOnce(anAnswer(), deeds, scheduler);
      expect(told[1]).toBe('done');
      if (told[0] === 'done') expect(answerIn(held)?.by).toBe('reworded');
      const [postponed] = held.result?.later ?? [];
      expect(postponed?.to).toBe('2027-01-05');
      if (postponed?.written) expect(answerIn(held)?.checkBy).toBe('2027-01-05');
    }),
    runsOf(30, LONG_TRIES),
  );
});

test('of two sortings over the same view at most one is told that it counts, and it is whole', async () => {
  const half = anAnswer({ state: 'half', goal: undefined, when: undefined, answered: undefined });
  const sortings = fc.constantFrom<Sorting>('moved', 'tested', 'run');
  const before = fc.constantFrom(null, half);
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), before, sortings, sortings, async (scheduler, start, a, b) => {
      const deeds: Deed[] = [
        (ports, seen) => sort(ports, 'one', a, seen),
        (ports, seen) => sort(ports, 'two', b, seen),
      ];
      const { told, held } = await atOnce(start, deeds, scheduler);
      const counted = told.filter((code) => code === 'done');
      // Two who say the same of the same have said it once.
      expect(counted.length).toBeLessThanOrEqual(a === b ? 2 : 1);
      if (counted.length === 1) expect(sortingOf(answerIn(held))).toBe(told[0] === 'done' ? a : b);
      expectWhole(held);
      expectShown(held);
    }),
    runsOf(30, LONG_TRIES),
  );
});

test('sorting, taking it back and answering at once leave an answer and a result that agree', async () => {
  const first: Deed = (ports, seen) => sort(ports, 'one', 'moved', seen);
  const typed = {
    why: 'move' as const,
    by: 'typed',
    expect: 'y',
    goal: 'g1',
    checkBy: '2026-12-01',
  };
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.constantFrom<Sorting>('moved', 'tested', 'run'),
      async (scheduler, again) => {
        const deeds: Deed[] = [
          async (ports, seen) => {
            const rev = (await ports.results.read('1'))?.rev ?? 0;
            return undoSort(ports, 'one', {
              itemId: '1',
              restore: null,
              seen,
              rev,
            });
          },
          async (ports, seen) =>
            sort(ports, 'two', again, seen, (await ports.results.read('1'))?.rev ?? 0),
          (ports, seen) => saveAnswer(ports, 'three', { itemId: '1', seen, answer: typed }),
        ];
        const { told, held } = await atOnce(null, deeds, scheduler, first);
        const done = told.filter((code) => code === 'done');
        if (again !== 'moved') expect(done.length).toBeLessThanOrEqual(1);
        if (told[2] === 'done') expect(answerIn(held)?.by).toBe('typed');
        if (answerIn(held) === null) expect(held.result?.given).toBeNull();
        expectWhole(held);
        expectShown(held);
      },
    ),
    runsOf(30, LONG_TRIES),
  );
});

const CALLS = [
  'value',
  'write',
  'lock',
  'read',
  'settings',
  'revision',
  'result',
  'store',
] as const;
const faults = fc.record({
  call: fc.constantFrom(...CALLS, 'show result', 'parent'),
  nth: fc.integer({ min: 1, max: 3 }),
  /** The call takes effect, only its reply is lost. */
  after: fc.boolean(),
  times: fc.integer({ min: 1, max: 2 }),
});

test('whichever call of a sorting fails: it stands whole, or what was there stands', async () => {
  await fc.assert(
    fc.asyncProperty(faults, async ({ call, ...when }) => {
      const { ports, held } = oneItem(failing(call, when), DONE);
      const half = anAnswer({ state: 'half', goal: undefined, when: undefined });
      const seen = startWith(held, half);
      const told = await codeOf(sort(ports, 'one', 'moved', seen));
      if (told === 'done') expect(answerIn(held)).toEqual(sortedAnswer(half, 'moved', TODAY));
      expectShown(held);
      // With two calls lost one after the other nobody can know; each alone is told apart.
      if (when.times > 1) return;
      expectWhole(held);
      if (told !== 'done' && call !== 'value') expect(answerIn(held)).toEqual(half);
    }),
    runsOf(30, LONG_TRIES),
  );
});

test('whichever call of a result or a postponement fails, "kept" is only said of what is kept', async () => {
  await fc.assert(
    fc.asyncProperty(faults, fc.boolean(), async ({ call, ...when }, early) => {
      const { ports, held } = oneItem(failing(call, when), DONE);
      startWith(held, anAnswer());
      const work = early ? later(ports, 'one', '2026-07-01', 0) : give(ports, 'one', 'moved', 0);
      const told = await codeOf(work);
      const kept = early ? held.result?.later.length === 1 : held.result?.given?.by === 'one';
      if (told === 'done') expect(kept).toBe(true);
      else if (kept) expect(when.times).toBe(2);
      if (held.result?.later[0]?.written) expect(answerIn(held)?.checkBy).toBe('2026-07-01');
      expectShown(held);
    }),
    runsOf(30, LONG_TRIES),
  );
});
