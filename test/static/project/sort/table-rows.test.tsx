import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { resetBridge } from '../../../support/bridge';
import { payloadsOf, Refusal } from '../../support/app';
import { card, given, issue, showSort, WHY } from './shown';

beforeEach(resetBridge);

const rowOf = async (key: string) =>
  (await screen.findByRole('rowheader', { name: new RegExp(`^${key}\\b`) })).closest(
    'tr',
  ) as HTMLElement;
const box = (key: string) =>
  screen.getByRole<HTMLInputElement>('checkbox', { name: `Select ${key}` });

async function openTable(user: ReturnType<typeof showSort>['user']): Promise<void> {
  await card();
  await user.click(screen.getByRole('tab', { name: 'All, in a table' }));
  await rowOf('SHOP-1');
}

test('rows that the viewer may not edit are shown with the reason, and are never sorted', async () => {
  const { user } = showSort({ issues: [1, 2].map((n) => issue(n)), locked: ['2'] });
  await openTable(user);
  expect((await rowOf('SHOP-2')).textContent).toContain(
    'You need the permission to edit this item',
  );
  expect(box('SHOP-2').getAttribute('aria-disabled')).toBe('true');
  await user.click(box('SHOP-2'));
  await user.keyboard('1');
  expect(box('SHOP-2').checked).toBe(false);
  await user.click(screen.getByRole('checkbox', { name: 'Select the items of this page' }));
  expect(screen.getByText('1 selected')).toBeTruthy();
  expect(payloadsOf('sort.give')).toEqual([]);
});

/** Somebody writes in the answer before the first save; then it stands there. */
function writtenMeanwhile(found: object) {
  const issues = [issue(1), issue(2)];
  const conflict = {
    code: 'conflict' as const,
    message: 'Changed.',
    details: { seen: 'theirs', found: { kind: 'value', answer: { v: 1, ...found } } },
  };
  const shown = showSort({
    issues,
    handlers: {
      'sort.give': ({ sort, seen }) => {
        if (seen === null) throw new Refusal(conflict);
        return given(WHY[sort]);
      },
      'results.read': () => ({ results: [] }),
    },
  });
  const write = () => {
    issues[0] = { ...issue(1), properties: { 'ladder-answer': { v: 1, ...found } } };
  };
  return { ...shown, write };
}

test('a row that is out by a conflict can be looked at again, and then be sorted', async () => {
  const { user, write } = writtenMeanwhile({ why: 'test', state: 'half', by: 'asking less' });
  await openTable(user);
  write();
  box('SHOP-1').focus();
  await user.keyboard('1');
  const row = await rowOf('SHOP-1');
  const look = await within(row).findByRole('button', { name: 'Look at SHOP-1 again' });
  expect(row.textContent).toContain('somebody has written in its answer');
  await user.click(look);
  expect(await within(row).findByText('No rule fits')).toBeTruthy();
  expect(within(row).queryByRole('button')).toBeNull();
  box('SHOP-1').focus();
  await user.keyboard('1');
  expect(await within(row).findByText('Sorted: moved something')).toBeTruthy();
});

test('one that somebody has sorted meanwhile says so, and is not taken for this page’s own', async () => {
  const { user, write } = writtenMeanwhile({ why: 'run', state: 'answered', when: 'sorted' });
  await openTable(user);
  write();
  box('SHOP-1').focus();
  await user.keyboard('1');
  const row = await rowOf('SHOP-1');
  await user.click(await within(row).findByRole('button', { name: 'Look at SHOP-1 again' }));
  expect(await within(row).findByText(/somebody else has sorted or changed it/)).toBeTruthy();
  expect(box('SHOP-1').getAttribute('aria-disabled')).toBe('true');
});
