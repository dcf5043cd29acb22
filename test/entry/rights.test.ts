// Who may call what, over the local host: every procedure, every person.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { procedures, type ProcedureName } from '../../src/contract/procedures';
import {
  addGoal,
  answerFor,
  goalInput,
  issue,
  PROJECT,
  startLoop,
  STATUS,
  type Loop,
} from '../support/loop';
import { answerOf, callRaw, isOffered, NAMES, SURFACES, type Who } from './calls';

const PEOPLE: Who[] = ['admin', 'po', 'dev', 'viewer', 'outsider', 'anonymous'];
/** In SHOP: po administers, dev edits, viewer browses; the site's admin holds every role locally. */
const BROWSE: Who[] = ['admin', 'po', 'dev', 'viewer'];
const EDIT: Who[] = ['admin', 'po', 'dev'];
const ADMINISTER: Who[] = ['admin', 'po'];

const ALLOWED: Record<ProcedureName, Who[]> = {
  'item.open': BROWSE,
  'answer.save': EDIT,
  'result.give': EDIT,
  'project.open': BROWSE,
  'settings.open': ADMINISTER,
  'goal.save': ADMINISTER,
  'goal.end': ADMINISTER,
  'goal.resume': ADMINISTER,
  'rules.save': ADMINISTER,
};

/** Each case acts on items of its own: one to answer, and a finished one for a result. */
const CASES = NAMES.flatMap((name) => PEOPLE.map((who) => [name, who] as const));
const openItem = (index: number) => 1 + index;
const doneItem = (index: number) => 201 + index;
const idOf = (number: number) => String(10_000 + number);

let loop: Loop;
let goal: string;
const answered = (goalId: string) => ({ v: 1, ...answerFor(goalId), state: 'answered' });

beforeAll(async () => {
  loop = await startLoop(
    CASES.flatMap((_case, index) => [
      issue(openItem(index)),
      issue(doneItem(index), { statusId: STATUS.done, resolutionId: '1' }),
    ]),
  );
  goal = await addGoal(loop);
}, 60_000);
afterAll(() => loop.close());

const settings = () => loop.call('po', 'settings.open', { projectId: PROJECT });

/** A payload that is right in everything but, perhaps, who sends it. */
async function payloadOf(name: ProcedureName, index: number): Promise<object> {
  const item = { itemId: idOf(openItem(index)) };
  const { rev, rules, goals } = await settings();
  const project = { projectId: PROJECT };
  switch (name) {
    case 'item.open':
      return item;
    case 'answer.save':
      return { ...item, seen: null, answer: answerFor(goal) };
    case 'result.give': {
      const path = `/issue/SHOP-${doneItem(index)}/properties/ladder-answer`;
      await loop.rest('dev', 'PUT', path, answered(goal));
      return { itemId: idOf(doneItem(index)), result: 'moved', rev: 0 };
    }
    case 'project.open':
    case 'settings.open':
      return project;
    case 'goal.save':
      return { ...project, rev, goal: goalInput() };
    case 'goal.end':
    case 'goal.resume':
      return { ...project, rev, goalId: goals.at(-1)?.id };
    case 'rules.save':
      return { ...project, rev, rules };
  }
}

const kept = async (index: number) => ({
  settings: await settings(),
  answer: await loop.property(openItem(index), 'ladder-answer'),
  result: await loop.property(doneItem(index), 'ladder-result'),
});

test.each(CASES)('%s as %s is answered as the rights in Jira say', async (name, who) => {
  const index = CASES.findIndex(([n, w]) => n === name && w === who);
  const payload = await payloadOf(name, index);
  const before = await kept(index);
  const answer = await answerOf(loop, who, name, payload);
  if (ALLOWED[name].includes(who)) {
    expect(answer).toMatchObject({ ok: true });
    return;
  }
  if (answer.ok) throw new Error(`${name} is not for ${who}`);
  expect(['forbidden', 'not_found']).toContain(answer.error.code);
  if (BROWSE.includes(who) || who === 'anonymous') expect(answer.error.code).toBe('forbidden');
  expect(answer.error.details).toBeUndefined();
  // Nothing of the project or the item is in the refusal, and nothing was changed.
  expect(JSON.stringify(answer)).not.toMatch(/SHOP|Item \d|checkouts/);
  expect(await kept(index)).toEqual(before);
});

