import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { resetBridge } from '../../../support/bridge';
import { payloadsOf } from '../../support/app';
import { card, issue, keyOf, showSort } from './shown';

beforeEach(resetBridge);

const ANSWERED = { v: 1, why: 'run', because: 'keeping up', state: 'answered', when: 'start' };
const SORTED = { v: 1, why: 'run', state: 'answered', when: 'sorted' };
const told = (n: number, answer: Record<string, unknown> = SORTED) => ({
  ...issue(n),
  properties: { 'ladder-answer': answer },
});
const shares = () => screen.findByRole('region', { name: 'What the sample says' });

test('last quarter is not compared with before its draw is looked at; its cards open from there', async () => {
  const { user } = showSort({
    issues: [told(1), told(2)],
    earlier: [told(11), issue(12), issue(13)],
  });
  const box = await shares();
  expect(
    await within(box).findByText(/1 of the 3 drawn last quarter were looked at; sort the rest/),
  ).toBeTruthy();
  expect(within(box).queryByRole('columnheader', { name: 'Last quarter' })).toBeNull();
  expect(within(box).getByText(/153 of the 186 days are in both times/)).toBeTruthy();
  await user.click(within(box).getByRole('button', { name: 'Sort the 2 that are left' }));
  expect(await card()).toBe(document.activeElement);
  expect(screen.getByText(/^Last quarter’s draw, at random from 3 items/)).toBeTruthy();
  const first = await keyOf();
  await user.keyboard('1');
  expect(await keyOf()).not.toBe(first);
  await user.keyboard('3');
  const after = await shares();
  expect(within(after).getByRole('columnheader', { name: /^Last quarter/ })).toBeTruthy();
  expect(within(after).getByText(/3 of the 3 drawn were looked at/)).toBeTruthy();
  await user.keyboard('u');
  expect(await card()).toBeTruthy();
  expect(payloadsOf('sort.give')).toHaveLength(2);
});

test('what was sorted before and what has an answer are told apart', async () => {
  showSort({ issues: [told(1), told(2, ANSWERED), told(3, ANSWERED), issue(4)] });
  await card();
  expect(
    screen.getByText(/Not asked again: 1 sorted by you or others, 2 have an answer\./),
  ).toBeTruthy();
});

test('who may not edit reads the shares, and is offered nothing that needs the right', async () => {
  showSort({ issues: [told(1), issue(2)], earlier: [told(11), issue(12)], mayEdit: false });
  expect(await screen.findByText('Sorting needs the right to edit')).toBeTruthy();
  const box = await shares();
  expect(await within(box).findByText(/too few to compare\.$/)).toBeTruthy();
  expect(within(box).queryAllByRole('button')).toEqual([]);
  expect(screen.queryByRole('group', { name: /^SHOP-/ })).toBeNull();
});

test('a click anywhere in the card gives it the focus, and a line says when keys work', async () => {
  const { user } = showSort({ issues: [issue(1), issue(2)] });
  const face = await card();
  expect(screen.getByText('Keys work while the card has the focus.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'See the shares' }));
  await user.click(await screen.findByRole('button', { name: 'Go on with the cards' }));
  screen.getByRole('tab', { name: 'A sample' }).focus();
  await user.click(within(await card()).getByText('What became of it?'));
  expect(await card()).toBe(document.activeElement);
  await user.click(screen.getByRole('button', { name: '4 Skip' }));
  expect(await card()).toBe(document.activeElement);
  screen.getByRole('tab', { name: 'A sample' }).focus();
  await user.click(screen.getByRole('button', { name: 'Focus the card' }));
  expect(await card()).toBe(document.activeElement);
  expect(face).toBeTruthy();
});
