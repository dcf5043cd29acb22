// Who may call what, over the local host: every procedure, from every module, as everybody.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { procedures, type ProcedureName } from '../../src/contract/procedures';
import { issue, PROJECT, startLoop, STATUS, writtenIn, type Loop } from '../support/loop';
import { ALLOWED, BROWSE } from './allowed';
import { answerOf, callRaw, EVERYBODY, isOffered, MODULES, NAMES, type Who } from './calls';
import { addGoals, idOf, payloadNow, prepare, type Goals } from './payloads';

const PLACES = MODULES.flatMap((module) =>
  NAMES.filter((name) => isOffered(name, module)).map((name) => ({ name, module })),
);
/** What is said of finished items only. */
const OF_FINISHED: ProcedureName[] = [
  'result.give',
  'result.later',
  'results.read',
  'sort.give',
  'sort.undo',
];
/** Each case acts on items of its own: one that is open, and a finished one for a result. */
const CASES = PLACES.flatMap(({ name, module }, place) =>
  EVERYBODY.map((who, n) => ({
    name,
    module,
    key: module.key,
    who,
    index: place * EVERYBODY.length + n,
  })),
);
const numberOf = (name: ProcedureName, index: number) =>
  OF_FINISHED.includes(name) ? 5_001 + index : 1 + index;

let loop: Loop;
let goals: Goals;

beforeAll(async () => {
  loop = await startLoop(
    CASES.flatMap(({ index }) => [
      issue(numberOf('item.open', index)),
      issue(numberOf('result.give', index), { statusId: STATUS.done, resolutionId: '1' }),
    ]),
  );
  goals = await addGoals(loop);
  // Ordered scans write in the background; here nobody else may write.
  loop.host.forge.pump.stop();
}, 60_000);
afterAll(() => {
  loop.host.forge.pump.start();
  return loop.close();
});

test('the table of rights has a line for every procedure, and every procedure a module', () => {
  expect(Object.keys(ALLOWED).sort()).toEqual([...NAMES].sort());
  expect(NAMES.filter((name) => !PLACES.some((place) => place.name === name))).toEqual([]);
});

async function mayOrNot({ name, module, who, index }: (typeof CASES)[number]): Promise<void> {
  const number = numberOf(name, index);
  const named = await prepare(loop, name, idOf(number), goals);
  const payloadOf = await payloadNow(loop, goals, name);
  const payload = payloadOf({ itemId: idOf(number), projectId: PROJECT, ...named });
  const call = () => answerOf(loop, who, name, payload, { module });
  if (ALLOWED[name].includes(who)) {
    expect(await call()).toMatchObject({ ok: true });
    return;
  }
  const before = writtenIn(loop);
  const answer = await call();
  if (answer.ok) throw new Error(`${name} is not for ${who}`);
  // Who sees the item or the project is told which right is lacking; nobody else learns that it exists.
  const sees =
    BROWSE.includes(who) || who === 'anonymous' || procedures[name].access.on === 'items';
  expect(answer.error.code).toBe(sees ? 'forbidden' : 'not_found');
  expect(answer.error.details).toBeUndefined();
  expect(JSON.stringify(answer)).not.toMatch(/SHOP|Item \d|checkouts/);
  expect(writtenIn(loop)).toBe(before);
}

const ERASING: ProcedureName = 'data.erase';
test.each(CASES.filter(({ name }) => name !== ERASING))('$name from $key as $who', mayOrNot);

test.each(MODULES)('$key offers the procedures of its surface and no others', async (module) => {
  for (const name of NAMES) {
    const call = callRaw(loop, { as: 'admin', module, procedure: name, payload: {} });
    if (isOffered(name, module))
      expect(await call).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    else await expect(call).rejects.toThrow(`no definition for '${name}'`);
  }
});

test('what the pages are told of rights are the rights', async () => {
  const of = async (who: Who) => {
    const project = await answerOf(loop, who, 'project.open', { projectId: PROJECT });
    const item = await answerOf(loop, who, 'item.open', { itemId: idOf(1) });
    return [project, item].map((answer) => answer.ok && (answer.data as { may: object }).may);
  };
  const may = (right: boolean) => ({ edit: right, giveResult: right });
  const { goals: opened } = await loop.call('po', 'project.open', { projectId: PROJECT });
  const all = opened.map(({ id }) => id);
  expect(await of('po')).toEqual([{ administer: true, decide: true, report: all }, may(true)]);
  expect(await of('dev')).toEqual([
    { administer: false, decide: true, report: [goals.owned] },
    may(true),
  ]);
  expect(await of('viewer')).toEqual([{ administer: false, decide: true, report: [] }, may(false)]);
});

test('Setup says who may press its buttons', async () => {
  const of = async (who: Who) => {
    const answer = await answerOf(loop, who, 'setup.look', { projectId: PROJECT });
    return answer.ok && (answer.data as { may: object }).may;
  };
  expect(await of('admin')).toEqual({ administerJira: true });
  expect(await of('po')).toEqual({ administerJira: false });
});

// Ending a kill that one has begun oneself changes only what is said of it.
test('only what changes something asks for more than Browse', () => {
  const reading = NAMES.filter((name) => procedures[name].access.right === 'browse');
  expect(reading.sort()).toEqual([
    'acts.list',
    'decision.drop',
    'decision.finish',
    'decisionDraft.open',
    'decisionDraft.save',
    'decisions.list',
    'digest.mine',
    'draft.discard',
    'goals.list',
    'hint.dismiss',
    'item.open',
    'passes.read',
    'project.open',
    'results.read',
    'results.unwritten',
    'signal.dismiss',
    'signatures.read',
    'sortRules.save',
  ]);
});

// Last, because nothing is left of the project after it.
test.each(CASES.filter(({ name }) => name === ERASING))('$name from $key as $who', mayOrNot);
