// Sentences of the kill list that a deleted item, or a great effort, changes.
import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { resetBridge } from '../../../support/bridge';
import { answered, candidate } from './items';
import { showKill } from './site';

beforeEach(resetBridge);

test('where the effort would buy more than a sentence names, it says how many', async () => {
  showKill({
    issues: [candidate(1, { points: 154 })],
    serving: Array.from({ length: 7 }, (_, n) => answered(31 + n, 2, 0.4)),
  });
  await screen.findByRole('group', { name: 'Items on the agenda' });
  await screen.findByRole('link', { name: 'SHOP-31 Wish 31' });
  expect(document.body.textContent).toContain(
    'holds 154 points; the same effort would buy 7 answered items, among them SHOP-31',
  );
  expect(screen.getAllByRole('link', { name: /^SHOP-3\d Wish/ })).toHaveLength(5);
});

test('a decision about an item that is deleted says so and can be taken out', async () => {
  const user = userEvent.setup();
  const entry = (n: number) => ({
    ...{ itemId: String(n), itemKey: `SHOP-${n}`, state: 'open' as const },
    seen: { statusId: '1', flag: null, answer: null, rev: 0 },
    decision: { kind: 'park' as const, reason: 'Later', until: '2027-01-01' },
  });
  const { kept } = showKill({
    issues: [candidate(1)],
    gone: ['77'],
    locked: ['77'],
    draft: { entries: [entry(77), entry(78)], at: 5 },
  });
  const drafts = await screen.findByRole('list', { name: /that are not applied yet/ });
  await within(drafts).findByText('It is deleted, or you can no longer see it.');
  expect(drafts.textContent).toContain('SHOP-78 Wish 78');
  expect(screen.queryByText(/neither edit nor transition it/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Take SHOP-77 out of the draft' }));
  await waitFor(() => expect(kept.draft?.entries.map(({ itemId }) => itemId)).toEqual(['78']));
});
