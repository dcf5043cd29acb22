// A decision about one item: what is kept of it, with which act, and what stands in its way.
import { expect, test } from '@jest/globals';
import { fingerprint } from '../../src/contract/fingerprint';
import { writeAnswer } from '../../src/contract/properties';
import type { Change, DecisionInput, SeenOnList } from '../../src/domain/decision';
import { AppError } from '../../src/domain/errors';
import { MESSAGES } from '../../src/domain/messages';
import { beginDecision } from '../../src/usecases/begin-decision';
import { dropDecision, finishDecision } from '../../src/usecases/finish-decision';
import { repairDecisions } from '../../src/usecases/repair-decisions';
import { anAnswer, value } from '../support/builders';
import { failing, oneItem, type OneItem } from './one-item';

const SEEN: SeenOnList = { statusId: '100', flag: null, answer: null, rev: 0 };
const KILL: DecisionInput = { kind: 'kill', reason: 'Nobody asks for it.' };
const PARK: DecisionInput = { kind: 'park', until: '2026-09-01', reason: 'After the summer.' };
const KEEP: DecisionInput = { kind: 'keep', until: '2026-07-01', reason: 'It is nearly ready.' };
const FIX: DecisionInput = { kind: 'fix', fix: 'split', into: ['SHOP-8'], reason: 'Too large.' };
const CLOSED = { category: 'done' as const, statusId: '106' };
const FLAG = { reason: 'aged' as const, since: '2026-05-01' };
const MINUTE = 60_000;

const site = () => oneItem((_name, run) => Promise.resolve(run()));
type Ports = ReturnType<typeof site>['ports'];
const begin = (ports: Ports, decision: DecisionInput, { by = 'po', seen = SEEN } = {}) =>
  beginDecision(ports, by, { itemId: '1', decision, seen });
const finish = (ports: Ports, intent: string, by = 'po') =>
  finishDecision(ports, by, { itemId: '1', intent });
const drop = (ports: Ports, intent: string, by = 'po') =>
  dropDecision(ports, by, { itemId: '1', intent });

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error(`not refused: ${String(error)}`);
  return error;
}
const kindsOf = ({ acts }: OneItem) => acts.map(({ kind }) => kind);

test.each([
  ['park', PARK, { decision: 'parked', until: '2026-09-01' }],
  ['keep', KEEP, { decision: 'kept', until: '2026-07-01' }],
] as const)('%s is kept with its act and shown on the item', async (kind, decision, shown) => {
  const { ports, held } = site();
  held.rules = { forum: { name: 'Tuesday', memberIds: [], cadence: 'weekly', next: null } };
  held.facts = { flag: value({ flag: 'candidate', ...FLAG }) };
  const view = await begin(ports, { ...decision, effort: 5 }, { seen: { ...SEEN, flag: FLAG } });
  const decided = {
    ...{ kind, reason: decision.reason, until: decision.until, effort: 5 },
    ...{ by: 'po', at: held.now, forum: 'Tuesday', flag: FLAG, wasIn: '100' },
  };
  expect(view).toEqual({
    ...{ itemId: '1', rev: 1, intent: null, written: true, past: [] },
    now: decided,
  });
  expect(held.shownDecision).toEqual(shown);
  expect(held.acts).toEqual([
    {
      ...{ projectId: '1', subject: '1', kind: `decision.${kind}`, by: 'po', at: held.now },
      ...{ before: null, after: decided },
    },
  ]);
});

test('a later decision takes the place of the one before, which is told as replaced', async () => {
  const { ports, held } = site();
  const parked = await begin(ports, { ...PARK, offered: true });
  held.now += MINUTE;
  const keep = { ...KEEP, offered: true as const };
  const kept = await begin(ports, keep, { by: 'dev', seen: { ...SEEN, rev: parked.rev } });
  expect([parked.now?.offered, kept.now?.offered]).toEqual([true, undefined]);
  expect(kept.now).toMatchObject({ kind: 'keep', by: 'dev' });
  expect(kept.past).toEqual([
    { decided: parked.now, ended: { how: 'replaced', by: 'dev', at: held.now } },
  ]);
  expect(held.acts.at(-1)).toMatchObject({ before: parked.now, after: kept.now });
});

