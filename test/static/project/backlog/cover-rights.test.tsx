// Who may not edit a parent reads what its answer would cover, and is not asked for it.
import { beforeEach, expect, test } from '@jest/globals';
import { act, configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { resetBridge } from '../../../support/bridge';
import { showPage, type FrameSite } from '../frame';
import { backlogSite, epic } from './tab';

configure({ asyncUtilTimeout: 5_000 });
beforeEach(resetBridge);

const openParents = [202, 204].map((n) => epic(n));
const show = (more: Partial<FrameSite> = {}): void =>
  showPage(backlogSite({ covers: { 202: 13, 204: 8 } }, { openParents, ...more }));
const rows = async () => {
  const list = await screen.findByRole('list', { name: /would answer for most/ });
  return [...list.children] as HTMLElement[];
};

test('a parent that the reader may not edit is read, not answered', async () => {
  show({ mayEdit: [202] });
  const [first = document.body, second = document.body] = await rows();
  expect(within(first).queryAllByRole('button')).toHaveLength(3);
  expect(within(second).queryByRole('button')).toBeNull();
  expect(
    within(second).getByText('You may not edit this item, so others answer it.'),
  ).toBeDefined();
  act(() => second.querySelector<HTMLElement>('a')?.focus());
  await userEvent.keyboard('2r');
  expect(screen.queryByLabelText('we expect')).toBeNull();
  expect(screen.queryByText('Keep 8 items running?')).toBeNull();
});

test('where the reader may edit none of the parents, what that needs is said once', async () => {
  show({ mayEdit: [] });
  const all = await rows();
  expect(all.flatMap((one) => within(one).queryAllByRole('button'))).toEqual([]);
  expect(screen.getByText('Answering needs the right to edit')).toBeDefined();
  expect(screen.queryByText(/^Keys, while a row has the focus/)).toBeNull();
});

test('a button of a row is called by the words on it', async () => {
  show();
  for (const button of within((await rows())[0] ?? document.body).getAllByRole('button')) {
    const seen = button.querySelector('span:not([aria-hidden])')?.textContent ?? '?';
    expect(button.getAttribute('aria-label')).toContain(seen);
  }
});
