import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { CallError } from '../../../../static/src/forge';
import { resetBridge } from '../../../support/bridge';
import { payloadsOf, Refusal } from '../../support/app';
import { aGoal, goalViewOf } from '../opened';
import { STORY } from '../site';
import { BUG, card, given, issue, keyOf, showSort, WHY } from './shown';

beforeEach(resetBridge);

test('keys sort card after card, and the shares follow the last one', async () => {
  const { user } = showSort({ issues: [1, 2, 3].map((n) => issue(n)) });
  expect(await card()).toBe(document.activeElement);
  expect(screen.getByText(/Only 3 items were shipped/)).toBeTruthy();
  expect(screen.getByText('1 of 3')).toBeTruthy();
  await user.keyboard('1');
  expect(screen.getByText('2 of 3')).toBeTruthy();
  await user.keyboard('3');
  await user.keyboard('4');
  const shares = await screen.findByRole('region', { name: 'What the sample says' });
  expect(within(shares).getByRole('row', { name: /^Moved something 1 of the 2/ })).toBeTruthy();
  expect(within(shares).getByText('Not looked at: 1.')).toBeTruthy();
  expect(payloadsOf('sort.give')).toHaveLength(2);
});

test('a key is taken back, also after the last card, and what stood there before is put back', async () => {
  const half = { v: 1, why: 'test', state: 'half', by: 'asking less' };
  const { user } = showSort({
    issues: [{ ...issue(1), properties: { 'ladder-answer': half } }],
  });
  await card();
  await user.keyboard('2');
  await screen.findByRole('region', { name: 'What the sample says' });
  await user.keyboard('{Backspace}');
  expect(await keyOf()).toBe('SHOP-1');
  expect(payloadsOf('sort.undo')).toEqual([
    { itemId: '1', restore: half, seen: 'seen test', rev: 0 },
  ]);
});

test('a card that was not saved comes back at the end with the reason, and can be tried again', async () => {
  let away = true;
  const { user } = showSort({
    issues: [1, 2].map((n) => issue(n)),
    handlers: {
      'sort.give': ({ sort }) => {
        if (away) throw new Refusal({ code: 'jira_unavailable', message: 'Away' });
        return given(WHY[sort]);
      },
    },
  });
  const first = await keyOf();
  await user.keyboard('1');
  expect(await screen.findByText(/1 did not go through and comes back at the end/)).toBeTruthy();
  away = false;
  await user.keyboard('3');
  expect(
    await screen.findByText('Jira did not answer. We don’t know whether it was saved.'),
  ).toBeTruthy();
  expect(await keyOf()).toBe(first);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('region', { name: 'What the sample says' })).toBeTruthy();
});

test('an item that was opened again is left out with its reason', async () => {
  const { user } = showSort({
    issues: [issue(1)],
    handlers: {
      'sort.give': () => {
        throw new Refusal({ code: 'invalid_input', message: 'Only finished items are sorted.' });
      },
    },
  });
  await card();
  await user.keyboard('1');
  const shares = await screen.findByRole('region', { name: 'What the sample says' });
  expect(await within(shares).findByText(/Only finished items are sorted/)).toBeTruthy();
});

test('who may edit nothing is told once, and the keys rest', async () => {
  const { user } = showSort({
    issues: [1, 2, 3].map((n) => issue(n)),
    handlers: {
      'sort.give': () => {
        throw new Refusal({ code: 'forbidden', message: 'No' });
      },
    },
  });
  await card();
  await user.keyboard('1');
  expect(await screen.findByText('You may not sort here')).toBeTruthy();
  await user.keyboard('1');
  expect(payloadsOf('sort.give')).toHaveLength(1);
});

