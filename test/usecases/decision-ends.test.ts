// How decisions end, and what the nightly round does for them: taken back, woken, reopened, settled,
// shown again.
import { expect, test } from '@jest/globals';
import type { DecisionInput } from '../../src/domain/decision';
import { AppError } from '../../src/domain/errors';
import { MESSAGES } from '../../src/domain/messages';
import type { Ports } from '../../src/ports';
import { beginDecision } from '../../src/usecases/begin-decision';
import { finishDecision, settleIntents } from '../../src/usecases/finish-decision';
import { repairDecisions } from '../../src/usecases/repair-decisions';
import { endReopened, undoDecision, wakeDecisions } from '../../src/usecases/undo-decision';
import { failing, meanwhile, oneItem, type OneItem, type Step } from './one-item';

const SEEN = { statusId: '100', flag: null, answer: null, rev: 0 };
const KILL: DecisionInput = { kind: 'kill', reason: 'Nobody asks for it.' };
const PARK: DecisionInput = { kind: 'park', until: '2026-09-01', reason: 'After the summer.' };
const CLOSED = { category: 'done' as const, statusId: '106' };
const HOUR = 3_600_000;
const atOnce: Step = (_name, run) => Promise.resolve(run());

const begin = (ports: Ports, decision: DecisionInput) =>
  beginDecision(ports, 'po', { itemId: '1', decision, seen: SEEN });
const undo = (ports: Ports, rev: number) => undoDecision(ports, 'dev', { itemId: '1', rev });
async function kill(ports: Ports, held: OneItem) {
  const { intent } = await begin(ports, KILL);
  held.facts = CLOSED;
  return finishDecision(ports, 'po', { itemId: '1', intent: intent?.id ?? '' });
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : 'threw'),
  );

/** Jira asks to wait from the `nth` write of a decision on. */
const busy =
  (nth = 1): Step =>
  async (name, run) => {
    if (name === 'show decision' && (nth -= 1) < 1)
      throw new AppError('rate_limited', 'wait', { details: { retryAfter: 9 } });
    return run();
  };

test('taking back is a new act, and the decision stays to be read', async () => {
  const { ports, held } = oneItem(atOnce);
  const { now, rev } = await begin(ports, PARK);
  held.now += HOUR;
  const view = await undo(ports, rev);
  expect(view).toMatchObject({ now: null, written: true });
  expect(view.past).toEqual([{ decided: now, ended: { how: 'undone', by: 'dev', at: held.now } }]);
  expect(held.shownDecision).toBeNull();
  expect(held.acts.map(({ kind, by }) => [kind, by])).toEqual([
    ['decision.park', 'po'],
    ['decision.undo', 'dev'],
  ]);
  expect(held.acts[1]).toMatchObject({ before: now, after: view.past[0] });
});

test('only what stands as it was seen is taken back, and a kill when its item is open again', async () => {
  const { ports, held } = oneItem(atOnce);
  expect(await codeOf(undo(ports, 1))).toBe('not_found');
  const { rev } = await kill(ports, held);
  expect(await undo(ports, rev - 1).catch((error: unknown) => error)).toMatchObject({
    code: 'conflict',
    details: { changed: ['decision'], view: { now: { kind: 'kill' } } },
  });
  expect(await undo(ports, rev).catch((error: unknown) => error)).toMatchObject({
    code: 'conflict',
    message: MESSAGES.decision.stillClosed,
  });
  held.facts = { statusId: '100' };
  expect(await undo(ports, rev)).toMatchObject({ now: null });
  expect(await codeOf(undo(ports, rev))).toBe('not_found');
});

