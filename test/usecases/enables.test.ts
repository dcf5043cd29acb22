// *Enables*: the goal of the item that is named is taken over as it stands at the save.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fingerprint } from '../../src/contract/fingerprint';
import { MESSAGES } from '../../src/domain/messages';
import { withEnabledGoal } from '../../src/usecases/enabled-goal';
import { addGoal, answerFor, issue, startLoop, TYPE, type Loop } from '../support/loop';
import { appPorts } from './app-ports';

const SAY = MESSAGES.answer;
let loop: Loop;
let goal: string;
let other: string;
const id = (number: number) => String(10_000 + number);

beforeAll(async () => {
  loop = await startLoop([
    issue(1),
    issue(2, { typeId: TYPE.epic }),
    issue(3, { parentId: id(2) }),
    issue(4, { visibleTo: ['acc-po', 'acc-dev'] }),
    issue(5),
    issue(6, { typeId: TYPE.epic, visibleTo: ['acc-po'] }),
    issue(7, { parentId: id(6) }),
    ...Array.from({ length: 20 }, (_one, n) => issue(20 + n)),
  ]);
  goal = await addGoal(loop);
  other = await addGoal(loop, { metric: 'Order value' });
}, 60_000);
afterAll(() => loop.close());

const save = (number: number, more: object = {}, seen: string | null = null) =>
  loop.call('dev', 'answer.save', {
    itemId: id(number),
    seen,
    answer: { ...answerFor(goal), ...more },
  });
const refusal = async (as: 'dev' | 'po' | 'viewer', number: number, answer: object) =>
  (
    await loop.refusal(as, 'answer.save', {
      itemId: id(number),
      seen: null,
      answer: { ...answerFor(goal), ...answer },
    })
  ).fields;

test('the goal is taken from the answer of the item itself; sentence and check date stay one’s own', async () => {
  await save(1, { goal: other, by: 'their way' });
  const { answer } = await save(20, { goal: undefined, enables: 'SHOP-1', by: 'my way' });
  expect(answer).toMatchObject({
    goal: other,
    enables: 'SHOP-1',
    by: 'my way',
    state: 'answered',
  });
  // Whatever goal the page sent.
  expect((await save(21, { enables: 'SHOP-1' })).answer.goal).toBe(other);
});

test('the goal is taken from the parent where that one answers', async () => {
  await save(2, { goal: other });
  expect((await save(22, { enables: 'SHOP-3' })).answer.goal).toBe(other);
});

test('a half answer that names a goal gives it too', async () => {
  await save(23, { goal: other, expect: '' });
  expect((await save(24, { enables: 'SHOP-23' })).answer.goal).toBe(other);
});

test('the goal is copied: what the other item says later changes nothing here', async () => {
  const before = await save(25, { goal: other });
  await save(26, { enables: 'SHOP-25' });
  await save(25, { goal }, before.seen);
  expect(await loop.property(26, 'ladder-answer')).toMatchObject({ goal: other });
});

test.each([
  ['the item itself', 'SHOP-27', SAY.enablesItself],
  ['an item that does not exist', 'SHOP-4040', SAY.enablesUnknown],
  ['an item of another project', 'LAB-1', SAY.enablesOther],
  ['an item that names no goal', 'SHOP-5', SAY.enablesNothing],
  ['one whose parent is hidden', 'SHOP-7', SAY.enablesNothing],
])('%s is refused at its field', async (_what, enables, sentence) => {
  const answer = { ...answerFor(goal), enables };
  expect(
    await loop.refusal('dev', 'answer.save', { itemId: id(27), seen: null, answer }),
  ).toMatchObject({
    ...{ code: 'invalid_input', message: SAY.notSaved },
    fields: { 'answer.enables': sentence },
  });
  expect(await loop.property(27, 'ladder-answer')).toBeUndefined();
});

test('a parent that Jira tells nothing of gives no goal', async () => {
  const ports = appPorts(loop, ({ path }) =>
    path.includes(`/issue/${id(2)}`)
      ? { status: 404, header: () => null, text: async () => '{}' }
      : null,
  );
  const { goals } = await ports.settings.load('1');
  const item = await ports.items.read(id(39));
  const answer = { why: 'move' as const, enables: 'SHOP-3' };
  await expect(
    withEnabledGoal(ports, item, answer, goals, null, '2026-06-10'),
  ).rejects.toMatchObject({ fields: { 'answer.enables': SAY.enablesNothing } });
});

test('what only keeps things running has no goal to give', async () => {
  const run = { itemId: id(28), seen: null, answer: { why: 'run' as const } };
  await loop.call('dev', 'answer.save', run);
  expect(await refusal('dev', 27, { enables: 'SHOP-28' })).toEqual({
    'answer.enables': SAY.enablesNothing,
  });
});

