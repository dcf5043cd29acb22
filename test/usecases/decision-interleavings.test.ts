// Two people at one item, and the night beside them, in every order of their steps and with calls that
// fail: what is told as decided is kept once, with its act, and the item shows what storage says.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DecisionInput } from '../../src/domain/decision';
import { AppError } from '../../src/domain/errors';
import type { Ports } from '../../src/ports';
import { beginDecision } from '../../src/usecases/begin-decision';
import { dropDecision, finishDecision, settleIntents } from '../../src/usecases/finish-decision';
import { propertyOf } from '../../src/usecases/keep-decision';
import { repairDecisions } from '../../src/usecases/repair-decisions';
import { endReopened, undoDecision, wakeDecisions } from '../../src/usecases/undo-decision';
import { LONG_TRIES, runsOf } from '../support/runs';
import { failing, oneItem, type OneItem, type Step } from './one-item';

const SEEN = { statusId: '100', flag: null, answer: null, rev: 0 };
const KILL: DecisionInput = { kind: 'kill', reason: 'Nobody asks for it.' };
const PARK: DecisionInput = { kind: 'park', until: '2026-09-01', reason: 'After the summer.' };
const KEEP: DecisionInput = { kind: 'keep', until: '2026-07-01', reason: 'Nearly ready.' };
const FIX: DecisionInput = { kind: 'fix', fix: 'answer', reason: 'It has a goal now.' };
const CLOSED = { category: 'done' as const, statusId: '106' };

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : 'threw'),
  );
const begin = (ports: Ports, by: string, decision: DecisionInput, rev = 0) =>
  beginDecision(ports, by, { itemId: '1', decision, seen: { ...SEEN, rev } });

/** The property shows what storage says, wherever storage says that it does. */
function expectShown({ decision, shownDecision }: OneItem): void {
  if (decision?.written) expect(shownDecision).toEqual(propertyOf(decision.now));
}
/** Every decision and every end has one act, in their order. */
function expectActs({ decision, acts }: OneItem): void {
  const made = [...(decision?.past ?? []).map(({ decided }) => decided), decision?.now ?? null];
  const kinds = acts.map(({ kind }) => kind);
  expect(kinds.filter((kind) => /kill|park|keep|fix/.test(kind))).toHaveLength(
    made.filter((one) => one !== null).length,
  );
  const ends = (decision?.past ?? []).filter(
    ({ ended }) => ended !== null && ended.how !== 'replaced',
  );
  expect(kinds.filter((kind) => /undo|wake|reopen/.test(kind))).toHaveLength(ends.length);
}

type Deed = (ports: Ports, held: OneItem) => Promise<unknown>;
async function atOnce(scheduler: fc.Scheduler, deeds: readonly Deed[], first?: Deed) {
  let ordered = false;
  const step: Step = async (name, run) =>
    ordered ? scheduler.schedule(Promise.resolve(), name).then(run) : run();
  const { ports, held } = oneItem(step);
  await first?.(ports, held);
  ordered = true;
  const told = await scheduler.waitFor(Promise.all(deeds.map((deed) => codeOf(deed(ports, held)))));
  ordered = false;
  return { ports, held, told };
}

const anyDecision = fc.constantFrom(KILL, PARK, KEEP, FIX);

test('of two who decide on the same view one decides, and the other is told', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), anyDecision, anyDecision, async (scheduler, a, b) => {
      const { told, held } = await atOnce(scheduler, [
        (ports) => begin(ports, 'one', a),
        (ports) => begin(ports, 'two', b),
      ]);
      expect([...told].sort()).toEqual(['conflict', 'done']);
      const [by, kind] = told[0] === 'done' ? ['one', a.kind] : ['two', b.kind];
      const { now, intent, past } = held.decision ?? {};
      expect(now ?? intent?.decided ?? past?.[0]?.decided).toMatchObject({ by, kind });
      expectShown(held);
      expectActs(held);
    }),
    runsOf(30, LONG_TRIES),
  );
});

test('a kill that is finished by its page, once more, and by the night is one kill', async () => {
  const first: Deed = async (ports, held) => {
    await begin(ports, 'one', KILL);
    held.facts = CLOSED;
    held.now += 2 * 3_600_000;
  };
  const finish: Deed = (ports) => finishDecision(ports, 'one', { itemId: '1', intent: 'id-1' });
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const night: Deed = (ports) => settleIntents(ports, '1');
      const { ports, held } = await atOnce(scheduler, [finish, finish, night], first);
      expect(await codeOf(finish(ports, held))).toBe('done');
      await repairDecisions(ports, '1', '2026-06-10');
      expect(held.decision).toMatchObject({ now: { kind: 'kill', by: 'one' }, intent: null });
      expect(held.decision?.past).toEqual([]);
      expect(held.shownDecision).toEqual({ decision: 'killed' });
      expectActs(held);
    }),
    runsOf(30, LONG_TRIES),
  );
});

