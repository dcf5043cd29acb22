// What an admin tries again of results: a check date that the item's answer does not carry yet, and in
// which order; and where the night's own tries stop.
import { expect, test } from '@jest/globals';
import { writeAnswer } from '../../src/contract/properties';
import type { Answer } from '../../src/domain/answer';
import { AppError } from '../../src/domain/errors';
import type { KeptPass, KeptResult, Ports } from '../../src/ports';
import { repairPasses, repairResults, repairSeen } from '../../src/usecases/repair';
import { anAnswer } from '../support/builders';
import { failing, oneItem, type Step } from './one-item';

const FROM = '2026-06-20';
const TO = '2026-09-01';
const ASKED = { projectId: '1' };
const atOnce: Step = (_name, run) => Promise.resolve(run());

const put = (from: string, to: string) => ({
  ...{ from, to, at: '2026-06-01', by: 'dev', delivered: true, written: false },
});
const waiting = (more: Partial<KeptResult> = {}): KeptResult => ({
  ...{ rev: 1, writes: 1, given: null, written: true, earlier: [], later: [put(FROM, TO)] },
  ...more,
});

/** An item with this answer whose date waits; all is seen. */
function site(answer: Answer | null, { step = atOnce, kept = waiting() } = {}) {
  const { ports: plain, held } = oneItem(step, { category: 'done' });
  held.property = answer === null ? undefined : writeAnswer(anAnswer(answer));
  held.result = kept;
  const over: Ports = {
    ...plain,
    rights: { ...plain.rights, seen: async (ids) => new Set(ids) },
    results: {
      ...plain.results,
      ofProject: async () =>
        held.result ? [{ itemId: '1', projectId: '1', kept: held.result }] : [],
    },
  };
  const dateOf = () => (held.property as { checkBy?: string } | undefined)?.checkBy;
  return { ports: over, held, dateOf };
}
const answered = (checkBy: string): Answer => ({ ...anAnswer(), checkBy });

test('a date that was agreed is written into the answer it was agreed over', async () => {
  const { ports, held, dateOf } = site(answered(FROM));
  expect(await repairSeen(ports, 'po', ASKED)).toMatchObject({ written: 1, left: 0 });
  expect([dateOf(), held.result?.later[0]?.written]).toEqual([TO, true]);
  expect(held.revision).toMatchObject({ by: 'po', status: 'confirmed' });
});

test.each([
  ['names it already', TO],
  ['has got another date since', '2026-12-01'],
])('an answer that %s stays as it is, and nothing waits any more', async (_name, checkBy) => {
  const { ports, held, dateOf } = site(answered(checkBy));
  expect(await repairSeen(ports, 'po', ASKED)).toMatchObject({ written: 1, left: 0 });
  expect([dateOf(), held.result?.later[0]?.written]).toEqual([checkBy, true]);
  expect(held.revision).toBeNull();
});

test.each<[string, Answer | null]>([
  ['no answer', null],
  ['an answer without a bet', { why: 'run' }],
])('an item with %s takes no date, which goes on waiting', async (_name, answer) => {
  const { ports, held } = site(answer);
  const before = held.property;
  expect(await repairSeen(ports, 'po', ASKED)).toMatchObject({ written: 0, left: 1 });
  expect([held.property, held.result?.later[0]?.written]).toEqual([before, false]);
});

test('what can’t be looked at is noted and goes on waiting', async () => {
  const { ports, held } = site(answered(FROM), { step: failing('read') });
  expect(await repairSeen(ports, 'po', ASKED)).toMatchObject({ written: 0, left: 1 });
  expect(held.logged).toEqual(['check date not repaired']);
});

test('a result that is not shown is shown first, and one that Jira does not take leaves its date alone', async () => {
  const both = site(answered(FROM), { kept: waiting({ written: false }) });
  expect(await repairSeen(both.ports, 'po', ASKED)).toMatchObject({ written: 1, left: 0 });
  expect(both.dateOf()).toBe(TO);
  const refused = site(answered(FROM), {
    ...{ step: failing('show result'), kept: waiting({ written: false }) },
  });
  expect(await repairSeen(refused.ports, 'po', ASKED)).toMatchObject({ written: 0, left: 1 });
  expect(refused.dateOf()).toBe(FROM);
});

test('what was written since it was listed is neither tried nor counted', async () => {
  const { ports } = site(answered(FROM));
  for (const now of [null, waiting({ later: [] })]) {
    const meanwhile = { ...ports, results: { ...ports.results, read: async () => now } };
    expect(await repairSeen(meanwhile, 'po', ASKED)).toMatchObject({ written: 0, left: 0 });
  }
});

test('items are tried by their numbers, however storage lists them', async () => {
  const { ports } = site(answered(FROM));
  const tried: string[] = [];
  const listed = ['10', '9', '100'];
  const many: Ports = {
    ...ports,
    results: {
      ...ports.results,
      ofProject: async () => listed.map((itemId) => ({ itemId, projectId: '1', kept: waiting() })),
      read: async (itemId) => {
        tried.push(itemId);
        return null;
      },
    },
  };
  expect(await repairSeen(many, 'po', ASKED, { items: 2 })).toMatchObject({
    ...{ next: '10', remaining: 1 },
  });
  await repairSeen(many, 'po', { ...ASKED, after: '10' });
  expect(tried).toEqual(['9', '10', '100']);
});

test('the night stops where Jira asks to wait, with a result and with a pass', async () => {
  const busy: Step = async (name, run) => {
    if (name.startsWith('show')) throw new AppError('rate_limited', 'wait');
    return run();
  };
  const { ports, held } = site(null, { step: busy, kept: waiting({ written: false }) });
  const pass: KeptPass = {
    ...{ rev: 1, until: TO, untilAt: held.now, reason: 'x', by: 'po', at: held.now },
    ...{ withdrawn: false, written: false },
  };
  held.pass = pass;
  const passes = { unwritten: async () => [{ itemId: '1', projectId: '1', pass }] };
  const night = { ...ports, passes: { ...ports.passes, ...passes } };
  for (const repair of [repairResults, repairPasses])
    await expect(repair(night, '1', '2026-06-10')).rejects.toMatchObject({ code: 'rate_limited' });
});