test('a fix is done when it is made: it shows nothing, leaves what stands, and its act names it', async () => {
  const { ports, held } = site();
  const { rev } = await begin(ports, PARK);
  const view = await begin(ports, FIX, { seen: { ...SEEN, rev } });
  expect(view.now).toMatchObject({ kind: 'park' });
  expect(view.past).toMatchObject([
    { decided: { kind: 'fix', fix: 'split', into: ['SHOP-8'] }, ended: null },
  ]);
  expect(held.shownDecision).toMatchObject({ decision: 'parked' });
  expect(held.acts.at(-1)).toMatchObject({
    kind: 'decision.fix',
    after: { decided: { kind: 'fix' } },
  });
});

test('a kill is an intent until the item is closed, and is recorded once, in the decider’s name', async () => {
  const { ports, held } = site();
  const { intent, now } = await begin(ports, KILL);
  expect(now).toBeNull();
  expect([held.acts, held.shownDecision]).toEqual([[], null]);
  expect(await refusal(finish(ports, intent?.id ?? ''))).toMatchObject({
    code: 'conflict',
    message: MESSAGES.decision.notClosed,
  });
  held.facts = CLOSED;
  held.now += MINUTE;
  const done = await finish(ports, intent?.id ?? '');
  expect(done).toMatchObject({ now: { kind: 'kill', by: 'po', wasIn: '100' }, intent: null });
  expect(held.shownDecision).toEqual({ decision: 'killed' });
  // The reply was lost, so it is asked again.
  expect(await finish(ports, intent?.id ?? '')).toEqual(done);
  expect(kindsOf(held)).toEqual(['decision.kill']);
});

test('nobody finishes or drops what somebody else has begun, nor what was never begun', async () => {
  const { ports, held } = site();
  const { intent } = await begin(ports, KILL);
  held.facts = CLOSED;
  for (const end of [finish, drop]) {
    expect((await refusal(end(ports, intent?.id ?? '', 'dev'))).code).toBe('forbidden');
    expect((await refusal(end(ports, 'made-up'))).code).toBe('conflict');
  }
  expect(held.acts).toEqual([]);
});

test('what is dropped is as if it had not been begun', async () => {
  const { ports, held } = site();
  const { intent } = await begin(ports, KILL);
  expect(await drop(ports, intent?.id ?? '')).toMatchObject({ now: null, intent: null, past: [] });
  held.facts = CLOSED;
  expect((await refusal(finish(ports, intent?.id ?? ''))).code).toBe('conflict');
  expect([held.acts, held.shownDecision]).toEqual([[], null]);
});

test.each([KILL, PARK, KEEP, FIX])(
  '$kind while somebody else is ending the item waits for them ten minutes',
  async (decision) => {
    const { ports, held } = site();
    const { intent, rev } = await begin(ports, KILL);
    const late = { by: 'dev', seen: { ...SEEN, rev } };
    held.now += 10 * MINUTE - 1;
    expect(await refusal(begin(ports, decision, late))).toMatchObject({
      code: 'conflict',
      message: MESSAGES.decision.begun,
      details: { changed: ['decision'], view: { intent: { id: intent?.id } } },
    });
    held.now += 1;
    expect(await begin(ports, decision, late)).toMatchObject({ itemId: '1' });
    held.facts = CLOSED;
    if (decision.kind !== 'fix')
      expect((await refusal(finish(ports, intent?.id ?? ''))).code).toBe('conflict');
  },
);

test('one’s own intent gives way to what one decides instead', async () => {
  const { ports } = site();
  const { rev } = await begin(ports, KILL);
  expect(await begin(ports, PARK, { seen: { ...SEEN, rev } })).toMatchObject({
    now: { kind: 'park' },
    intent: null,
  });
});

