import { expect, test } from '@jest/globals';
import { readComponents } from '../../../static/src/surfaces/project/gather/components';
import type { JiraCall } from '../../../static/src/surfaces/project/gather/jira-call';

/** A project with `count` components, in pages of fifty. */
function jiraWith(count: number) {
  const starts: number[] = [];
  const jira = (_name: string, { query }: { query: { startAt: number } }) => {
    starts.push(query.startAt);
    const ids = Array.from({ length: count }, (_, n) => String(n + 1));
    const values = ids
      .slice(query.startAt, query.startAt + 50)
      .map((id) => ({ id, name: `Component ${id}`, self: 'x' }));
    return Promise.resolve({ values, isLast: query.startAt + 50 >= count });
  };
  return { jira: jira as unknown as JiraCall, starts };
}

test('components are read to the last page, with their names alone', async () => {
  const { jira, starts } = jiraWith(120);
  const components = await readComponents(jira, '1');
  expect(components).toHaveLength(120);
  expect(components[0]).toEqual({ id: '1', name: 'Component 1' });
  expect(starts).toEqual([0, 50, 100]);
});

test('a project without components has none', async () => {
  expect(await readComponents(jiraWith(0).jira, '1')).toEqual([]);
});
