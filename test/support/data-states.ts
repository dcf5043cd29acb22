// Any state of a project's data, made through the same ports as everywhere.
import fc from 'fast-check';
import { writeAnswer, writeFlag } from '../../src/contract/properties';
import { DEFAULT_RULES } from '../../src/domain/rules';
import type { Act } from '../../src/ports';
import { ME, PROJECT, START, type DataWorld } from './data-world';

/** Texts that have broken something somewhere. */
const hostile = fc.constantFrom(
  '</script><script>alert(1)</script>',
  '=HYPERLINK("http://x")',
  '\u2028\u2029\u0000\r\n{"s":"acts"}',
  '__proto__',
  '\uD800',
  '" OR 1=1 --',
  '𝒳 مرحبا ‮',
);
const text = fc.oneof(hostile, fc.string({ minLength: 1, maxLength: 30 })).map((one) => `x${one}`);
const day = fc.constantFrom('2026-01-31', '2026-02-28', '2026-06-10', '2027-12-31');

const itemState = fc.record({
  result: fc.option(fc.constantFrom('moved' as const, 'flat' as const, 'unclear' as const)),
  decision: fc.option(fc.constantFrom('park' as const, 'keep' as const)),
  pass: fc.boolean(),
  answer: fc.option(fc.constantFrom('run' as const, 'half' as const)),
  flag: fc.option(fc.constantFrom('warned' as const, 'candidate' as const)),
  note: text,
  day,
});

/** What people have said of up to five items, with goals, readings and a signed agreement or without. */
export const dataState = fc.record(
  {
    goals: fc.array(text, { maxLength: 3 }),
    readings: fc.uniqueArray(day, { maxLength: 3 }),
    items: fc.array(itemState, { maxLength: 5 }),
    signed: fc.constant(true),
  },
  { requiredKeys: ['goals', 'readings', 'items'] },
);
export type DataState = typeof dataState extends fc.Arbitrary<infer T> ? T : never;

const AGREEMENT = 'agreement-0';
const AGREED = {
  ...{ firstDay: '2026-01-01', lastDay: '2026-12-31' },
  ...{ agreedOn: '2026-01-02', personIds: [ME] },
};

/** The id of the item at a place of the state, counted from 0. */
export const idOf = (at: number): string => String(20_000 + at);

const act = (kind: Act['kind'], subject: string, after: unknown): Act => ({
  ...{ projectId: PROJECT, subject, kind, by: 'acc-dev', at: START, before: null, after },
});

/** Fills the project, as it would be after some months, and shows everything on its items. */
export async function fillProject(world: DataWorld, { goals, readings, items, signed }: DataState) {
  const { ports, jira } = world;
  const settings = await ports.settings.load(PROJECT);
  await ports.scans.plan(PROJECT, true, START, () => START);
  await ports.settings.save(
    {
      ...settings,
      goals: goals.map((achieve, at) => ({
        ...{ id: `goal-${String(at)}`, achieve, by: 'doing', metric: 'm', unit: '%' },
        ...{ direction: 'up' as const, baseline: 1, target: 2 },
        ...{ firstDay: '2026-01-01', lastDay: '2026-12-31' },
      })),
      agreements: signed ? [{ id: AGREEMENT, ...AGREED }] : [],
      rules: { ...DEFAULT_RULES, graceDays: 7 },
    },
    act('goal.save', 'settings', goals),
  );
  if (signed) {
    const says = { says: 'signed' as const, wording: 'w', at: START, rev: 1 };
    const signature = { agreementId: AGREEMENT, accountId: ME, ...says };
    await ports.signatures.save(PROJECT, signature, 0, act('agreement.sign', AGREEMENT, 'signed'));
  }
  if (goals.length > 0)
    for (const one of readings)
      await ports.readings.save(
        PROJECT,
        {
          ...{ goalId: 'goal-0', day: one, value: 1.5, rev: 1, by: ME, at: START },
          ...{ withdrawn: false, earlier: [] },
        },
        0,
        act('reading.save', 'goal-0', one),
      );
  for (const [at, one] of items.entries()) {
    const id = idOf(at);
    const item = world.addItem(id);
    if (one.answer !== null) {
      const answer = writeAnswer(
        one.answer === 'run'
          ? { why: 'run', state: 'answered', because: one.note, answered: one.day }
          : { why: 'move', state: 'half', by: one.note },
      );
      jira.write(item, 'ladder-answer', JSON.stringify(answer), ME);
      await ports.answers.write(
        id,
        PROJECT,
        { rev: 1, hash: 'abc', previous: null, status: 'confirmed', by: ME, at: START },
        0,
      );
    }
    if (one.flag !== null) {
      const flag = writeFlag({ flag: one.flag, reason: 'aged', since: one.day });
      jira.write(item, 'ladder-flag', JSON.stringify(flag), null);
    }
    if (one.result !== null) {
      const given = { result: one.result, evidence: 'judged' as const, at: one.day };
      const kept = {
        ...{ rev: 1, writes: 1, written: true, earlier: [], later: [] },
        given: { ...given, by: ME, note: one.note },
      };
      await ports.results.save(id, PROJECT, kept, 0, act('result.give', id, one.note));
      await ports.items.writeResult(id, given);
    }
    if (one.decision !== null) {
      const now = {
        ...{ kind: one.decision, until: '2027-01-01', reason: one.note, by: ME, at: START },
        ...{ forum: '', flag: null, wasIn: '11' },
      };
      const kept = { rev: 1, now, intent: null, written: true, past: [] };
      await ports.decisions.save(id, PROJECT, kept, 0, act('decision.park', id, one.note));
      const shown = one.decision === 'park' ? 'parked' : 'kept';
      await ports.items.writeDecision(id, { decision: shown, until: '2027-01-01' });
    }
    if (one.pass) {
      const pass = { until: one.day, untilAt: START };
      const kept = {
        ...{ ...pass, rev: 1, reason: one.note, by: ME, at: START },
        ...{ withdrawn: false, written: true },
      };
      await ports.passes.save(id, PROJECT, kept, 0, act('start.anyway', id, one.note));
      await ports.items.writePass(id, pass);
    }
  }
  await world.store.driver.set('snapshot', `${PROJECT}:2026-06-09`, {
    ...{ projectId: PROJECT, day: '2026-06-09' },
    body: {
      ...{ v: 1, projectId: PROJECT, day: '2026-06-09', asked: 3, own: 1, parent: 0 },
      ...{ warned: 0, candidates: 0 },
    },
  });
}
