// Values as anybody with a script may write them into Ladder's properties: right ones, right ones with
// something changed, those of later versions, and what has nothing to do with Ladder. From one seed
// come the same values; each went through JSON's text once, as everything does that Jira holds.
import { PROPERTY_KEYS } from '../../src/contract/properties';

export type Concern = keyof typeof PROPERTY_KEYS;
const CONCERNS = Object.keys(PROPERTY_KEYS) as Concern[];

export interface MadeValue {
  /** How it was made; `valid` may carry parts that Ladder does not know. */
  made: 'valid' | 'changed' | 'newer' | 'foreign' | 'deep';
  of: Concern;
  value: unknown;
}

/** Whole numbers below `below`, from a seed (mulberry32). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const KEYS = [
  ...['v', 'why', 'state', 'goal', 'by', 'expect', 'checkBy', 'when', 'flag', 'since', 'until'],
  ...['result', 'at', 'untilAt', 'x', '', '__proto__', 'constructor', 'toString', 'length', '0'],
  ...['then', 'toJSON', 'ключ', 'a.b', '$ref', ' '],
];
const TEXTS = [
  ...['', ' ', 'move', 'run', 'answered', 'half', 'g1', '2026-12-01', '2026-02-30', 'warned'],
  ...['<img src=x onerror=alert(1)>', '\u0000', '\ud800', '\u202eabc', '{{7*7}}', '=1+1', '🙂'],
  ...['null', '[]', '{"v":1}', 'NaN', '1e999', '../..', "' OR 1=1", 'x'.repeat(1_200)],
];
/** What looks as long as a text or a list, until its length is compared with a number. */
const ODD_LENGTH = { length: { toString: 1 } };
const NUMBERS = [0, 1, 2, -1, 0.5, 3, 1e15, 1e16, -1e308, 5e-324, 2 ** 53 + 2, 1e21];
const LATER = [2, 3, 7, 1_000, 2 ** 31];

/** Gives the next of a seed's values at each call. */
export function valuesFrom(seed: number): () => MadeValue {
  const below = numbersFrom(seed);
  const oneOf = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const maybe = <T>(key: string, make: () => T) => (below(2) === 0 ? {} : { [key]: make() });

  function anything(depth: number): unknown {
    const kind = below(depth > 0 ? 7 : 5);
    if (kind === 0) return oneOf([null, true, false, ODD_LENGTH]);
    if (kind < 3) return oneOf(TEXTS);
    if (kind < 5) return oneOf(NUMBERS);
    if (kind === 5) return Array.from({ length: below(4) }, () => anything(depth - 1));
    return Object.fromEntries(
      Array.from({ length: below(5) }, () => [oneOf(KEYS), anything(depth - 1)]),
    );
  }

  const day = () =>
    `20${20 + below(20)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;
  const text = () => `${oneOf(TEXTS.slice(0, 20))}y`;

  const VALID: Record<Concern, () => object> = {
    answer: () => {
      const why = oneOf(['move', 'test', 'run']);
      const state = why === 'run' ? 'answered' : oneOf(['half', 'answered']);
      const whole = why !== 'run' && state === 'answered';
      return {
        ...{ v: 1, why, state },
        ...(whole && { goal: `g${below(9)}`, by: text(), expect: text(), checkBy: day() }),
        ...{ ...maybe('measure', text), ...maybe('delta', () => below(100) - 50) },
        ...{ ...maybe('whom', text), ...maybe('because', text), ...maybe('stopBy', day) },
        ...{ ...maybe('stopValue', () => below(1_000) / 8), ...maybe('answered', day) },
        ...maybe('when', () => oneOf(['before', 'started', 'done', 'sorted'])),
      };
    },
    flag: () => ({
      ...{ v: 1, ...maybe('flag', () => oneOf(['warned', 'candidate'])), ...maybe('since', day) },
      ...maybe('reason', () => oneOf(['aged', 'goal', 'check', 'stop', 'idle'])),
      ...maybe('notBefore', day),
    }),
    result: () => ({
      ...{ v: 1, result: oneOf(['moved', 'flat', 'unclear']) },
      ...{ evidence: oneOf(['measured', 'judged']), at: day() },
    }),
    decision: () => ({
      ...{ v: 1, decision: oneOf(['killed', 'parked', 'kept']), ...maybe('until', day) },
    }),
    pass: () => ({ v: 1, until: day(), untilAt: Date.UTC(2026, below(12), 1 + below(28)) }),
  };

  /** A right one of which up to three parts are gone, others, or were never Ladder's. */
  function changed(of: Concern): unknown {
    const value: Record<string, unknown> = { ...VALID[of]() };
    for (let times = 1 + below(3); times > 0; times -= 1) {
      const key = below(2) === 0 ? oneOf(Object.keys(value)) : oneOf(KEYS);
      if (below(3) === 0) delete value[key];
      else value[key] = anything(2);
    }
    const whole = below(20);
    return whole === 0 ? [value] : whole === 1 ? JSON.stringify(value) : value;
  }

  /** Nested deeper than any function calls itself; as long as a property may be. */
  const deep = (): unknown => {
    const [open, close] = oneOf([
      ['[', ']'],
      ['{"a":', '}'],
    ] as const);
    const depth = Math.floor(32_000 / (open.length + close.length));
    return JSON.parse(`${open.repeat(depth)}1${close.repeat(depth)}`);
  };

  const throughText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

  return () => {
    const of = oneOf(CONCERNS);
    const kind = below(1_000);
    // Long ones are rare, as they take as long as many others.
    if (kind === 0) return { made: 'deep', of, value: deep() };
    if (kind < 250) return { made: 'foreign', of, value: throughText(anything(4)) };
    if (kind < 400) {
      const value = { ...(throughText(anything(2) ?? {}) as object), v: oneOf(LATER) };
      return { made: 'newer', of, value };
    }
    if (kind < 700) return { made: 'changed', of, value: throughText(changed(of)) };
    const more = below(2) === 0 ? {} : { theirs: anything(2), 'x-other': anything(1) };
    return { made: 'valid', of, value: throughText({ ...VALID[of](), ...more }) };
  };
}