const answered = writeAnswer(anAnswer());
const CHANGED: [Change, (held: OneItem) => void][] = [
  ['status', (held) => (held.facts = { statusId: '101' })],
  ['closed', (held) => (held.facts = CLOSED)],
  ['flag', (held) => (held.facts = { flag: value({ flag: 'warned', ...FLAG }) })],
  ['answer', (held) => (held.property = answered)],
];
test.each(CHANGED)('an item whose %s has changed is not decided on', async (change, alter) => {
  for (const decision of [KILL, PARK, KEEP, FIX]) {
    const { ports, held } = site();
    alter(held);
    const { code, message, details } = await refusal(begin(ports, decision));
    expect([code, details]).toEqual(['conflict', { changed: [change], view: null }]);
    const words = change === 'closed' ? MESSAGES.decision.notOpen : MESSAGES.decision.changed;
    expect(message).toBe(words);
    expect([held.decision, held.acts, held.shownDecision]).toEqual([null, [], null]);
  }
});

test('all that has changed is named at once, and what others decided meanwhile is shown', async () => {
  const { ports, held } = site();
  const stands = await begin(ports, PARK, { by: 'dev' });
  held.property = answered;
  held.facts = { statusId: '101', flag: value({ flag: 'candidate', ...FLAG, reason: 'goal' }) };
  const seen = { ...SEEN, flag: FLAG };
  expect((await refusal(begin(ports, KILL, { seen }))).details).toEqual({
    changed: ['status', 'flag', 'answer', 'decision'],
    view: stands,
  });
  const known = { statusId: '101', flag: { ...FLAG, reason: 'goal' as const }, rev: stands.rev };
  const again = { ...known, answer: fingerprint(answered) };
  expect(
    await beginDecision(ports, 'po', { itemId: '1', decision: KILL, seen: again }),
  ).toMatchObject({ now: { kind: 'park' }, intent: { decided: { kind: 'kill' } } });
});

const SAY = MESSAGES.decision;
test.each<[string, DecisionInput, Record<string, string>]>([
  ['no reason', { ...KILL, reason: ' ' }, { 'decision.reason': SAY.reason }],
  ['no date to park until', { ...PARK, until: undefined }, { 'decision.until': SAY.until }],
  ['today', { ...PARK, until: '2026-06-10' }, { 'decision.until': SAY.untilPast }],
  ['a date in the past', { ...KEEP, until: '2026-06-09' }, { 'decision.until': SAY.untilPast }],
  ['a date too far', { ...KEEP, until: '2031-06-10' }, { 'decision.until': SAY.untilFar }],
  ['no way to mend', { kind: 'fix', reason: 'x' }, { 'decision.fix': SAY.fix }],
  [
    'nothing at all',
    { kind: 'park', reason: '' },
    { 'decision.reason': SAY.reason, 'decision.until': SAY.until },
  ],
])('%s is told by field, and nothing is kept', async (_name, decision, fields) => {
  const { ports, held } = site();
  const error = await refusal(begin(ports, decision));
  expect([error.code, error.fields]).toEqual(['invalid_input', fields]);
  expect([held.decision, held.acts]).toEqual([null, []]);
});

test('the day of a decision is the project’s: what is today there is no date to wait for', async () => {
  const { ports, held } = site();
  held.now = Date.parse('2026-06-10T23:30:00Z');
  const tomorrow = { ...PARK, until: '2026-06-11' };
  held.rules = { timeZone: 'Europe/Berlin' };
  expect((await refusal(begin(ports, tomorrow))).code).toBe('invalid_input');
  held.rules = { timeZone: 'America/New_York' };
  expect((await begin(ports, tomorrow)).now).toMatchObject({ until: '2026-06-11' });
});

test('a sub-task is nobody’s decision', async () => {
  const { ports, held } = site();
  held.facts = { level: -1 };
  expect(await refusal(begin(ports, KILL))).toMatchObject({ message: SAY.subtask });
});

test('what Jira does not take is decided all the same, and said', async () => {
  const { ports, held } = oneItem(failing('show decision'));
  expect(await begin(ports, PARK)).toMatchObject({ now: { kind: 'park' }, written: false });
  expect(kindsOf(held)).toEqual(['decision.park']);
});

test('that Jira shows a decision at last is no reason to refuse the next one', async () => {
  const { ports } = oneItem(failing('show decision', { times: 1 }));
  const parked = await begin(ports, PARK);
  expect(parked.written).toBe(false);
  await repairDecisions(ports, '1', '2026-06-10');
  const seen = { ...SEEN, rev: parked.rev };
  expect(await begin(ports, KEEP, { seen })).toMatchObject({ now: { kind: 'keep' } });
});