test('parked and kept items wake on their day, not before, and once', async () => {
  const { ports, held } = oneItem(atOnce);
  await begin(ports, PARK);
  expect(await wakeDecisions(ports, '1', '2026-08-31')).toBe(0);
  expect(held.shownDecision).toMatchObject({ decision: 'parked' });
  expect(await wakeDecisions(ports, '1', '2026-09-01')).toBe(1);
  expect(await wakeDecisions(ports, '1', '2026-09-02')).toBe(0);
  expect(held.decision).toMatchObject({ now: null, past: [{ ended: { how: 'woken', by: '' } }] });
  expect(held.shownDecision).toBeNull();
  expect(held.acts.map(({ kind }) => kind)).toEqual(['decision.park', 'decision.wake']);
});

test('a killed item that is open again was reopened, by whoever did it in Jira', async () => {
  const { ports, held } = oneItem(atOnce);
  await kill(ports, held);
  // Search was late: it is closed.
  expect(await endReopened(ports, '1')).toBe(false);
  expect(held.decision?.now).toMatchObject({ kind: 'kill' });
  held.facts = { statusId: '100' };
  expect(await endReopened(ports, '1')).toBe(true);
  expect(await endReopened(ports, '1')).toBe(false);
  expect(held.decision).toMatchObject({
    now: null,
    past: [{ decided: { kind: 'kill' }, ended: { how: 'reopened', by: '' } }],
  });
  expect([held.shownDecision, held.acts.at(-1)?.kind]).toEqual([null, 'decision.reopen']);
});

test('a kill that only the item’s property claims is taken away, and what stands is shown', async () => {
  const { ports, held } = oneItem(atOnce);
  held.shownDecision = { decision: 'killed' };
  expect(await endReopened(ports, '1')).toBe(true);
  expect([held.shownDecision, held.decision, held.acts]).toEqual([null, null, []]);

  await begin(ports, PARK);
  held.shownDecision = { decision: 'killed' };
  expect(await endReopened(ports, '1')).toBe(true);
  expect(held.shownDecision).toEqual({ decision: 'parked', until: '2026-09-01' });
  expect(held.decision?.now).toMatchObject({ kind: 'park' });
});

test('an intent whose page was closed is settled after an hour by what became of the item', async () => {
  for (const closed of [true, false]) {
    const { ports, held } = oneItem(atOnce);
    await begin(ports, KILL);
    if (closed) held.facts = CLOSED;
    held.now += HOUR - 1;
    expect(await settleIntents(ports, '1')).toBe(0);
    held.now += 1;
    expect(await settleIntents(ports, '1')).toBe(1);
    expect(await settleIntents(ports, '1')).toBe(0);
    expect(held.decision).toMatchObject({ intent: null });
    expect(held.decision?.now?.by).toBe(closed ? 'po' : undefined);
    expect(held.acts).toMatchObject(closed ? [{ kind: 'decision.kill', by: 'po' }] : []);
    expect(held.shownDecision).toEqual(closed ? { decision: 'killed' } : null);
  }
});

test('an item that somebody else has closed is not taken for the forgotten kill', async () => {
  const { ports, held } = oneItem(atOnce);
  const { intent } = await begin(ports, KILL);
  held.facts = CLOSED;
  held.mover = 'dev';
  const finish = finishDecision(ports, 'po', { itemId: '1', intent: intent?.id ?? '' });
  expect(await finish.catch((error: unknown) => error)).toMatchObject({
    code: 'conflict',
    message: MESSAGES.decision.notByYou,
    details: { changed: ['closed'] },
  });
  held.now += 8 * HOUR;
  expect(await settleIntents(ports, '1')).toBe(1);
  expect(held.decision).toMatchObject({ now: null, intent: null });
  expect(held.acts).toEqual([]);
});

test('the intent of an item that the app does not see is left to those who see it', async () => {
  const { ports, held } = oneItem(atOnce);
  const { intent } = await begin(ports, KILL);
  held.facts = CLOSED;
  held.hiddenFromApp = true;
  held.now += 8 * HOUR;
  expect(await settleIntents(ports, '1')).toBe(0);
  expect(held.decision?.intent).toEqual(intent);
  const kept = await finishDecision(ports, 'po', { itemId: '1', intent: intent?.id ?? '' });
  expect(kept.now).toMatchObject({ kind: 'kill', by: 'po' });
});

