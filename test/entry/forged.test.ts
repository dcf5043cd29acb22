// Ids and claims that a page makes up: what counts is what Jira says of the caller and the very id.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Access, ProcedureName } from '../../src/contract/procedures';
import { answerFor, issue, OTHER_PROJECT, PROJECT, startLoop, type Loop } from '../support/loop';
import { answerOf, EVERYBODY, NAMES, procedureOf, type Who } from './calls';
import { addGoals, idOf, payloadNow, type Goals, type Subject } from './payloads';

type Role = 'none' | 'viewer' | 'editor' | 'admin' | 'site';
const ROLES: Role[] = ['none', 'viewer', 'editor', 'admin', 'site'];
const NEEDS: Record<Access['right'], Role> = {
  browse: 'viewer',
  edit: 'editor',
  result: 'editor',
  decide: 'editor',
  report: 'admin',
  sign: 'admin',
  administer: 'admin',
  administerJira: 'site',
};
const nobody: Record<Who, Role> = {
  admin: 'none',
  po: 'none',
  dev: 'none',
  viewer: 'none',
  outsider: 'none',
  unlicensed: 'none',
  anonymous: 'none',
};

const OPEN = 1;
const SECRET = 900;
const LAB_ITEM = '19999';

/** Things that a page could name, and what each person is to the project where they can see it. */
const FORGERIES: Record<string, { subject: Subject; roles: Record<Who, Role> }> = {
  'an item and a project that do not exist': {
    subject: { itemId: '99999999', projectId: '77' },
    roles: nobody,
  },
  'an item that is hidden, and a project that does not exist': {
    subject: { itemId: idOf(SECRET), projectId: '77' },
    roles: nobody,
  },
  'an item and a project of somebody else': {
    subject: { itemId: LAB_ITEM, projectId: OTHER_PROJECT },
    roles: {
      ...nobody,
      admin: 'site',
      po: 'admin',
      dev: 'editor',
      viewer: 'viewer',
      outsider: 'viewer',
    },
  },
};
const CASES = NAMES.flatMap((name) =>
  Object.entries(FORGERIES).map(([what, forgery]) => ({ name, what, ...forgery })),
).map((one, at) => ({ ...one, people: EVERYBODY.filter((_who, n) => (n + at) % 2 === 0) }));

let loop: Loop;
let goals: Goals;
beforeAll(async () => {
  loop = await startLoop([
    issue(OPEN),
    issue(2),
    issue(SECRET, { visibleTo: ['acc-po'], summary: 'Item secret' }),
  ]);
  goals = await addGoals(loop);
}, 60_000);
afterAll(() => loop.close());

const refused = async (who: Who, name: ProcedureName, payload: unknown, context: object = {}) => {
  const answer = await answerOf(loop, who, name, payload, { context });
  if (answer.ok) throw new Error(`${name} is not for ${who}`);
  const { requestId, ...error } = answer.error;
  expect(requestId).not.toBe('');
  expect(JSON.stringify(error)).not.toMatch(/SHOP|LAB|Item \d|secret|checkouts/);
  return error;
};

test.each(CASES)('$name for $what', async ({ name, subject, roles, people }) => {
  const payload = (await payloadNow(loop, goals, name))(subject);
  const { access } = procedureOf(name);
  // Each kind of user meets every second case; three cases of each procedure let nobody off.
  for (const who of people) {
    // po is let in to what is hidden from everybody else.
    if (who === 'po' && subject.itemId === idOf(SECRET) && ['item', 'items'].includes(access.on))
      continue;
    if (ROLES.indexOf(roles[who]) >= ROLES.indexOf(NEEDS[access.right])) {
      const answer = await answerOf(loop, who, name, payload);
      if (!answer.ok) expect([who, answer.error.code]).not.toEqual([who, 'forbidden']);
      continue;
    }
    const { code } = await refused(who, name, payload);
    const seen = roles[who] !== 'none' && !['goal', 'agreement'].includes(access.on);
    const told = who === 'anonymous' || seen || access.on === 'items';
    expect([who, code]).toEqual([who, told ? 'forbidden' : 'not_found']);
  }
  expect(await loop.property(SECRET, 'ladder-answer')).toBeUndefined();
});

const ON_ITEM = NAMES.filter((name) => ['item', 'items'].includes(procedureOf(name).access.on));