test('a reading from after the item was finished can be cited', async () => {
  const goal = goalViewOf(aGoal(), [
    { day: '2026-10-01', value: 2.2 },
    { day: '2026-10-20', value: 2.4 },
  ]);
  const { user } = showSort({ issues: [issue(1)], goals: [goal] });
  const face = await card();
  await user.click(within(face).getByText('Cite a reading that shows it'));
  await user.selectOptions(within(face).getByRole('combobox', { name: 'Goal' }), 'g1');
  expect(within(face).getByRole('combobox', { name: 'Reading' }).textContent).toContain('2.4');
  await user.click(within(face).getByRole('button', { name: '1 Moved something' }));
  await screen.findByRole('region', { name: 'What the sample says' });
  expect(payloadsOf('sort.give')).toEqual([
    expect.objectContaining({ sort: 'moved', reading: { goalId: 'g1', day: '2026-10-20' } }),
  ]);
});

test('nothing finished, and a draw that fails, are said in words', async () => {
  const { unmount } = showSort({ issues: [] });
  expect(await screen.findByText(/Nothing was finished in this time/)).toBeTruthy();
  unmount();
  const refuse = () => Promise.reject(new CallError('jira_unavailable', 'Jira did not answer.'));
  showSort({ issues: [], jira: refuse });
  expect(await screen.findByText('The sample could not be drawn')).toBeTruthy();
});

test('in the table suggestions say why, are seen before they are taken, and are undone as a whole', async () => {
  const { user, changes } = showSort({
    issues: [issue(1), issue(2, { issuetype: BUG }), issue(3, { issuetype: BUG })],
  });
  await card();
  await user.click(screen.getByRole('tab', { name: 'All, in a table' }));
  expect(await screen.findAllByText('Bug: usually keeps it running · rule 1')).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: 'Take all suggestions (2)' }));
  expect(screen.getByText(/2 items will be sorted: 2 kept it running/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Sort 2 items' }));
  expect(await screen.findByRole('button', { name: 'Undo this run (2)' })).toBeTruthy();
  expect(screen.getAllByText('Sorted: kept it running')).toHaveLength(2);
  expect(changes).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Undo this run (2)' }));
  expect(await screen.findAllByText('2 taken back')).not.toHaveLength(0);
  expect(payloadsOf('sort.undo')).toHaveLength(2);
});

test('a rule that fits all says so before it is saved', async () => {
  const { user } = showSort({
    issues: [1, 2].map((n) => issue(n)),
    handlers: { 'sortRules.save': ({ rules }) => ({ rules }) },
  });
  await card();
  await user.click(screen.getByRole('tab', { name: 'All, in a table' }));
  expect(await screen.findAllByText('No rule fits')).toHaveLength(2);
  await user.click(screen.getByText('Rules behind the suggestions'));
  expect(screen.getByText(/Would sort nothing/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Add a rule' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Rule 1: value' }), STORY.name);
  expect(screen.getByText(/Would sort all 2: 2 kept it running/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save rules' }));
  expect(await screen.findByText(/These are your rules/)).toBeTruthy();
  expect(screen.getAllByText('Story: usually keeps it running · rule 1')).not.toHaveLength(0);
});

test('what was skipped is asked again from the shares', async () => {
  const { user } = showSort({ issues: [1, 2].map((n) => issue(n)) });
  await card();
  await user.keyboard('44');
  await user.click(await screen.findByRole('button', { name: 'Ask the 2 skipped again' }));
  expect(await screen.findByText('1 of 2')).toBeTruthy();
  await user.keyboard('44');
  expect(await screen.findByRole('button', { name: 'Ask the 2 skipped again' })).toBeTruthy();
});

test('a plan says of how many items it takes texts off', async () => {
  const half = { v: 1, why: 'test', state: 'half', by: 'asking less' };
  const { user } = showSort({
    issues: [{ ...issue(1), properties: { 'ladder-answer': half } }, issue(2)],
  });
  await card();
  await user.click(screen.getByRole('tab', { name: 'All, in a table' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Select SHOP-1' }));
  await user.click(screen.getByRole('checkbox', { name: 'Select SHOP-2' }));
  await user.click(screen.getByRole('button', { name: 'Kept it running' }));
  expect(screen.getByText(/1 of them has a half-written answer/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await user.click(screen.getByRole('button', { name: 'Tested an idea' }));
  expect(screen.queryByText(/half-written/)).toBeNull();
});
