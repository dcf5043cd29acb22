import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Input } from '../../../../src/contract/procedures';
import { resetBridge } from '../../../support/bridge';
import { payloadsOf } from '../../support/app';
import { aRecord, candidate } from './items';
import { showKill } from './site';

beforeEach(resetBridge);

const kills = () => screen.queryAllByRole('button', { name: /^Kill SHOP/ });

test('rows are shown before their choices, which wait for what was decided and what is allowed', async () => {
  let answer: () => void = () => undefined;
  const waiting = new Promise<object>((resolve) => {
    answer = () => resolve({ projectPermissions: [{ permission: 'EDIT_ISSUES', issues: [1] }] });
  });
  showKill({ issues: [candidate(1)], jira: { checkPermissions: () => waiting } });
  expect(await screen.findByText('Wish 1')).toBeDefined();
  expect(kills()).toEqual([]);
  expect(screen.getByText(/^What was decided before, and whether/)).toBeDefined();
  answer();
  await waitFor(() => expect(kills()).toHaveLength(1));
});

test('where more was decided than one page holds, what is kept of the shown items is asked for', async () => {
  const user = userEvent.setup();
  const { kept } = showKill({
    issues: [candidate(1), candidate(2)],
    handlers: {
      'decisions.list': ({ itemIds }: Input<'decisions.list'>) =>
        itemIds
          ? { decisions: itemIds.map((id) => aRecord(id, { rev: 7 })), next: null }
          : { decisions: [aRecord('999')], next: 'more' },
    },
  });
  await waitFor(() => expect(kills()).toHaveLength(2));
  const asked = payloadsOf('decisions.list') as Input<'decisions.list'>[];
  expect(asked.flatMap(({ itemIds = [] }) => [itemIds])).toContainEqual(['2', '1']);
  kills()[0]?.focus();
  await user.keyboard('k');
  await user.keyboard('2{Enter}');
  await waitFor(() => expect(kept.draft?.entries[0]?.seen.rev).toBe(7));
});