test.each(ON_ITEM)('%s tells a hidden item and a missing one apart for nobody', async (name) => {
  const payload = await payloadNow(loop, goals, name);
  const { jira } = loop.host;
  /** The refusal, and what Jira was asked for it: a call more would be a time that can be measured. */
  const told = async (who: Who, itemId: string) => {
    jira.resetLedger();
    const error = await refused(who, name, payload({ itemId, projectId: PROJECT }));
    return { error, asked: jira.ledger().calls };
  };
  for (const who of EVERYBODY.filter((one) => one !== 'po')) {
    const hidden = await told(who, idOf(SECRET));
    expect([who, hidden]).toEqual([who, await told(who, '99999999')]);
    if (who !== 'anonymous') expect(hidden.asked).not.toEqual([]);
  }
});

const OF_MANY = NAMES.filter((name) => procedureOf(name).access.on === 'items');

test.each(OF_MANY)(
  '%s is for all named items or for none, and does not say which is hidden',
  async (name) => {
    const of = (...itemIds: string[]) => ({ itemIds });
    const own = [idOf(OPEN), idOf(2)];
    expect(await answerOf(loop, 'dev', name, of(...own))).toMatchObject({ ok: true });
    expect(await answerOf(loop, 'dev', name, of(...own, LAB_ITEM))).toMatchObject({
      ok: true,
    });
    const alone = await refused('dev', name, of(idOf(SECRET)));
    for (const hidden of [idOf(SECRET), '99999999', '9007199254740991'])
      expect(await refused('dev', name, of(...own, hidden))).toEqual(alone);
    expect(await refused('outsider', name, of(LAB_ITEM, ...own))).toEqual(alone);
  },
);

const CLAIMS = {
  accountId: 'acc-po',
  owner: 'acc-po',
  principal: { accountId: 'acc-po' },
  license: { isActive: true },
  extension: {
    project: { id: PROJECT, key: 'SHOP' },
    issue: { id: idOf(OPEN), key: 'SHOP-1' },
  },
};

test('rights are asked for what is named, not for where the page stands', async () => {
  const context = { extension: { project: { id: OTHER_PROJECT, key: 'LAB' } } };
  const open = (projectId: string) =>
    answerOf(loop, 'outsider', 'project.open', { projectId }, { context });
  expect(await open(OTHER_PROJECT)).toMatchObject({ ok: true, data: { projectId: OTHER_PROJECT } });
  expect(await open(PROJECT)).toMatchObject({ ok: false });
  const both = { itemId: idOf(OPEN), projectId: OTHER_PROJECT };
  for (const [name, payload] of [
    ['item.open', both],
    ['answer.save', { ...both, seen: null, answer: answerFor(goals.lasting) }],
    ['passes.read', { ...both, itemIds: [idOf(OPEN)] }],
  ] as const)
    await refused('outsider', name, payload, context);
});

test('what one person typed and dismissed is shown to nobody else', async () => {
  const itemId = idOf(OPEN);
  const texts = { by: 'a thought of my own' };
  const mine = { itemId, seen: null, texts, over: null };
  expect(await answerOf(loop, 'dev', 'draft.save', mine)).toMatchObject({ ok: true });
  const dismiss = { itemId, hint: 'to-do', dismissed: true };
  expect(await answerOf(loop, 'dev', 'hint.dismiss', dismiss)).toMatchObject({ ok: true });
  const claims = { ...CLAIMS, accountId: 'acc-dev', owner: 'acc-dev' };
  for (const who of ['admin', 'po', 'viewer'] as const) {
    const open = { itemId, ...claims };
    expect(await answerOf(loop, who, 'item.open', open, { context: claims })).toMatchObject({
      data: { draft: null, dismissed: [] },
    });
    // Nor can it be thrown away, or its hints brought back, by somebody else.
    await answerOf(loop, who, 'draft.discard', open, { context: claims });
    const back = { ...open, hint: 'to-do', dismissed: false };
    expect(await answerOf(loop, who, 'hint.dismiss', back)).toMatchObject({
      data: { dismissed: [] },
    });
  }
  expect(await answerOf(loop, 'dev', 'item.open', { itemId })).toMatchObject({
    data: { draft: { texts }, dismissed: ['to-do'] },
  });
});
