// Words of an item that the reader does not see must not get out. They are looked for in every answer, in
// what was logged and in what was sent; tokens.test.ts does the same for what a page sends along.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ProcedureName } from '../../../src/contract/procedures';
import { STORED_SECTIONS } from '../../../src/domain/data';
import { everythingIn, logOf } from '../../support/everything';
import {
  answerFor,
  DAY,
  issue,
  NOW,
  PROJECT,
  setRules,
  startLoop,
  STATUS,
  type Loop,
} from '../../support/loop';
import { answerOf, NAMES } from '../calls';
import { addGoals, idOf, payloadNow, type Goals } from '../payloads';

const HIDDEN = 'canary-hidden';
const [SECRET, SECRET_DONE, SECRET_PARENT, SECRET_DUE] = [900, 901, 902, 903] as const;
/** Seen by everybody, with a result that dev is told of. */
const SEEN_DUE = 3;
/** The others are refused whatever they ask for (attacks.test.ts). */
const BLIND = ['admin', 'dev', 'outsider'] as const;
/** Text of a hidden item, its key, or its id. */
const TELLS = /canary|SHOP-90\d|"1090\d"/;

let loop: Loop;
let goals: Goals;
beforeAll(async () => {
  const hidden = { visibleTo: ['acc-po'], summary: HIDDEN, labels: [HIDDEN] };
  const old = { created: NOW - 400 * DAY, categoryChanged: NOW - 400 * DAY };
  const done = { statusId: STATUS.done, resolutionId: '1' };
  loop = await startLoop([
    issue(1, { parentId: idOf(SECRET_PARENT) }),
    issue(2, old),
    issue(SECRET, { ...hidden, ...old }),
    issue(SECRET_DONE, { ...hidden, ...done }),
    issue(SECRET_PARENT, { ...hidden, typeId: '103' }),
    // Both are due, and both would be told to dev, who sees only one of them.
    issue(SECRET_DUE, { ...hidden, ...done, assigneeAccountId: 'acc-dev' }),
    issue(SEEN_DUE, { ...done, assigneeAccountId: 'acc-dev' }),
  ]);
  goals = await addGoals(loop);
  await setRules(loop, { scan: true, digest: { mode: 'notify', weekday: 1 } });
  const answer = { ...answerFor(goals.lasting), by: HIDDEN, expect: HIDDEN };
  for (const number of [SECRET, SECRET_DONE, SECRET_PARENT])
    await loop.call('po', 'answer.save', { itemId: idOf(number), seen: null, answer });
  // What was due first is where a message would hang.
  for (const [number, text] of [
    [SECRET_DUE, { by: HIDDEN, expect: HIDDEN, checkBy: '2026-06-01' }],
    [SEEN_DUE, { checkBy: '2026-06-02' }],
  ] as const) {
    const due = { v: 1, state: 'answered', ...answerFor(goals.lasting), ...text };
    const put = await loop.rest(
      'po',
      'PUT',
      `/issue/${idOf(number)}/properties/ladder-answer`,
      due,
    );
    expect(put.status).toBeLessThan(300);
  }
  const itemId = idOf(SECRET);
  const texts = { by: HIDDEN };
  await loop.call('po', 'draft.save', { itemId, seen: null, texts, over: null });
  await loop.call('po', 'start.anyway', { itemId, reason: HIDDEN });
  const result = { itemId: idOf(SECRET_DONE), result: 'flat' as const, note: HIDDEN, rev: 0 };
  await loop.call('po', 'result.give', result);
  await loop.scan();
  loop.pass(30);
  await loop.scan();
}, 60_000);
afterAll(() => loop.close());

test('what is hidden is there for who may see it', async () => {
  expect(await loop.call('po', 'item.open', { itemId: idOf(SECRET) })).toMatchObject({
    draft: { texts: { by: HIDDEN } },
  });
  expect(everythingIn(loop)).toContain(HIDDEN);
});

/** What a payload of its own would not ask for. */
const MORE: [ProcedureName, object][] = [
  ...STORED_SECTIONS.map((section): [ProcedureName, object] => [
    'data.read',
    { projectId: PROJECT, section },
  ]),
  ['decisions.list', { projectId: PROJECT, itemIds: [idOf(SECRET), idOf(SECRET_DONE)] }],
  ['acts.list', { projectId: PROJECT, kinds: ['result.give', 'start.anyway'] }],
];

test.each(BLIND)('nothing that %s is answered tells of a hidden item', async (who) => {
  const payloads = NAMES.map(async (name): Promise<[ProcedureName, object]> => [
    name,
    (await payloadNow(loop, goals, name))({ itemId: idOf(1), projectId: PROJECT }),
  ]);
  const erasing: ProcedureName = 'data.erase';
  const calls = [...(await Promise.all(payloads)), ...MORE].filter(([name]) => name !== erasing);
  let answered = 0;
  for (const [name, payload] of calls) {
    const answer = await answerOf(loop, who, name, payload);
    answered += Number(answer.ok);
    expect([name, JSON.stringify(answer)]).toEqual([name, expect.not.stringMatching(TELLS)]);
  }
  if (who === 'admin') expect(answered).toBeGreaterThan(30);
  expect(logOf(loop)).not.toMatch(TELLS);
});

test("naming a hidden item in a text of one's own answers as for one that never was", async () => {
  const { jira } = loop.host;
  /** What is answered, and what Jira was asked for it: one call more could be measured. */
  const enabling = async (enables: string) => {
    jira.resetLedger();
    const answer = { ...answerFor(goals.lasting), enables };
    const refusal = { itemId: idOf(2), seen: null, answer };
    const { requestId: _id, ...error } = await loop.refusal('dev', 'answer.save', refusal);
    return JSON.stringify([error, jira.ledger().calls]);
  };
  expect((await enabling(`SHOP-${SECRET}`)).replaceAll(`SHOP-${SECRET}`, 'SHOP-777')).toBe(
    await enabling('SHOP-777'),
  );
});

test('messages about a hidden item go to nobody who cannot see it', () => {
  const mails = loop.host.jira.outbox();
  const toOthers = mails.filter(({ toAccountIds }) => toAccountIds.join() !== 'acc-po');
  expect(toOthers.map(({ toAccountIds, issueKey }) => [...toAccountIds, issueKey])).toContainEqual([
    'acc-dev',
    `SHOP-${SEEN_DUE}`,
  ]);
  for (const mail of toOthers) expect(JSON.stringify(mail)).not.toMatch(TELLS);
});

/** A text of an item or of a goal, an account, a name. */
const NAMES_SOMEBODY = /\bacc-|The (po|dev|admin)|Item \d|checkouts|asking for/;

test('the log holds ids and counts: no text of an item, no account and no name', async () => {
  expect(logOf(loop)).not.toMatch(NAMES_SOMEBODY);
  // Only the newest invocations are kept: the calls before this one have pushed out what the night logged.
  loop.host.functions.log.clear();
  // Somebody has taken a flag away: there is something to list.
  await loop.rest('po', 'DELETE', `/issue/${idOf(2)}/properties/ladder-flag`);
  loop.pass(1);
  await loop.scan();
  expect(logOf(loop)).toMatch(/scan done.*"listed":[1-9]/);
  expect(logOf(loop)).not.toMatch(NAMES_SOMEBODY);
  expect(logOf(loop)).not.toMatch(TELLS);
});
