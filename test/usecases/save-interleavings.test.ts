// Two people save the same item in every order in which their steps can fall, with calls that fail.
// Nobody's text is lost in silence: who was told "saved" is on the item, or was overwritten by
// somebody who had seen it.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fingerprint } from '../../src/contract/fingerprint';
import { readAnswer, writeAnswer } from '../../src/contract/properties';
import { AppError } from '../../src/domain/errors';
import type { AnswerRevision, Ports } from '../../src/ports';
import { saveAnswer } from '../../src/usecases/save-answer';
import { aGoal, anItem, someRules } from '../support/builders';

type Step = <T>(name: string, run: () => T) => Promise<T>;

/** The ports that saving needs, over one item and one revision in memory; `step` orders the calls. */
function portsOver(step: Step): { ports: Ports; property: () => unknown } {
  let property: unknown;
  let revision: AnswerRevision | null = null;
  const ports = {
    items: {
      read: () =>
        step('read', () => ({
          facts: anItem({ id: '1', answer: readAnswer(property) }),
          projectId: '1',
          answerValue: property,
        })),
      wasIn: () => step('history', () => false),
      answerValue: () => step('value', () => property),
      writeAnswer: (_id: string, answer: Parameters<typeof writeAnswer>[0]) =>
        step('write', () => {
          property = writeAnswer(answer);
        }),
    },
    answers: {
      read: () => step('revision', () => revision),
      write: (_id: string, _project: string, next: AnswerRevision, over: number) =>
        step('lock', () => {
          if ((revision?.rev ?? 0) !== over) throw new AppError('conflict', 'locked');
          revision = next;
        }),
    },
    settings: {
      load: () =>
        step('settings', () => ({ projectId: '1', rev: 1, goals: [aGoal()], rules: someRules() })),
    },
    projects: { statuses: () => step('statuses', () => []) },
    clock: { now: () => Date.parse('2026-06-10T12:00:00Z') },
    log: { info: () => undefined, error: () => undefined },
  };
  return { ports: ports as unknown as Ports, property: () => property };
}

const input = (by: string, seen: string | null) => ({
  itemId: '1',
  seen,
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
      const { ports, property } = portsOver(step);
      const saves = ['one', 'two'].map((by) =>
        saveAnswer(ports, by, input(by, null)).then(
          () => by,
          () => null,
        ),
      );
      const told = await scheduler.waitFor(Promise.all(saves));
      const saved = told.filter((by) => by !== null);
      expect(saved.length).toBeLessThanOrEqual(1);
      expect(textOf(property())).toBe(saved[0] ?? null);
    }),
    { numRuns: 1_000 },
  );
}, 60_000);

test('whichever call fails, the page is told the truth', async () => {
  const faults = fc.record({
    call: fc.constantFrom('value', 'write', 'lock', 'read', 'settings', 'revision'),
    nth: fc.integer({ min: 1, max: 3 }),
    /** The call takes effect, only its reply is lost. */
    after: fc.boolean(),
    times: fc.integer({ min: 1, max: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(faults, async ({ call, nth, after, times }) => {
      const calls = new Map<string, number>();
      const step: Step = async (name, run) => {
        const n = (calls.get(name) ?? 0) + 1;
        calls.set(name, n);
        const fails = name === call && n >= nth && n < nth + times;
        if (fails && !after) throw new AppError('jira_unavailable', 'lost');
        const result = run();
        if (fails) throw new AppError('jira_unavailable', 'lost');
        return result;
      };
      const { ports, property } = portsOver(step);
      const told = await saveAnswer(ports, 'one', input('mine', null)).then(
        ({ seen }) => seen,
        (error: unknown) => (error instanceof AppError ? error.code : 'threw'),
      );
      const now = fingerprint(property());
      if (told === now) return;
      expect(['jira_unavailable', 'conflict']).toContain(told);
      // "Not saved" is only said when nothing is there, or when nobody can know.
      if (now !== null) expect(calls.get('value') ?? 0).toBeGreaterThanOrEqual(2);
    }),
    { numRuns: 500 },
  );
}, 60_000);
