// Who may call what, over the local host: every procedure, from every module, as everybody.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keys } from '../../src/adapters/storage/keys';
import { procedures, type ProcedureName } from '../../src/contract/procedures';
import { issue, PROJECT, startLoop, STATUS, type Loop } from '../support/loop';
import { answerOf, callRaw, EVERYBODY, isOffered, MODULES, NAMES, type Who } from './calls';
import { addGoals, idOf, payloadNow, prepare, type Goals } from './payloads';

/** In SHOP: po administers, dev edits, viewer browses; the site's admin holds every role locally. */
const BROWSE: Who[] = ['admin', 'po', 'dev', 'viewer'];
const EDIT: Who[] = ['admin', 'po', 'dev'];
const ADMINISTER: Who[] = ['admin', 'po'];
const SITE: Who[] = ['admin'];

const ALLOWED: Record<ProcedureName, Who[]> = {
  'item.open': BROWSE,
  'answer.save': EDIT,
  'draft.save': EDIT,
  'draft.discard': BROWSE,
  'hint.dismiss': BROWSE,
  'start.anyway': EDIT,
  'start.withdraw': EDIT,
  'passes.read': BROWSE,
  'result.give': EDIT,
  'result.later': EDIT,
  'results.read': BROWSE,
  'results.unwritten': BROWSE,
  'results.repair': ADMINISTER,
  'sort.give': EDIT,
  'sort.undo': EDIT,
  'sortRules.save': BROWSE,
  'signal.dismiss': BROWSE,
  'digest.mine': BROWSE,
  'digest.preview': ADMINISTER,
  // dev owns the goal that these name.
  'reading.save': ['admin', 'po', 'dev'],
  'reading.withdraw': ['admin', 'po', 'dev'],
  'goals.list': BROWSE,
  'reading.report': ['admin', 'po', 'dev'],
  'decisions.list': BROWSE,
  'decision.begin': EDIT,
  // dev has begun what these name, and nobody ends it for them.
  'decision.finish': ['dev'],
  'decision.drop': ['dev'],
  'decision.undo': EDIT,
  'decisionDraft.open': BROWSE,
  'decisionDraft.save': BROWSE,
  'acts.list': BROWSE,
  'data.open': ADMINISTER,
  'data.count': ADMINISTER,
  'data.read': ADMINISTER,
  'data.check': ADMINISTER,
  'data.import': ADMINISTER,
  'data.items': ADMINISTER,
  'data.adopt': ADMINISTER,
  'data.rebuild': ADMINISTER,
  'data.erase': ADMINISTER,
  'scan.now': ADMINISTER,
  'project.open': BROWSE,
  'settings.open': ADMINISTER,
  'goal.save': ADMINISTER,
  'goal.end': ADMINISTER,
  'goal.resume': ADMINISTER,
  'period.start': ADMINISTER,
  'agreement.save': ADMINISTER,
  'agreement.remove': ADMINISTER,
  'signatures.read': BROWSE,
  // dev is the one that the agreement names.
  'agreement.sign': ['dev'],
  'rules.save': ADMINISTER,
  'settings.history': ADMINISTER,
  'setup.look': ADMINISTER,
  'panel.pin': SITE,
  'gate.place': SITE,
};

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
}, 60_000);
afterAll(() => loop.close());

/** All that a refused call could have changed. */
const kept = async (number: number, who: Who) => ({
  settings: loop.stored(keys.settings(PROJECT)),
  signature: loop.stored(keys.signature(goals.agreement, `acc-${who}`)),
  readings: loop.records('reading', 'by-project', [PROJECT]),
  acts: [
    loop.records('act', 'by-subject', [idOf(number)]),
    loop.records('act', 'by-kind', [PROJECT, 'panel.pin']),
    loop.records('act', 'by-kind', [PROJECT, 'gate.place']),
    loop.records('act', 'by-kind', [PROJECT, 'scan.order']),
  ],
  work: loop.stored(keys.dataJob(PROJECT)),
  decision: loop.records('decision', 'by-item', [idOf(number)]),
  notes: ['answer', 'hints', 'signals', 'sort-rules', 'decisions', 'digest'].map((kind) =>
    loop.records('draft', 'by-owner', [`acc-${who}`, kind]),
  ),
  answer: await loop.property(number, 'ladder-answer'),
  result: await loop.property(number, 'ladder-result'),
  pass: await loop.property(number, 'ladder-pass'),
  shown: await loop.property(number, 'ladder-decision'),
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
  const before = await kept(number, who);
  const answer = await call();
  if (answer.ok) throw new Error(`${name} is not for ${who}`);
  // Who sees the item or the project is told which right is lacking; nobody else learns that it exists.
  const sees =
    BROWSE.includes(who) || who === 'anonymous' || procedures[name].access.on === 'items';
  expect(answer.error.code).toBe(sees ? 'forbidden' : 'not_found');
  expect(answer.error.details).toBeUndefined();
  expect(JSON.stringify(answer)).not.toMatch(/SHOP|Item \d|checkouts/);
  expect(await kept(number, who)).toEqual(before);
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
