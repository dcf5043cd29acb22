// How a decision is kept: what the item says of it, what counts as written over, and what becomes of it
// when somebody is faster or an answer is lost.
import { expect, test } from '@jest/globals';
import type { Decided, DecisionInput } from '../../src/domain/decision';
import { AppError } from '../../src/domain/errors';
import type { Decision, Read } from '../../src/domain/item';
import { MESSAGES } from '../../src/domain/messages';
import type { KeptDecision, Ports } from '../../src/ports';
import { beginDecision } from '../../src/usecases/begin-decision';
import { finishDecision, settleIntents } from '../../src/usecases/finish-decision';
import { isDecisionOverwritten, NOTHING_KEPT, propertyOf } from '../../src/usecases/keep-decision';
import { wakeDecisions } from '../../src/usecases/undo-decision';
import { none, value } from '../support/builders';
import { both, failing, meanwhile, oneItem, type OneItem, type Step } from './one-item';

const SEEN = { statusId: '100', flag: null, answer: null, rev: 0 };
const KILL: DecisionInput = { kind: 'kill', reason: 'Nobody asks for it.' };
const PARK: DecisionInput = { kind: 'park', until: '2026-09-01', reason: 'After the summer.' };
const FIX: DecisionInput = { kind: 'fix', fix: 'answer', reason: 'It has a goal now.' };
const CLOSED = { category: 'done' as const, statusId: '106' };
const HOUR = 3_600_000;
const atOnce: Step = (_name, run) => Promise.resolve(run());

const begin = (ports: Ports, decision: DecisionInput, rev = 0) =>
  beginDecision(ports, 'po', { itemId: '1', decision, seen: { ...SEEN, rev } });
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => error,
  );

const decided = (more: Partial<Decided>): Decided => ({
  ...{ kind: 'park', reason: 'After the summer.', by: 'dev', at: 1, forum: '', flag: null },
  ...{ wasIn: '100', ...more },
});
const kept = (more: Partial<KeptDecision> = {}): KeptDecision => ({ ...NOTHING_KEPT, ...more });
const parked = kept({ rev: 1, now: decided({ until: '2026-09-01' }) });

test.each<[string, Decided | null, Decision | null]>([
  ['nothing', null, null],
  ['a fix, which is done when it is made', decided({ kind: 'fix' }), null],
  ['a kill', decided({ kind: 'kill' }), { decision: 'killed' }],
  ['a day', decided({ until: '2026-09-01' }), { decision: 'parked', until: '2026-09-01' }],
])('an item says of %s what search has to find', (_name, now, shown) => {
  expect(propertyOf(now)).toStrictEqual(shown);
});

test.each<[string, KeptDecision, Read<Decision>, boolean]>([
  ['what is kept', parked, value({ decision: 'parked', until: '2026-09-01' }), false],
  ['another day', parked, value({ decision: 'parked', until: '2026-09-02' }), true],
  ['nothing any more', parked, none, true],
  ['nothing, as is kept', kept(), none, false],
  ['a decision of which nothing is kept', kept(), value({ decision: 'killed' }), true],
  ['junk in the place of nothing', kept(), { kind: 'unreadable' }, true],
  ['a later version’s in the place of nothing', kept(), { kind: 'newer' }, true],
  ['anything, while it is still to be shown', { ...parked, written: false }, none, false],
])('an item that shows %s', (_name, what, shown, isOver) => {
  expect(isDecisionOverwritten(what, shown)).toBe(isOver);
});

/** Somebody else's record is there just before the `nth` one is stored. */
const overtaken = (other: KeptDecision, held: () => OneItem, nth = 1): Step =>
  meanwhile('decide', () => (held().decision = other), nth);

test('who is slower is told what somebody else has decided', async () => {
  const { ports, held } = oneItem(overtaken(parked, () => held));
  const error = await refusalOf(begin(ports, KILL));
  expect(error).toBeInstanceOf(AppError);
  const { gone: _gone, ...view } = parked;
  expect(error).toMatchObject({ code: 'conflict', message: MESSAGES.decision.changed });
  expect((error as AppError).details).toEqual({
    changed: ['decision'],
    view: { itemId: '1', ...view },
  });
});

test('who is slower, and cannot be told what stands, is told that it has changed', async () => {
  const { ports, held } = oneItem(
    both(
      overtaken(parked, () => held),
      failing('decision', { nth: 2 }),
    ),
  );
  const error = await refusalOf(begin(ports, KILL));
  expect((error as AppError).details).toEqual({ changed: ['decision'], view: null });
});

