// Payloads with every text that a procedure takes, also those that may be left out.
import type { ProcedureName } from '../../../src/contract/procedures';
import { goalInput, PROJECT, type Loop } from '../../support/loop';
import { payloadNow, type Goals, type Subject } from '../payloads';

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One over the other, key by key; lists are replaced. */
function over(below: unknown, above: unknown): unknown {
  if (!isFields(below) || !isFields(above)) return above;
  const keys = [...new Set([...Object.keys(below), ...Object.keys(above)])];
  return Object.fromEntries(
    keys.map((key) => [key, key in above ? over(below[key], above[key]) : below[key]]),
  );
}

const SENTENCE = { by: 'x', expect: 'x', measure: 'x', whom: 'x', because: 'x' };
const DRAFT = { ...SENTENCE, why: 'x', goal: 'x', checkBy: 'x', delta: 'x', enables: 'x' };
const GOAL = { ...goalInput(), ownerAccountId: 'acc-dev', link: 'https://x.example' };
const RULES = {
  forum: { name: 'x', memberIds: ['acc-dev', 'acc-po'] },
  exemptLabels: ['x'],
  streams: [{ id: 's1', name: 'x', clause: 'labels = a' }],
  blocked: 'labels = a',
};
const ROWS = { rows: [{ key: 'x', value: { subject: 'x' } }] };
const READING = { day: '2026-06-01' };

/** What a payload of its own leaves out. */
const more = ({ lasting, ending, owned }: Goals): Partial<Record<ProcedureName, object>> => ({
  'answer.save': { seen: 'x', answer: SENTENCE },
  'draft.save': { seen: 'x', texts: { ...DRAFT, stopBy: 'x', stopValue: 'x' } },
  'result.give': { note: 'x', reading: { ...READING, goalId: lasting } },
  'result.later': { note: 'x' },
  'sort.give': { seen: 'x', reading: { ...READING, goalId: lasting } },
  'sort.undo': {
    restore: { v: 1, why: 'move', state: 'half', goal: lasting, ...SENTENCE, enables: 'x' },
  },
  'reading.save': { note: 'x', link: 'https://x.example' },
  'reading.report': { note: 'x' },
  'decisions.list': { after: 'x' },
  'decision.begin': { attempt: 'x', seen: { answer: 'x' } },
  'acts.list': { after: 'x', kinds: ['x'] },
  'data.count': { after: 'x' },
  'data.read': { after: 'x' },
  'data.check': { ...ROWS, goalIds: [lasting] },
  'data.import': { ...ROWS, of: 1 },
  'data.items': { flags: [{ itemId: '10001', flag: { flag: 'x' } }] },
  'data.adopt': { goals: [{ id: 'goal-x', ...GOAL, successorId: lasting }], rules: RULES },
  'goal.save': { goalId: owned, goal: GOAL },
  'goal.end': { successorId: lasting },
  'period.start': { goals: [{ follows: ending, goal: GOAL }] },
  'agreement.save': { agreementId: 'x' },
  'agreement.sign': { note: 'x' },
  'rules.save': { rules: RULES },
  'settings.history': { after: 'x' },
  'gate.place': { transitionIds: ['x'] },
});

/** The payload as it has to be now, with all of them. */
export async function fullPayload(
  loop: Loop,
  goals: Goals,
  name: ProcedureName,
  itemId: string,
): Promise<Record<string, unknown>> {
  const subject: Subject = { itemId, projectId: PROJECT };
  const right = (await payloadNow(loop, goals, name))(subject);
  const full = over(right, more(goals)[name] ?? {}) as Record<string, unknown>;
  if (name !== 'decisionDraft.save') return full;
  const entries = (full['entries'] as object[]).map((one) =>
    over(one, { note: 'x', seen: { answer: 'x' } }),
  );
  return { ...full, entries };
}
