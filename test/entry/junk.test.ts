// Payloads of any shape: each is answered before anybody is asked, and told what is wrong with it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { forgePorts } from '../../src/adapters/forge-ports';
import { readBy } from '../../src/contract/read-by';
import { procedures, type ProcedureName } from '../../src/contract/procedures';
import { guard } from '../../src/entry/resolvers/guard';
import { answerFor, goalInput, PROJECT, startLoop, type Loop } from '../support/loop';
import { answerOf, NAMES } from './calls';
import { foundIn, withAt, type Found } from './attacks/contract-places';
import { fullPayload } from './attacks/full-payloads';
import { addGoals, payloadsNow, type Goals } from './payloads';

/** What is right but for one thing is junk too. */
const BAD_IDS = [
  '',
  '01',
  ' 1',
  '1\n',
  '-1',
  '1e3',
  'SHOP-1',
  '../1',
  '1?x=1',
  '١',
  '9'.repeat(20),
];

/** Nothing can compare the length of the first with a number. */
const OBJECTS = [{ length: { toString: 1 } }, { length: 1 }, {}];
/** What is never in the place of the other: here no schema is asked. */
const WRONG: Record<Found['type'], readonly unknown[]> = {
  string: [...OBJECTS, 7, true, ['text']],
  number: [...OBJECTS, '7', true, [7]],
  boolean: [...OBJECTS, 'true', 1, [true]],
  array: [...OBJECTS, 'text', 7, true],
  enum: [...OBJECTS, 7, true, 'no word of them', ['text']],
  literal: [...OBJECTS, 'no word of them', ['text']],
};

const junkFor = (right: Record<string, unknown>) => {
  const spoiled = fc
    .tuple(fc.constantFrom(...Object.keys(right)), fc.jsonValue())
    .map(([key, junk]): unknown => ({ ...right, [key]: junk }));
  const forged = fc
    .tuple(fc.constantFrom('itemId', 'projectId'), fc.constantFrom(...BAD_IDS))
    .map(([key, id]): unknown => ({ ...right, [key]: id }));
  const lacking = fc.constantFrom(...Object.keys(right)).map((key): unknown => {
    const { [key]: _lost, ...rest } = right;
    return rest;
  });
  return fc.oneof(fc.jsonValue(), spoiled, forged, lacking);
};

let loop: Loop;
let goals: Goals;
let valid: Awaited<ReturnType<typeof payloadsNow>>;
beforeAll(async () => {
  loop = await startLoop();
  goals = await addGoals(loop);
  valid = await payloadsNow(loop, goals);
}, 60_000);
afterAll(() => loop.close());

const SILENT = { info: () => undefined, error: () => undefined };
const never = () => Promise.reject(new Error('it ran'));
// Ports that cannot answer: had the guard asked anybody, the code would be `internal`.
const guardOf = (name: ProcedureName) => guard({ ...forgePorts(), log: SILENT }, name, never);

test.each(NAMES)('%s answers any junk with an envelope that says what is wrong', async (name) => {
  const right = valid[name]({ itemId: '10001', projectId: PROJECT });
  const guarded = guardOf(name);
  await fc.assert(
    fc.asyncProperty(junkFor(right), async (payload) => {
      fc.pre(!readBy(procedures[name].input, payload).success);
      const answer = await guarded({ payload, context: { accountId: 'acc-po' } });
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
      if (!answer.ok) expect(Object.keys(answer.error.fields ?? {})).not.toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test.each(NAMES)('%s takes nothing of another kind, wherever it stands', async (name) => {
  const { input } = procedures[name];
  const right = valid[name]({ itemId: '10001', projectId: PROJECT });
  const full = await fullPayload(loop, goals, name, '10001');
  const guarded = guardOf(name);
  for (const payload of input.safeParse(full).success ? [right, full] : [right]) {
    expect(input.safeParse(payload).success).toBe(true);
    const found = foundIn(input, payload);
    expect(found.length).toBeGreaterThan(0);
    for (const { place, type } of found)
      for (const junk of WRONG[type]) {
        const spoiled = withAt(payload, place, junk);
        const answer = await guarded({ payload: spoiled, context: { accountId: 'acc-po' } });
        const said = [place, junk, answer.ok || answer.error.code];
        expect(said).toEqual([place, junk, 'invalid_input']);
        if (!answer.ok) expect(Object.keys(answer.error.fields ?? {})).not.toEqual([]);
      }
  }
});

test('a text of 40,000 characters is refused at its field, and nothing is written', async () => {
  const long = 'x'.repeat(40_000);
  const save = { itemId: '10001', seen: null, answer: { ...answerFor('g1'), by: long } };
  const answer = await answerOf(loop, 'po', 'answer.save', save);
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'invalid_input', fields: { 'answer.by': expect.any(String) } },
  });
  const goal = { projectId: PROJECT, rev: 0, goal: goalInput({ metric: long, unit: long }) };
  expect(await answerOf(loop, 'po', 'goal.save', goal)).toMatchObject({
    ok: false,
    error: { fields: { 'goal.metric': expect.any(String), 'goal.unit': expect.any(String) } },
  });
  expect(await loop.property(1, 'ladder-answer')).toBeUndefined();
});
