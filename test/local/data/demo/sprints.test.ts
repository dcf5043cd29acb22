import { expect, test } from '@jest/globals';
import { demo, SHOP } from './filled-demo';

test('plans sprints in two projects and lets the third flow', () => {
  const { site } = demo();
  expect(site.boards().map(({ name, type, sprints }) => [name, type, sprints])).toEqual([
    ['SHOP board', 'scrum', true],
    ['APP board', 'simple', true],
    ['WARE board', 'kanban', false],
  ]);
  const shop = site.sprints(1);
  expect(shop.map(({ state }) => state)).toEqual([
    ...Array.from({ length: 4 }, () => 'closed'),
    'active',
    'future',
  ]);
  const members = (id: number | undefined) =>
    site.issues.filter(({ sprintIds }) => id !== undefined && sprintIds?.includes(id));
  const [active, next] = [shop[4], shop[5]];
  expect(active).toMatchObject({
    name: 'SHOP Sprint 31',
    goal: expect.stringMatching(/conversion/),
  });
  expect(members(next?.id)).toHaveLength(8);
  const now = members(active?.id);
  expect(now.length).toBeGreaterThanOrEqual(10);
  expect(now.length).toBeLessThanOrEqual(14);
  const statuses = site.projects()[0]?.statuses ?? [];
  const category = (id: string) => statuses.find((status) => status.id === id)?.category;
  expect(new Set(now.map(({ statusId }) => category(statusId))).size).toBe(3);
});

test('gives most answers of the open backlog a number, and most of its items an effort', () => {
  const { site } = demo();
  const open = site.issues.filter(
    ({ projectId, resolved }) => projectId === SHOP && resolved === null,
  );
  const bets = open.filter(({ properties }) => {
    const answer = properties['ladder-answer'];
    return typeof answer === 'object' && answer !== null && 'goal' in answer && 'checkBy' in answer;
  });
  const numbered = bets.filter(({ properties }) => 'delta' in Object(properties['ladder-answer']));
  expect(numbered.length / bets.length).toBeGreaterThan(0.7);
  const ordered = numbered.filter(({ estimate }) => estimate !== null);
  expect(ordered.length).toBeGreaterThan(11);
});
