// What must hold of every value of Ladder's properties, whoever wrote it: reading it never throws, and
// nothing that Ladder writes loses what its author has not seen, or what belongs to somebody else.
import { isDeepStrictEqual } from 'node:util';
import { fingerprint } from '../../src/contract/fingerprint';
import {
  canonical,
  GATE_PROPERTY,
  PROPERTY_KEYS,
  readAnswer,
  readDecision,
  readFlag,
  readPass,
  readResult,
  writeAnswer,
  writeDecision,
  writeFlag,
  writePass,
  writeResult,
} from '../../src/contract/properties';
import { AppError } from '../../src/domain/errors';
import type { Read } from '../../src/domain/item';
import { DEFAULT_RULES } from '../../src/domain/rules';
import { gateTable } from '../../src/domain/gate';
import { saveAnswer } from '../../src/usecases/save-answer';
import { sortItem } from '../../src/usecases/sort-item';
import type { Ports } from '../../src/ports';
import { aGoal } from '../support/builders';
import { valuesFrom, type Concern, type MadeValue } from '../support/property-values';
import { oneItem } from '../usecases/one-item';
import { ITEM, PROJECT, propertySite, type Held } from './property-site';

const roundTrip =
  <T extends object>(read: (value: unknown) => Read<T>, write: (value: T) => object) =>
  (value: unknown) => {
    const first = read(value);
    return { kind: first.kind, written: first.kind === 'value' ? write(first.value) : null };
  };

const READERS: Record<
  Concern,
  (value: unknown) => { kind: Read<unknown>['kind']; written: object | null }
> = {
  answer: roundTrip(readAnswer, writeAnswer),
  flag: roundTrip(readFlag, writeFlag),
  result: roundTrip(readResult, writeResult),
  decision: roundTrip(readDecision, writeDecision),
  pass: roundTrip(readPass, writePass),
};

const expectThat = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

/** Reads it as each of the properties. What is read is part of the value, and reads the same again. */
function readIt({ made, of, value }: MadeValue): void {
  for (const [concern, reader] of Object.entries(READERS)) {
    const { kind, written } = reader(value);
    expectThat((kind === 'none') === (value === null), `${concern}: ${kind}`);
    if (made === 'newer') expectThat(kind === 'newer', `${concern}: ${kind} instead of newer`);
    if (made === 'valid' && concern === of) expectThat(kind === 'value', `${concern}: ${kind}`);
    if (written === null) continue;
    for (const [key, part] of Object.entries(written))
      expectThat(isDeepStrictEqual((value as Record<string, unknown>)[key], part), key);
    expectThat(
      isDeepStrictEqual(reader(written), { kind: 'value', written }),
      'not the same again',
    );
  }
  // Nothing of a value is left out of what is compared.
  if (made !== 'deep')
    expectThat(isDeepStrictEqual(JSON.parse(canonical(value)), value), 'not all is compared');
  const print = fingerprint(value);
  expectThat(value === null ? print === null : /^[0-9a-f]{32}$/.test(print ?? ''), 'fingerprint');
}

const ANSWER = `${ITEM}${PROPERTY_KEYS.answer}`;
const THEIRS = ['their-app', 'ladder', 'ladder-answers', 'ladder-flag.old', 'LADDER-ANSWER'];

/** Properties of others, with a value that nobody expects, beside those of Ladder. */
const besideOf = (text: string): [string, string][] =>
  [ITEM, PROJECT].flatMap((where) =>
    THEIRS.map((key, n): [string, string] => [`${where}${key}`, n === 0 ? text : `"${n}"`]),
  );

interface Stage {
  held: Held;
  ports: Ports;
  answer: () => string | undefined;
}

/** @param meanwhile runs when a save has taken the lock and has not looked at the item again */
function stageOf(text: string, meanwhile: () => void = () => undefined, fails = ''): Stage {
  const held: Held = new Map(besideOf(text));
  let locks = 0;
  const { ports } = oneItem(async (name, run) => {
    if (name === fails) throw new AppError('jira_unavailable', 'lost');
    const done = run();
    if (name === 'lock' && (locks += 1) === 1) meanwhile();
    return done;
  });
  return {
    held,
    ports: { ...ports, items: propertySite(held).items },
    answer: () => held.get(ANSWER),
  };
}