test('what the pages are told of rights are the rights', async () => {
  const of = async (who: Who) => {
    const project = await answerOf(loop, who, 'project.open', { projectId: PROJECT });
    const item = await answerOf(loop, who, 'item.open', { itemId: idOf(1) });
    return [project, item].map((answer) => answer.ok && (answer.data as { may: object }).may);
  };
  const may = (right: boolean) => ({ edit: right, giveResult: right });
  expect(await of('po')).toEqual([{ administer: true }, may(true)]);
  expect(await of('dev')).toEqual([{ administer: false }, may(true)]);
  expect(await of('viewer')).toEqual([{ administer: false }, may(false)]);
});

const FORGED = {
  accountId: 'acc-po',
  principal: { accountId: 'acc-po' },
  license: { isActive: true },
  extension: {
    project: { id: PROJECT, key: 'SHOP' },
    issue: { id: idOf(1), key: 'SHOP-1' },
  },
};

test.each(NAMES)('%s believes nobody who says to be somebody else', async (name) => {
  const payload = { ...(await payloadOf(name, CASES.length - 1)), ...FORGED };
  for (const who of ['anonymous', 'outsider'] as const) {
    const answer = await answerOf(loop, who, name, payload, FORGED);
    expect(answer).toMatchObject({ ok: false });
    if (!answer.ok) expect(['forbidden', 'not_found']).toContain(answer.error.code);
  }
  if (procedures[name].access.right === 'browse') return;
  const answer = await answerOf(loop, 'viewer', name, payload, FORGED);
  expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});

test('rights are asked for what is named, not for where the page stands', async () => {
  const inLab = { extension: { project: { id: '2', key: 'LAB' } } };
  const lab = await answerOf(loop, 'outsider', 'project.open', { projectId: '2' }, inLab);
  expect(lab).toMatchObject({ ok: true, data: { projectId: '2' } });
  for (const [name, payload] of [
    ['project.open', { projectId: PROJECT }],
    ['item.open', { itemId: idOf(1) }],
    ['answer.save', { itemId: idOf(1), projectId: '2', seen: null, answer: answerFor(goal) }],
  ] as const)
    expect(await answerOf(loop, 'outsider', name, payload, inLab)).toMatchObject({ ok: false });
});

test('an item that some cannot see is not found by them, and what it is about stays unsaid', async () => {
  const number = 900;
  loop.host.jira.site.addIssues([issue(number, { visibleTo: ['acc-po'], summary: 'Item secret' })]);
  const itemId = idOf(number);
  expect(await answerOf(loop, 'po', 'item.open', { itemId })).toMatchObject({ ok: true });
  const save = { itemId, seen: null, answer: answerFor(goal) };
  const hidden = await answerOf(loop, 'dev', 'answer.save', save);
  const missing = await answerOf(loop, 'dev', 'answer.save', { ...save, itemId: '99999999' });
  if (hidden.ok || missing.ok) throw new Error('not refused');
  const { requestId: _one, ...ofHidden } = hidden.error;
  const { requestId: _other, ...ofMissing } = missing.error;
  expect(ofHidden).toEqual(ofMissing);
  expect(await loop.property(number, 'ladder-answer')).toBeUndefined();
});

test.each(SURFACES)('the surface %s offers its own procedures and no others', async (surface) => {
  for (const name of NAMES) {
    const call = callRaw(loop, { as: 'po', surface, procedure: name, payload: {} });
    if (isOffered(name, surface))
      expect(await call).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    else await expect(call).rejects.toThrow(`no definition for '${name}'`);
  }
});