test('the intent of an item that the second night does not find either is given up, with an act', async () => {
  const { ports, held } = oneItem(atOnce);
  const { intent } = await begin(ports, KILL);
  held.hiddenFromApp = true;
  held.now += 14 * HOUR;
  expect(await settleIntents(ports, '1')).toBe(0);
  held.now += 24 * HOUR;
  expect(await settleIntents(ports, '1')).toBe(1);
  expect(held.decision).toMatchObject({ now: null, intent: null });
  expect(held.acts).toMatchObject([
    { kind: 'decision.gone', by: '', before: intent?.decided, after: null },
  ]);
  expect(await settleIntents(ports, '1')).toBe(0);
});

test('what Jira did not take is shown at night', async () => {
  const { ports, held } = oneItem(failing('show decision', { times: 1 }));
  expect(await begin(ports, PARK)).toMatchObject({ written: false });
  expect(await repairDecisions(ports, '1', '2026-06-10')).toEqual({ written: 1, left: 0 });
  expect(await repairDecisions(ports, '1', '2026-06-10')).toEqual({ written: 0, left: 0 });
  expect(held.shownDecision).toMatchObject({ decision: 'parked' });
  expect(held.acts).toHaveLength(1);
});

test('an item that takes no property does not stop the night', async () => {
  const { ports } = oneItem(failing('show decision'));
  await begin(ports, PARK);
  expect(await repairDecisions(ports, '1', '2026-06-10')).toEqual({ written: 0, left: 1 });
});

test('where Jira asks to wait the night stops, and nothing is lost until it goes on', async () => {
  const repairing = oneItem(busy());
  await begin(repairing.ports, PARK);
  expect(await codeOf(repairDecisions(repairing.ports, '1', '2026-06-10'))).toBe('rate_limited');

  const waking = oneItem(busy(2));
  await begin(waking.ports, PARK);
  expect(await codeOf(wakeDecisions(waking.ports, '1', '2026-09-01'))).toBe('rate_limited');
  // Taken up again it is found among what is not shown yet.
  expect(waking.held.decision).toMatchObject({ now: null, written: false });
  expect(await waking.ports.decisions.unsettled('1')).toHaveLength(1);
  // A page keeps what was decided whatever Jira says.
  expect(await codeOf(begin(oneItem(busy()).ports, PARK))).toBe('done');
});

test('a page that takes a decision back keeps that, whatever Jira says', async () => {
  const { ports, held } = oneItem(busy(2));
  const { rev } = await begin(ports, PARK);
  expect(await undo(ports, rev)).toMatchObject({ now: null, written: false });
  expect(held.decision?.past).toMatchObject([{ ended: { how: 'undone' } }]);
});

test('only a kill asks for its item to be open before it is taken back', async () => {
  const { ports, held } = oneItem(atOnce);
  const { rev } = await begin(ports, PARK);
  held.facts = CLOSED;
  expect(await undo(ports, rev)).toMatchObject({ now: null });
});

test('what was parked anew since the night began does not wake', async () => {
  const { ports, held } = oneItem(meanwhile('decision', () => (held.decision = again), 2));
  await begin(ports, PARK);
  const { decision } = held;
  if (!decision?.now) throw new Error('nothing was parked');
  const again = { ...decision, rev: 3, now: { ...decision.now, until: '2026-09-02' } };
  expect(await wakeDecisions(ports, '1', '2026-09-01')).toBe(0);
  expect(held.decision).toEqual(again);
});

test('the night that mends a claimed kill stops where Jira asks to wait', async () => {
  const { ports, held } = oneItem(busy(2));
  await begin(ports, PARK);
  held.shownDecision = { decision: 'killed' };
  expect(await codeOf(endReopened(ports, '1'))).toBe('rate_limited');
});