const WHOLE = { why: 'move' as const, goal: 'g1', by: 'x', expect: 'y', checkBy: '2026-12-01' };
const save = (ports: Ports, seen: string | null) =>
  saveAnswer(ports, 'acc', { itemId: '1', seen, endsDraft: false, answer: WHOLE }).then(
    () => 'saved',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

/** Ways to write where the value stands; each says when something was lost. */
const WRITES: ((value: unknown, text: string, other: string) => Promise<Held>)[] = [
  async function overSomethingElse(value, text) {
    const { held, ports, answer } = stageOf(text);
    held.set(ANSWER, text);
    const ended = await save(ports, fingerprint({ v: 1, why: 'run', state: 'answered', by: '?' }));
    expectThat(ended === 'conflict' && answer() === text, `unseen: ${ended} ${answer()}`);
    return held;
  },
  async function overWhatWasSeen(value, text) {
    const { held, ports, answer } = stageOf(text);
    held.set(ANSWER, text);
    const ended = await save(ports, fingerprint(value));
    if (readAnswer(value).kind === 'newer')
      expectThat(ended === 'invalid_input' && answer() === text, `newer: ${ended} ${answer()}`);
    else {
      const now = JSON.parse(answer() ?? 'null') as Record<string, unknown>;
      expectThat(ended === 'saved' && now.by === 'x', `seen: ${ended} ${answer()}`);
    }
    return held;
  },
  async function whileSomebodyElseWrites(_value, text, other) {
    const { held, ports, answer } = stageOf(other, () => held.set(ANSWER, text));
    const ended = await save(ports, null);
    const isThere = text === 'null';
    expectThat(isThere || (ended === 'conflict' && answer() === text), `meanwhile: ${ended}`);
    return held;
  },
  async function thatIsTakenBack(value, text) {
    const { held, ports, answer } = stageOf(text, undefined, 'store');
    held.set(ANSWER, text);
    const given = { itemId: '1', sort: 'moved' as const, seen: fingerprint(value), rev: 0 };
    const ended = await sortItem(ports, 'acc', given).then(
      () => 'sorted',
      () => 'refused',
    );
    const now = fingerprint(JSON.parse(answer() ?? 'null'));
    expectThat(ended === 'refused' && now === fingerprint(value), `taken back: ${answer()}`);
    return held;
  },
  async function besideIt(value, text) {
    const held: Held = new Map(besideOf(text));
    for (const key of [...Object.values(PROPERTY_KEYS)]) held.set(`${ITEM}${key}`, text);
    held.set(`${PROJECT}${GATE_PROPERTY}`, text);
    const { items, projects, backlog } = propertySite(held);
    await backlog.item('1');
    await items.writeResult('1', { result: 'moved', evidence: 'judged', at: '2026-12-01' });
    await items.writeDecision('1', { decision: 'kept', until: '2026-12-01' });
    await items.writePass('1', { until: '2026-12-01', untilAt: 1 });
    await backlog.setFlag(['1'], { flag: 'warned', reason: 'aged', since: '2026-12-01' });
    expectThat(held.get(ANSWER) === text, 'the answer beside it');
    const settings = { projectId: '1', rev: 1, goals: [aGoal()], agreements: [] };
    const say = { none: 'a', half: 'b', goal: 'c' };
    const table = gateTable({ ...settings, rules: DEFAULT_RULES }, [], say);
    await projects.publishGate('1', table);
    const there: unknown = JSON.parse(held.get(`${PROJECT}${GATE_PROPERTY}`) ?? '');
    expectThat(isDeepStrictEqual(there, table), 'the table of the gate');
    await items.writeResult('1', null);
    await backlog.clearFlags(['1']);
    await backlog.clearDecisions(['1']);
    await projects.removeGate('1');
    expectThat(readAnswer(value).kind === readAnswer(JSON.parse(text)).kind, 'read as it stands');
    return held;
  },
];

/**
 * Puts so many values from a seed through all this.
 * @param writeEvery of how many one is written too; reading takes a quarter of the time
 * @returns how many of each make there were
 * @throws Error that names the value, its number and what went wrong
 */
export async function tryValues(
  seed: number,
  count: number,
  writeEvery = 1,
): Promise<Map<string, number>> {
  const next = valuesFrom(seed);
  const counts = new Map<string, number>();
  let other = '"before"';
  for (let n = 0; n < count; n += 1) {
    const one = next();
    counts.set(one.made, (counts.get(one.made) ?? 0) + 1);
    const text = one.made === 'deep' ? canonical(one.value) : JSON.stringify(one.value);
    try {
      readIt(one);
      if (n % writeEvery > 0) continue;
      const write = WRITES[(n / writeEvery) % WRITES.length];
      const held = await write?.(one.value, text, other);
      const beside = besideOf(write === WRITES[2] ? other : text);
      for (const [path, theirs] of beside)
        expectThat(held?.get(path) === theirs, `${path} of somebody else`);
    } catch (error) {
      throw new Error(`value ${n} of seed ${seed} (${one.made}): ${text.slice(0, 400)}`, {
        cause: error,
      });
    }
    other = text;
  }
  return counts;
}