test('a decision whose answer was lost on the way is decided', async () => {
  const { ports, held } = oneItem(failing('decide', { times: 1, after: true }));
  expect(await begin(ports, PARK)).toMatchObject({ now: { kind: 'park' }, written: true });
  expect(held.acts).toHaveLength(1);
});

test('a decision that storage does not take is none, and storage is named', async () => {
  const { ports, held } = oneItem(failing('decide', { times: 1 }));
  expect(await refusalOf(begin(ports, PARK))).toMatchObject({ code: 'jira_unavailable' });
  expect([held.decision, held.shownDecision]).toEqual([null, null]);
});

test('where somebody decides while a decision is being shown, the item shows theirs', async () => {
  const theirs = kept({ ...parked, rev: 2, written: false, now: decided({ until: '2026-10-01' }) });
  // The second record is the mark that the first is shown.
  const { ports, held } = oneItem(overtaken(theirs, () => held, 2));
  await begin(ports, PARK);
  expect(held.shownDecision).toEqual({ decision: 'parked', until: '2026-10-01' });
  expect(held.decision).toMatchObject({ rev: 2, written: true });
});

test('what Jira does not take is kept, and noted', async () => {
  const { ports, held } = oneItem(failing('show decision'));
  expect(await begin(ports, PARK)).toMatchObject({ written: false, now: { kind: 'park' } });
  expect(held.logged).toEqual(['decision kept, not shown in Jira']);
});

test('only what belongs to a decision is kept of what a page sends', async () => {
  const stray: Partial<DecisionInput> = {
    ...{ until: '2026-09-01', fix: 'split', into: ['SHOP-8'], offered: true },
  };
  const { ports } = oneItem(atOnce);
  const { intent } = await begin(ports, { ...KILL, ...stray });
  expect(Object.keys(intent?.decided ?? {}).sort()).toEqual(
    ['at', 'by', 'flag', 'forum', 'kind', 'reason', 'wasIn'].sort(),
  );
  const fixes = oneItem(atOnce);
  const { past, rev } = await begin(fixes.ports, { ...FIX, ...stray, fix: 'answer' });
  expect(past[0]?.decided).not.toHaveProperty('into');
  expect(past[0]?.decided).not.toHaveProperty('until');
  const again = await begin(fixes.ports, FIX, rev);
  expect([rev, again.rev, again.past.length]).toEqual([1, 2, 2]);
});

test('a kill that was given up names itself, and not a decision of earlier days', async () => {
  const { ports, held } = oneItem(atOnce);
  await begin(ports, PARK);
  await wakeDecisions(ports, '1', '2026-09-01');
  const { intent } = await begin(ports, KILL, held.decision?.rev);
  held.hiddenFromApp = true;
  held.now += 36 * HOUR - 1;
  expect(await settleIntents(ports, '1')).toBe(0);
  held.now += 1;
  expect(await settleIntents(ports, '1')).toBe(1);
  expect(held.acts.at(-1)).toMatchObject({
    ...{ kind: 'decision.gone', subject: '1', by: '' },
    ...{ before: intent?.decided, after: null },
  });
});

test('an item whose history is behind is not taken for closed by anybody', async () => {
  const quiet: Step = async (name, run) => (name === 'moves' ? ([] as never) : run());
  const { ports, held } = oneItem(quiet);
  const { intent } = await begin(ports, KILL);
  held.facts = CLOSED;
  const finish = finishDecision(ports, 'po', { itemId: '1', intent: intent?.id ?? '' });
  expect(await refusalOf(finish)).toMatchObject({ code: 'jira_unavailable' });
  expect(held.decision?.intent).toEqual(intent);
});

test('what was never begun is neither finished nor dropped', async () => {
  const { ports } = oneItem(atOnce);
  expect(await refusalOf(finishDecision(ports, 'po', { itemId: '1', intent: 'x' }))).toMatchObject({
    ...{ code: 'conflict', message: MESSAGES.decision.noIntent },
    details: { changed: ['decision'], view: null },
  });
});

test('the night that settles a kill stops where Jira asks to wait', async () => {
  const step: Step = async (name, run) => {
    if (name === 'show decision')
      throw new AppError('rate_limited', 'wait', { details: { retryAfter: 9 } });
    return run();
  };
  const { ports, held } = oneItem(step);
  await begin(ports, KILL);
  held.facts = CLOSED;
  held.now += 8 * HOUR;
  expect(await refusalOf(settleIntents(ports, '1'))).toMatchObject({ code: 'rate_limited' });
  expect(held.decision).toMatchObject({ now: { kind: 'kill' }, written: false });
});
