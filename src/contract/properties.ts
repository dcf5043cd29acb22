// The entity properties: what is written to an item and how it is read back. Whoever may edit an
// item may also overwrite these, so reading never trusts and never throws.
import { z } from 'zod';
import { missingParts, type KeptAnswer } from '../domain/answer';
import {
  FLAG_REASONS,
  type Decision,
  type Flag,
  type Pass,
  type Read,
  type Result,
} from '../domain/item';
import { day, finite, goalId, newer } from './fields';
import { readBy } from './read-by';
import { ITEM_KEY_LIMIT, SENTENCE_LIMIT, TEXT_LIMIT } from './limits';

export const PROPERTY_KEYS = {
  answer: 'ladder-answer',
  flag: 'ladder-flag',
  result: 'ladder-result',
  decision: 'ladder-decision',
  pass: 'ladder-pass',
} as const;

/** Project property with the gate's table. */
export const GATE_PROPERTY = 'ladder-gate';

/** JQL aliases of `jira:entityProperty` in the manifest, by property and path. */
export const ALIASES = {
  answer: {
    why: 'ladderWhy',
    state: 'ladderState',
    goal: 'ladderGoal',
    when: 'ladderWhen',
    delta: 'ladderDelta',
    checkBy: 'ladderCheckBy',
    stopBy: 'ladderStopBy',
    answered: 'ladderAnswered',
  },
  flag: {
    flag: 'ladderFlag',
    reason: 'ladderReason',
    since: 'ladderSince',
    notBefore: 'ladderNotBefore',
  },
  result: { result: 'ladderResult', evidence: 'ladderEvidence', at: 'ladderResultAt' },
  decision: { decision: 'ladderDecision', until: 'ladderUntil' },
  pass: { until: 'ladderPassUntil' },
} as const;

const short = z.string().max(TEXT_LIMIT).optional();
const sentence = z.string().max(SENTENCE_LIMIT).optional();

export const answerProperty = z.object({
  v: z.literal(1),
  why: z.enum(['move', 'test', 'run']),
  state: z.enum(['half', 'answered']),
  goal: goalId.optional(),
  by: sentence,
  expect: sentence,
  measure: short,
  checkBy: day.optional(),
  delta: finite.optional(),
  whom: short,
  because: short,
  stopBy: day.optional(),
  stopValue: finite.optional(),
  enables: z.string().max(ITEM_KEY_LIMIT).optional(),
  when: z.enum(['before', 'started', 'done', 'sorted']).optional(),
  answered: day.optional(),
});

const flagProperty = z.object({
  v: z.literal(1),
  flag: z.enum(['warned', 'candidate']).optional(),
  reason: z.enum(FLAG_REASONS).optional(),
  since: day.optional(),
  notBefore: day.optional(),
});

const resultProperty = z.object({
  v: z.literal(1),
  result: z.enum(['moved', 'flat', 'unclear']),
  evidence: z.enum(['measured', 'judged']),
  at: day,
});

const decisionProperty = z.object({
  v: z.literal(1),
  decision: z.enum(['killed', 'parked', 'kept']),
  until: day.optional(),
});

const passProperty = z.object({
  v: z.literal(1),
  until: day,
  /** The same end as an instant (milliseconds), for the gate's expression. */
  untilAt: z.number(),
});

/** Reads an untrusted value by schema. Absent is `none`; a later version is told apart from junk. */
function reader<T extends { v: 1 }, V extends Omit<T, 'v'>>(schema: z.ZodType<T>) {
  return (value: unknown): Read<V> => {
    if (value === undefined || value === null) return { kind: 'none' };
    const parsed = readBy(schema, value);
    if (parsed.success) {
      const { v: _version, ...rest } = parsed.data;
      return { kind: 'value', value: rest as unknown as V };
    }
    return readBy(newer, value).success ? { kind: 'newer' } : { kind: 'unreadable' };
  };
}

const readShape = reader<z.infer<typeof answerProperty>, KeptAnswer>(answerProperty);

/**
 * Reads `ladder-answer`. An answer that claims to be complete without being so is unreadable: the
 * gate and JQL would believe it, so a person has to look at it.
 */
export function readAnswer(value: unknown): Read<KeptAnswer> {
  const read = readShape(value);
  if (read.kind !== 'value' || read.value.state === 'half') return read;
  return missingParts(read.value).length === 0 ? read : { kind: 'unreadable' };
}

export const readFlag = reader<z.infer<typeof flagProperty>, Flag>(flagProperty);
export const readResult = reader<z.infer<typeof resultProperty>, Result>(resultProperty);
export const readDecision = reader<z.infer<typeof decisionProperty>, Decision>(decisionProperty);

export const readPass = reader<z.infer<typeof passProperty>, Pass>(passProperty);

/** Drops undefined fields: what is written is what JSON keeps. */
const plain = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export const writeAnswer = (answer: KeptAnswer) => plain({ v: 1 as const, ...answer });
export const writeFlag = (flag: Flag) => plain({ v: 1 as const, ...flag });
export const writeResult = (result: Result) => plain({ v: 1 as const, ...result });
export const writeDecision = (decision: Decision) => plain({ v: 1 as const, ...decision });
export const writePass = (pass: Pass) => plain({ v: 1 as const, ...pass });

/** The parts of a list or an object in their order, each with the text before it. */
const partsOf = (value: object): [label: string, part: unknown][] =>
  Array.isArray(value)
    ? value.map((part: unknown) => ['', part])
    : Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, part]) => [`${JSON.stringify(key)}:`, part]);

/**
 * Text that is equal for equal JSON values, whatever the order of their keys: the basis of
 * comparing what a page saw with what the item holds now.
 */
export function canonical(value: unknown): string {
  let text = '';
  // A list and no recursion: a value may be nested deeper than calls can be. What is text stands for itself.
  const rest: (string | { value: unknown })[] = [{ value }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next === 'string') text += next;
    else if (next.value === null || typeof next.value !== 'object')
      text += JSON.stringify(next.value) ?? 'null';
    else {
      const parts = partsOf(next.value);
      const [open, close] = Array.isArray(next.value) ? ['[', ']'] : ['{', '}'];
      text += open;
      rest.push(close);
      for (const [left, [label, part]] of parts.reverse().entries())
        rest.push({ value: part }, `${left < parts.length - 1 ? ',' : ''}${label}`);
    }
  }
  return text;
}
