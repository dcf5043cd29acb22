// What the project page shows before its own code is there.
import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { readAddress } from '../../../static/src/surfaces/project/address';
import { FirstLook } from '../../../static/src/surfaces/project/first-look';
import { withAhead } from '../../../static/src/surfaces/project/gather/ahead';
import { askFirst } from '../../../static/src/surfaces/project/gather/first-questions';
import { on } from './report-run';
import { fakeJira, finished, STORY } from './site';

const today = '2026-09-30';
const look = (value: number, from = '2026-07-03') => (
  <FirstLook finished={{ from, to: today, today, value }} />
);

test('until the count is there only places are shown', () => {
  render(<FirstLook finished={null} />);
  expect(screen.getByRole('status', { name: 'Loading' })).toBeDefined();
  expect(screen.queryByText(/finished/)).toBeNull();
});

test.each([
  [1, 'In the last 90 days 1 item was finished.'],
  [212, 'In the last 90 days 212 items were finished.'],
  [2_001, 'In the last 90 days about 2,001 items were finished.'],
])('what was finished is said as that, not as shipped: %d', (value, sentence) => {
  const { container } = render(look(value));
  expect(container.querySelector('section p')?.textContent).toBe(sentence);
});

const asked = (search: string, refuse = false) => {
  const issues = [finished({ n: 1, at: on(1) }), finished({ n: 2, at: on(2) })];
  const { jira } = fakeJira({ issues, refuse: () => refuse });
  const types = {
    typeIds: [STORY.id],
    standardTypeIds: [STORY.id],
    standardTypes: [STORY],
    aboveTypeIds: [],
  };
  const early = withAhead(jira, () => undefined);
  return askFirst(early, { projectId: '1', zone: 'UTC' }, types, readAddress(search, today));
};

test('the count is known ahead where the address asks for the whole window', async () => {
  expect(await asked('')).toBe(2);
  expect(await asked('?label=billing')).toBeNull();
  expect(await asked('?tab=goals')).toBeNull();
  expect(await asked('?weight=estimate')).toBeNull();
});

test('a count that Jira refuses is nobody’s first number', async () => {
  await expect(asked('', true)).rejects.toThrow();
});
