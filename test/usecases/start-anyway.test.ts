// "Start anyway" over ports that fail and people who come at the same moment.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AppError } from '../../src/domain/errors';
import { startAnyway, withdrawStart } from '../../src/usecases/start-anyway';
import { failing, oneItem, type Step } from './one-item';
import { LONG_TRIES, runsOf } from '../support/runs';

const DAY = 86_400_000;
const calm: Step = async (_name, run) => run();
const start = { itemId: '1', reason: 'The shop is down.' };
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : 'threw'),
  );

test('a pass holds seven days to the millisecond, and says who gave it and why', async () => {
  const { ports, held } = oneItem(calm);
  const given = await startAnyway(ports, 'dev', start);
  expect(given).toEqual({
    itemId: '1',
    reason: start.reason,
    by: 'dev',
    at: held.now,
    until: '2026-06-17',
    untilAt: held.now + 7 * DAY,
    withdrawn: false,
    written: true,
  });
  expect(held.shown).toEqual({ until: '2026-06-17', untilAt: held.now + 7 * DAY });
  expect(held.acts).toMatchObject([
    {
      kind: 'start.anyway',
      by: 'dev',
      subject: '1',
      before: null,
      after: { reason: start.reason },
    },
  ]);
});

test('what Jira does not take is kept, and said to be unknown to the gate', async () => {
  const { ports, held } = oneItem(failing('show'));
  const given = await startAnyway(ports, 'dev', start);
  expect(given).toMatchObject({ written: false, reason: start.reason });
  expect(held.pass).toMatchObject({ written: false, rev: 1 });
  expect(held.acts).toHaveLength(1);
  expect(held.logged).toEqual(['pass kept, not shown in Jira']);
});

test('a pass that was not shown can be given again', async () => {
  const { ports, held } = oneItem(failing('show', { times: 1 }));
  await startAnyway(ports, 'dev', start);
  expect(await startAnyway(ports, 'po', start)).toMatchObject({ written: true, by: 'po' });
  expect(held.shown).toMatchObject({ until: '2026-06-17' });
  expect(held.acts.map(({ by }) => by)).toEqual(['dev', 'po']);
});

test('a storage that keeps nothing lets nobody pass', async () => {
  const { ports, held } = oneItem(failing('keep'));
  expect(await codeOf(startAnyway(ports, 'dev', start))).toBe('jira_unavailable');
  expect(held).toMatchObject({ pass: null, shown: undefined, acts: [] });
});

test('a pass that is taken back ends now, and its reason stays to be read', async () => {
  const { ports, held } = oneItem(calm);
  expect(await codeOf(withdrawStart(ports, 'po', { itemId: '1' }))).toBe('not_found');
  await startAnyway(ports, 'dev', start);
  held.now += DAY;
  const back = await withdrawStart(ports, 'po', { itemId: '1' });
  expect(back).toMatchObject({ withdrawn: true, untilAt: held.now, until: '2026-06-11' });
  expect(back).toMatchObject({ reason: start.reason, by: 'dev' });
  expect(held.shown).toEqual({ until: '2026-06-11', untilAt: held.now });
  expect(await withdrawStart(ports, 'admin', { itemId: '1' })).toEqual(back);
  expect(held.acts.map(({ kind, by }) => [kind, by])).toEqual([
    ['start.anyway', 'dev'],
    ['start.withdraw', 'po'],
  ]);
});

test('a pass that was taken back without the gate being told is told again', async () => {
  const { ports, held } = oneItem(failing('show', { nth: 2, times: 1 }));
  await startAnyway(ports, 'dev', start);
  held.now += DAY;
  expect(await withdrawStart(ports, 'po', { itemId: '1' })).toMatchObject({
    withdrawn: true,
    written: false,
  });
  expect(held.shown).toMatchObject({ until: '2026-06-17' });
  expect(await withdrawStart(ports, 'dev', { itemId: '1' })).toMatchObject({
    withdrawn: true,
    written: true,
  });
  expect(held.shown).toMatchObject({ until: '2026-06-11' });
  expect(held.acts).toHaveLength(2);
});

test('taking back a pass that has run out does not make it longer', async () => {
  const { ports, held } = oneItem(calm);
  const { untilAt } = await startAnyway(ports, 'dev', start);
  held.now += 30 * DAY;
  expect(await withdrawStart(ports, 'po', { itemId: '1' })).toMatchObject({ untilAt });
});

test.each([
  ['a finished item', { category: 'done' as const }],
  ['a sub-task', { level: -1 }],
  ['an epic', { level: 1 }],
])('%s needs no pass and gets none', async (_what, facts) => {
  const { ports, held } = oneItem(calm, facts);
  expect(await codeOf(startAnyway(ports, 'dev', start))).toBe('invalid_input');
  expect(held).toMatchObject({ pass: null, shown: undefined, acts: [] });
});

test('whatever two people do at once, every change has its record and storage and item agree', async () => {
  const acts = fc.constantFrom('start', 'withdraw');
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), acts, acts, fc.boolean(), async (scheduler, a, b, given) => {
      const step: Step = (name, run) => scheduler.schedule(Promise.resolve(), name).then(run);
      const { ports, held } = oneItem(step);
      if (given) await scheduler.waitFor(startAnyway(ports, 'before', start));
      const known = held.acts.length;
      const run = (act: string, by: string) =>
        codeOf(
          act === 'start'
            ? startAnyway(ports, by, { ...start, reason: `reason of ${by}` })
            : withdrawStart(ports, by, { itemId: '1' }),
        );
      const told = await scheduler.waitFor(Promise.all([run(a, 'one'), run(b, 'two')]));
      for (const code of told) expect(['done', 'conflict', 'not_found']).toContain(code);
      // Who was refused has left nothing, who was told "done" a record (or changed nothing).
      const authors = held.acts.slice(known).map(({ by }) => by);
      for (const [n, by] of ['one', 'two'].entries())
        if (told[n] !== 'done') expect(authors).not.toContain(by);
      const last = held.acts.at(-1);
      if (held.pass && last?.kind === 'start.anyway')
        expect(held.pass).toMatchObject({ by: last.by, withdrawn: false });
      if (held.pass?.written) expect(held.shown).toMatchObject({ untilAt: held.pass.untilAt });
    }),
    runsOf(200, LONG_TRIES),
  );
});