test('ending an item, giving it up and somebody who decides at once leave one of them', async () => {
  const first: Deed = (ports) => begin(ports, 'one', KILL);
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.boolean(), async (scheduler, closed) => {
      const deeds: Deed[] = [
        (ports, held) => {
          if (closed) held.facts = CLOSED;
          return finishDecision(ports, 'one', { itemId: '1', intent: 'id-1' });
        },
        (ports) => dropDecision(ports, 'one', { itemId: '1', intent: 'id-1' }),
        (ports) => begin(ports, 'two', PARK, 1),
      ];
      const { told, held } = await atOnce(scheduler, deeds, first);
      const [finished, dropped, parked] = told;
      expect(held.decision?.intent ?? null).toBeNull();
      if (finished === 'done') expect(held.decision?.now).toMatchObject({ kind: 'kill' });
      if (!closed) expect([finished, dropped]).toEqual(['conflict', 'done']);
      // Whoever saw the intent is held up by it.
      expect(parked).toBe('conflict');
      expectShown(held);
      expectActs(held);
    }),
    runsOf(30, LONG_TRIES),
  );
});

test('taking back, waking and deciding anew at once end the decision once', async () => {
  const first: Deed = (ports) => begin(ports, 'one', PARK);
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const deeds: Deed[] = [
        (ports) => undoDecision(ports, 'one', { itemId: '1', rev: 1 }),
        (ports) => wakeDecisions(ports, '1', '2026-09-01'),
        (ports) => begin(ports, 'two', KEEP, 1),
      ];
      const { ports, told, held } = await atOnce(scheduler, deeds, first);
      expect(told.filter((code) => code === 'done').length).toBeGreaterThanOrEqual(1);
      expect(held.decision?.past.filter(({ decided }) => decided.kind === 'park')).toHaveLength(1);
      await repairDecisions(ports, '1', '2026-06-10');
      expect(held.shownDecision).toEqual(propertyOf(held.decision?.now ?? null));
      expectActs(held);
    }),
    runsOf(30, LONG_TRIES),
  );
});

const CALLS = [
  'read',
  'settings',
  'decision',
  'decide',
  'show decision',
  'look',
  'unsettled',
] as const;
const faults = fc.record({
  call: fc.constantFrom(...CALLS),
  nth: fc.integer({ min: 1, max: 3 }),
  /** The call takes effect, only its reply is lost. */
  after: fc.boolean(),
  times: fc.integer({ min: 1, max: 2 }),
});
/** A decision of this kind from its beginning to its end. */
async function decide(ports: Ports, held: OneItem, decision: DecisionInput): Promise<void> {
  const { intent } = await begin(ports, 'one', decision);
  if (decision.kind !== 'kill') return;
  held.facts = CLOSED;
  await finishDecision(ports, 'one', { itemId: '1', intent: intent?.id ?? '' });
}

test('whichever call fails, "decided" is only said of what is kept, and the night brings the rest', async () => {
  await fc.assert(
    fc.asyncProperty(faults, anyDecision, async ({ call, ...when }, decision) => {
      let broken = true;
      const fails = failing(call, when);
      const step: Step = (name, run) => (broken ? fails(name, run) : Promise.resolve(run()));
      const { ports, held } = oneItem(step);
      const told = await codeOf(decide(ports, held, decision));
      const kept = (kind: string) =>
        held.decision?.now?.kind === kind || held.decision?.past[0]?.decided.kind === kind;
      if (told === 'done') expect(kept(decision.kind)).toBe(true);
      expectShown(held);
      expectActs(held);
      broken = false;
      held.now += 2 * 3_600_000;
      await settleIntents(ports, '1');
      await repairDecisions(ports, '1', '2026-06-10');
      await endReopened(ports, '1');
      if (held.facts.category === 'done') expect(kept('kill')).toBe(true);
      expect(held.decision?.intent ?? null).toBeNull();
      expect(held.shownDecision).toEqual(propertyOf(held.decision?.now ?? null));
      expectActs(held);
    }),
    runsOf(50, LONG_TRIES),
  );
});
