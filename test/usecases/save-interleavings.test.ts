// Two people save the same item in every order in which their steps can fall, with calls that fail.
// Nobody's text is lost in silence: who was told "saved" is on the item, or was overwritten by
// somebody who had seen it.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fingerprint } from '../../src/contract/fingerprint';
import { readAnswer } from '../../src/contract/properties';
import { AppError } from '../../src/domain/errors';
import { saveAnswer } from '../../src/usecases/save-answer';
import { failing, oneItem, type Step } from './one-item';
import { LONG_TRIES, runsOf } from '../support/runs';

const input = (by: string, seen: string | null) => ({
  itemId: '1',
  seen,
  endsDraft: true,
  answer: { why: 'move' as const, goal: 'g1', by, expect: 'y', checkBy: '2026-12-01' },
});

const textOf = (property: unknown): string | null => {
  const read = readAnswer(property);
  return read.kind === 'value' ? (read.value.by ?? null) : null;
};

test('of two saves over the same view at most one is told that it was saved, and that one stays', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const step: Step = (name, run) => scheduler.schedule(Promise.resolve(), name).then(run);
      const { ports, held } = oneItem(step);
      const saves = ['one', 'two'].map((by) =>
        saveAnswer(ports, by, input(by, null)).then(
          () => by,
          () => null,
        ),
      );
      const told = await scheduler.waitFor(Promise.all(saves));
      const saved = told.filter((by) => by !== null);
      expect(saved.length).toBeLessThanOrEqual(1);
      expect(textOf(held.property)).toBe(saved[0] ?? null);
      // The draft goes with a save that counts, and with nothing else.
      expect(held.draft).toBe(saved.length === 0);
    }),
    runsOf(30),
  );
});

test('whichever call fails, the page is told the truth', async () => {
  const faults = fc.record({
    call: fc.constantFrom('value', 'write', 'lock', 'read', 'settings', 'revision', 'draft'),
    nth: fc.integer({ min: 1, max: 3 }),
    /** The call takes effect, only its reply is lost. */
    after: fc.boolean(),
    times: fc.integer({ min: 1, max: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(faults, async ({ call, ...when }) => {
      let values = 0;
      const fault = failing(call, when);
      const { ports, held } = oneItem((name, run) => {
        if (name === 'value') values += 1;
        return fault(name, run);
      });
      const told = await saveAnswer(ports, 'one', input('mine', null)).then(
        ({ seen }) => seen,
        (error: unknown) => (error instanceof AppError ? error.code : 'threw'),
      );
      const now = fingerprint(held.property);
      if (told === now) return;
      expect(['jira_unavailable', 'conflict']).toContain(told);
      expect(held.draft).toBe(true);
      // "Not saved" is only said when nothing is there, or when nobody can know.
      if (now !== null) expect(values).toBeGreaterThanOrEqual(2);
    }),
    runsOf(30, LONG_TRIES),
  );
});

test('a draft that storage does not let go is no reason to say that the answer was not saved', async () => {
  const { ports, held } = oneItem(failing('draft'));
  const { answer } = await saveAnswer(ports, 'one', input('mine', null));
  expect(answer.by).toBe('mine');
  expect(textOf(held.property)).toBe('mine');
  expect(held.draft).toBe(true);
  expect(held.logged).toEqual(['draft left behind']);
});