test('a hidden item and a missing one are refused in the same words', async () => {
  await save(4);
  loop.host.jira.site.addIssues([issue(900, { visibleTo: ['acc-po'] })]);
  expect(await refusal('dev', 27, { enables: 'SHOP-900' })).toEqual(
    await refusal('dev', 27, { enables: 'SHOP-4040' }),
  );
});

test.each(['shop-1', 'SHOP', 'SHOP-1; DROP', '../SHOP-1', 'SHOP-1/properties', 'SHOP-١'])(
  '"%s" is no key of an item',
  async (enables) => {
    expect(await refusal('dev', 27, { enables })).toEqual({
      'answer.enables': MESSAGES.field.itemKey,
    });
  },
);

test('a named item that loses its own goal later leaves the goal as it was taken over', async () => {
  await save(29, { goal: other });
  const mine = await save(30, { enables: 'SHOP-29' });
  const again = { ...mine.answer, by: 'another way' };
  const { v: _v, state: _state, when: _when, answered: _day, ...answer } = again;
  const path = '/issue/SHOP-29/properties/ladder-answer';
  await loop.rest('dev', 'DELETE', path);
  const saved = await loop.call('po', 'answer.save', { itemId: id(30), seen: mine.seen, answer });
  expect(saved.answer).toMatchObject({ goal: other, enables: 'SHOP-29', by: 'another way' });
});

test('who cannot see the named item keeps its goal when changing the sentence', async () => {
  loop.host.jira.site.addIssues([issue(901, { visibleTo: ['acc-dev'] })]);
  const hidden = { itemId: '10901', seen: null, answer: { ...answerFor(other) } };
  await loop.call('dev', 'answer.save', hidden);
  const mine = await save(32, { enables: 'SHOP-901' });
  const answer = { ...answerFor(goal), enables: 'SHOP-901', by: 'seen by po' };
  const saved = await loop.call('po', 'answer.save', { itemId: id(32), seen: mine.seen, answer });
  expect(saved.answer).toMatchObject({ goal: other, by: 'seen by po' });
});

test('a name without a goal that came from elsewhere is refused like a new one', async () => {
  const half = { v: 1, why: 'move', enables: 'SHOP-4040', state: 'half' };
  await loop.rest('dev', 'PUT', '/issue/SHOP-31/properties/ladder-answer', half);
  const answer = { ...answerFor(goal), enables: 'SHOP-4040' };
  expect(
    (await loop.refusal('dev', 'answer.save', { itemId: id(31), seen: fingerprint(half), answer }))
      .fields,
  ).toEqual({ 'answer.enables': SAY.enablesUnknown });
});

test('keep it running does not look at a name that is left over', async () => {
  const answer = { why: 'run' as const, enables: 'SHOP-4040' };
  const saved = await loop.call('dev', 'answer.save', { itemId: id(38), seen: null, answer });
  expect(saved.answer).not.toHaveProperty('enables');
});

test('an item that Jira forbids is unknown; one that it can’t tell of right now is not', async () => {
  const save = async (status: number) => {
    const ports = appPorts(loop, ({ path }) =>
      path.includes('/SHOP-1') ? { status, header: () => null, text: async () => '{}' } : null,
    );
    const item = await ports.items.read(id(39));
    return withEnabledGoal(ports, item, { why: 'move', enables: 'SHOP-1' }, [], null, '2026-06-10');
  };
  await expect(save(403)).rejects.toMatchObject({
    fields: { 'answer.enables': SAY.enablesUnknown },
  });
  await expect(save(503)).rejects.toMatchObject({ code: 'jira_unavailable' });
});

test('keep it running forgets what it enabled', async () => {
  await save(33, { goal: other });
  const run = { why: 'run' as const, enables: 'SHOP-33', because: 'a certificate runs out' };
  const saved = await loop.call('dev', 'answer.save', { itemId: id(34), seen: null, answer: run });
  expect(saved.answer).toMatchObject({ why: 'run', because: 'a certificate runs out' });
  expect(saved.answer).not.toHaveProperty('enables');
});

test('a goal that is over is not taken over, and the refusal stands at the name', async () => {
  const over = await addGoal(loop, { metric: 'Calls' });
  await save(35, { goal: over });
  const kept = await save(36, { goal: undefined, enables: 'SHOP-35' });
  const { rev } = await loop.call('po', 'settings.open', { projectId: '1' });
  await loop.call('po', 'goal.end', { projectId: '1', rev, goalId: over });
  expect(await refusal('dev', 37, { enables: 'SHOP-35' })).toEqual({
    'answer.enables': SAY.enablesOver,
  });
  // What took it over before keeps it.
  const again = { goal: undefined, enables: 'SHOP-35', by: 'another way' };
  expect((await save(36, again, kept.seen)).answer.goal).toBe(over);
});
