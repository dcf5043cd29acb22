import { expect, test } from '@jest/globals';
import { MESSAGES } from '../../src/domain/messages';
import { addGoal, goalInput, PROJECT, setRules } from '../support/loop';
import { loop, open } from './settings-site';

test('a goal is added, changed and ended, and everybody who sees the project sees it', async () => {
  const id = await addGoal(loop);
  const { rev } = await open();
  await loop.call('po', 'goal.save', {
    projectId: PROJECT,
    rev,
    goalId: id,
    goal: goalInput({ target: 3 }),
  });
  const seen = await loop.call('viewer', 'project.open', { projectId: PROJECT });
  expect(seen.goals).toMatchObject([{ id, target: 3, active: true, over: false }]);
  expect(seen.may.administer).toBe(false);
  const ended = await loop.call('po', 'goal.end', { projectId: PROJECT, rev: rev + 1, goalId: id });
  expect(ended.goals).toMatchObject([{ endedOn: '2026-06-10', active: false, over: true }]);
});

test('an ending can be taken back', async () => {
  const id = await addGoal(loop);
  const { rev } = await open();
  const ended = await loop.call('po', 'goal.end', { projectId: PROJECT, rev, goalId: id });
  const back = await loop.call('po', 'goal.resume', {
    projectId: PROJECT,
    rev: ended.rev,
    goalId: id,
  });
  expect(back.goals).toMatchObject([{ id, active: true, over: false }]);
  expect(back.goals[0]?.endedOn).toBeUndefined();
});

test('the target is checked at its field', async () => {
  const { rev } = await open();
  const refuse = async (more: object) =>
    (await loop.refusal('po', 'goal.save', { projectId: PROJECT, rev, goal: goalInput(more) }))
      .fields;
  const same = { projectId: PROJECT, rev, goal: goalInput({ target: 2.1 }) };
  expect(await loop.refusal('po', 'goal.save', same)).toMatchObject({
    ...{ code: 'invalid_input', message: MESSAGES.goal.notSaved },
    fields: { 'goal.target': MESSAGES.goal.targetIsBaseline },
  });
  expect(await refuse({ target: 1 })).toHaveProperty(['goal.target']);
  expect(await refuse({ target: 'much' })).toHaveProperty(['goal.target']);
  expect(await refuse({ lastDay: '2026-01-01' })).toHaveProperty(['goal.lastDay']);
  expect(await refuse({ link: 'javascript:alert(1)' })).toHaveProperty(['goal.link']);
  expect((await open()).goals).toEqual([]);
});

test('two admins: the second save of an older page is a conflict', async () => {
  const { rev } = await open();
  await addGoal(loop);
  const error = await loop.refusal('admin', 'goal.save', {
    projectId: PROJECT,
    rev,
    goal: goalInput(),
  });
  expect(error.code).toBe('conflict');
  expect((await open()).goals).toHaveLength(1);
});

test('only who administers the project may change goals and rules', async () => {
  const { rev, rules } = await open();
  for (const person of ['dev', 'viewer'] as const) {
    const save = { projectId: PROJECT, rev, goal: goalInput() };
    expect(await loop.refusal(person, 'goal.save', save)).toMatchObject({ code: 'forbidden' });
    expect(
      await loop.refusal(person, 'rules.save', { projectId: PROJECT, rev, rules }),
    ).toMatchObject({
      code: 'forbidden',
    });
  }
  expect(await loop.refusal('outsider', 'settings.open', { projectId: PROJECT })).toMatchObject({
    code: 'not_found',
  });
});

test('rules are kept, and an age of the flag below that of the warning is refused at its field', async () => {
  const saved = await setRules(loop, {
    warnAfterDays: 30,
    flagAfterDays: 60,
    graceDays: 7,
    scan: true,
  });
  expect(saved.rules).toMatchObject({ warnAfterDays: 30, flagAfterDays: 60, scan: true });
  expect(saved.scan.nextAt).not.toBeNull();
  const { rev, rules } = saved;
  const wrong = { ...rules, warnAfterDays: 90, flagAfterDays: 60 };
  const error = await loop.refusal('po', 'rules.save', { projectId: PROJECT, rev, rules: wrong });
  expect(error.fields).toHaveProperty(['rules.flagAfterDays']);
});

test('every save leaves a record that nobody can change', async () => {
  await addGoal(loop);
  await setRules(loop, { graceDays: 21 });
  const acts = loop.host.forge.kvs.handle('/api/v1/entity/query', {
    entityName: 'act',
    indexName: 'by-project',
    partition: [PROJECT],
    limit: 100,
  });
  const records = (acts.json as { data: { value: { kind: string; by: string } }[] }).data;
  expect(records.map(({ value: { kind, by } }) => [kind, by])).toEqual(
    expect.arrayContaining([
      ['goal.save', 'acc-po'],
      ['rules.save', 'acc-po'],
    ]),
  );
});

test('a stream is kept when Jira takes its condition, and refused at its field when not', async () => {
  const of = (clause: string, name = 'Checkout') => [{ id: 's1', name, clause }];
  const { rev, rules } = await open();
  const refused = async (streams: object[]) =>
    (
      await loop.refusal('po', 'rules.save', {
        projectId: PROJECT,
        rev,
        rules: { ...rules, streams } as typeof rules,
      })
    ).fields;
  const place = ['rules.streams.0.clause'];
  expect(await refused(of('nothing = 1'))).toHaveProperty(
    place,
    expect.stringContaining('nothing'),
  );
  expect(await refused(of('labels = a ORDER BY key'))).toHaveProperty(place);
  expect(await refused(of('labels = a) OR (labels = b'))).toHaveProperty(place);
  expect(await refused(of(''))).toHaveProperty(place);
  const twice = [...of('labels = a'), { id: 's2', name: ' checkout ', clause: 'labels = b' }];
  expect(await refused(twice)).toHaveProperty(['rules.streams.1.name']);
  await setRules(loop, { streams: of('labels = checkout') });
  expect((await open()).rules.streams).toEqual(of('labels = checkout'));
});

test('the history of a section names its own changes, the latest first, with what it was', async () => {
  await setRules(loop, { graceDays: 20 });
  loop.clock.set(loop.clock.now() + 1_000);
  await setRules(loop, { gate: 'block' });
  await setRules(loop, { graceDays: 30 });
  const ask = { projectId: PROJECT, fields: ['graceDays' as const] };
  const { changes, next } = await loop.call('po', 'settings.history', ask);
  expect(changes.map(({ by, before, after }) => [by, before.graceDays, after.graceDays])).toEqual([
    ['acc-po', 20, 30],
    ['acc-po', 14, 20],
  ]);
  expect(next).toBeNull();
});
