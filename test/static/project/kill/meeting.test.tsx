import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { resetBridge } from '../../../support/bridge';
import { answered, candidate } from './items';
import { showKill } from './site';

beforeEach(resetBridge);

const three = [1, 2, 3].map((n) => candidate(n, { points: 4 - n }));
const shown = (): string => screen.getByRole('heading', { level: 3 }).textContent ?? '';

async function begin(site: Partial<Parameters<typeof showKill>[0]> = {}) {
  const user = userEvent.setup();
  const kill = showKill({ issues: three, ...site });
  await user.click(await screen.findByRole('button', { name: 'Start the meeting' }));
  await screen.findByText('1 of 3');
  return { user, ...kill };
}

test('a meeting goes through the agenda by keyboard and ends with the draft', async () => {
  const { user, kept } = await begin();
  expect(shown()).toBe('Wish 1');
  expect(screen.getByText('3 points')).toBeDefined();
  expect(screen.getByText('Asked for by Nina Rossi')).toBeDefined();
  await user.keyboard('k1{Enter}');
  expect(shown()).toBe('Wish 2');
  await user.keyboard('p2{Enter}');
  expect(screen.getByText('3 of 3')).toBeDefined();
  expect(screen.getByText('This is the last one on the agenda.')).toBeDefined();
  await user.keyboard('n');
  expect(screen.getByText(/2 of the agenda are decided\. 1 was left/)).toBeDefined();
  const list = screen.getByRole('list', { name: 'Decisions that are not applied yet' });
  expect(list.textContent).toContain('Kill: It serves no goal we have');
  expect(list.textContent).toContain('Park until Feb 21, 2027: It waits for something else');
  await waitFor(() => expect(kept.draft?.entries).toHaveLength(2));
});

test('the card says what its effort would buy elsewhere, by name', async () => {
  const { user } = await begin({ serving: [answered(31, 2, 0.4), answered(44, 1, 0.2)] });
  expect(await screen.findByRole('link', { name: 'SHOP-31 Wish 31' })).toBeDefined();
  expect(document.body.textContent).toContain(
    'The same effort would buy SHOP-31 Wish 31 and SHOP-44 Wish 44.',
  );
  await user.keyboard('n');
  expect(document.body.textContent).toContain('The same effort would buy SHOP-31 Wish 31.');
});

test('undo goes back to the candidate, and a decision can be made anew', async () => {
  const { user } = await begin();
  await user.keyboard('e1{Enter}');
  await user.keyboard('{ArrowLeft}');
  expect(screen.getByText(/^Decided here: Keep until/)).toBeDefined();
  await user.keyboard('n');
  await user.keyboard('u');
  expect(screen.getByText('1 of 3')).toBeDefined();
  expect(screen.queryByText(/^Decided here/)).toBeNull();
  await user.keyboard('k2{Enter}');
  await user.keyboard('b');
  expect(screen.getByText('Decided here: Kill')).toBeDefined();
});

test('Esc leaves the form, the keys go on, and the list of keys is shown', async () => {
  const { user } = await begin();
  await user.keyboard('k{Escape}');
  expect(screen.queryByLabelText('Why')).toBeNull();
  await user.keyboard('?');
  expect(screen.getByRole('region', { name: 'Keys' })).toBeDefined();
  await user.keyboard('n');
  expect(screen.getByText('2 of 3')).toBeDefined();
});

test('who comes back goes on with the first that is not decided', async () => {
  const { user } = await begin();
  await user.keyboard('k1{Enter}');
  await user.click(screen.getByRole('button', { name: 'Back to the list' }));
  expect(screen.queryByRole('button', { name: 'Kill SHOP-1' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Start the meeting' }));
  expect(screen.getByText('2 of 3')).toBeDefined();
  expect(shown()).toBe('Wish 2');
});

test('a fix in the meeting stays on its card with the way back', async () => {
  const { user } = await begin();
  await user.keyboard('f');
  await user.click(screen.getByRole('radio', { name: /^Reword it/ }));
  await user.type(screen.getByLabelText('New summary'), ' anew{Enter}');
  expect(await screen.findByText('SHOP-1 says now: “Wish 1 anew”.')).toBeDefined();
  expect(screen.getByText('1 of 3')).toBeDefined();
  await user.keyboard('n');
  expect(shown()).toBe('Wish 2');
});

test('who may not decide can still follow', async () => {
  const may = { administer: false, decide: false, report: [] };
  const { user } = await begin({ project: { may } });
  await user.keyboard('k');
  expect(screen.queryByLabelText('Why')).toBeNull();
  await user.keyboard('n');
  expect(shown()).toBe('Wish 2');
});
