import { beforeEach, expect, test } from '@jest/globals';
import { allResolutions, userNames } from '../../../static/src/forge';
import { resetBridge } from '../../support/bridge';
import { answerJira } from '../support/app';

beforeEach(resetBridge);

/** Answers as many users as were asked for, ten where nothing was said. */
function answerUsers(): number[] {
  const asked: number[] = [];
  answerJira(({ searchParams }) => {
    const ids = searchParams.getAll('accountId');
    asked.push(ids.length);
    const most = Number(searchParams.get('maxResults') ?? 10);
    const values = ids.map((accountId) => ({ accountId, displayName: `Name of ${accountId}` }));
    return { body: { values: values.slice(0, most) } };
  });
  return asked;
}

const people = (count: number) => Array.from({ length: count }, (_, n) => `u${n}`);

test('every user gets a name, asked for fifty at a time and once each', async () => {
  const asked = answerUsers();
  const names = await userNames([...people(120), 'u0']);
  expect(names.size).toBe(120);
  expect(names.get('u119')).toBe('Name of u119');
  expect(asked).toEqual([50, 50, 20]);
});

test('nobody is asked for when there is nobody', async () => {
  const asked = answerUsers();
  expect((await userNames([])).size).toBe(0);
  expect(asked).toEqual([]);
});

test('names that Jira does not give are left out, and the others are there', async () => {
  answerJira(({ searchParams }) => {
    const accountId = searchParams.get('accountId') ?? '';
    return accountId === 'u0'
      ? { status: 401 }
      : { body: { values: [{ accountId, displayName: 'B' }] } };
  });
  expect([...(await userNames(people(51)))]).toEqual([['u50', 'B']]);
});

test('resolutions are read to the last page', async () => {
  answerJira(({ searchParams }) => {
    const first = Number(searchParams.get('startAt'));
    const values = people(70).map((id) => ({ id, name: id }));
    return { body: { isLast: first + 50 >= 70, values: values.slice(first, first + 50) } };
  });
  expect(await allResolutions()).toHaveLength(70);
});
