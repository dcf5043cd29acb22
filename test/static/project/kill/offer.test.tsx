import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CallError } from '../../../../static/src/forge';
import { resetBridge } from '../../../support/bridge';
import { aDecided, aRecord, candidate, NOW } from './items';
import { showKill, type Call, type KillSite } from './site';

beforeEach(resetBridge);

/** A project with so many old items; the first three are listed. */
function showOld(count: number, more: Partial<KillSite> = {}) {
  const isAboutOld = ({ body }: Call) => !(body as { jql: string }).jql.includes('ladderFlag');
  return showKill({
    issues: [],
    serving: [1, 2, 3].map((n) => candidate(n, { age: 900 + n })),
    ...more,
    jira: {
      count: (call) => ({ count: isAboutOld(call) ? count : 0 }),
      ...more.jira,
    },
  });
}

const offer = () =>
  screen.findByRole('region', { name: 'Old items, parked together' }, { timeout: 4_000 });

test('the offer says how many are that old, and lists them for a choice', async () => {
  const user = userEvent.setup();
  showOld(12);
  const part = await offer();
  expect(part.textContent).toContain('12 items are older than 2 years. Park them all');
  await user.click(within(part).getByRole('button', { name: 'Look at the list' }));
  await user.click(await within(part).findByRole('checkbox', { name: 'Park SHOP-2' }));
  expect(part.textContent).toContain('11 chosen, 1 left out');
  expect(within(part).getByRole('button', { name: 'Park 11 items' })).toBeDefined();
  await user.click(within(part).getByRole('button', { name: 'Choose none' }));
  expect(part.textContent).toContain('0 chosen');
});

test('who may change none of the items is told so and can park none', async () => {
  const user = userEvent.setup();
  showOld(12, { locked: ['1', '2', '3'] });
  const part = await offer();
  await user.click(within(part).getByRole('button', { name: 'Look at the list' }));
  expect(await within(part).findByText(/neither edit nor transition these items/)).toBeDefined();
  const park = within(part).getByRole<HTMLButtonElement>('button', { name: 'Park 0 items' });
  expect(park.disabled).toBe(true);
});

test('one old item is asked about in the singular, and only when somebody opens the offer', async () => {
  const user = userEvent.setup();
  showOld(1);
  await user.click(await screen.findByRole('button', { name: 'Park old items together' }));
  const part = await offer();
  expect(part.textContent).toContain('1 item is older than 2 years. Park it, with a notice?');
});

test('a day that is over and an empty reason are refused beside their fields', async () => {
  const user = userEvent.setup();
  showOld(12);
  const part = await offer();
  await user.click(within(part).getByRole('button', { name: 'Look at the list' }));
  await user.clear(await within(part).findByLabelText('Reason'));
  await user.clear(within(part).getByLabelText('Parked until'));
  await user.type(within(part).getByLabelText('Parked until'), '2026-11-20');
  await user.click(within(part).getByRole('button', { name: 'Park 12 items' }));
  expect(within(part).getByText(/Say why, in a few words/)).toBeDefined();
  expect(within(part).getByText(/This day is over/)).toBeDefined();
});

test('more than one run parks are said to be parked in part', async () => {
  const user = userEvent.setup();
  showOld(2_001);
  const part = await offer();
  await user.click(within(part).getByRole('button', { name: 'Look at the list' }));
  expect(
    await within(part).findByText(
      'The first 2,000 are parked; the rest is offered again after that.',
    ),
  ).toBeDefined();
});

test('old items that can’t be read are read again', async () => {
  const user = userEvent.setup();
  let broken = true;
  const rows = [candidate(1, { age: 900 })];
  showOld(12, {
    jira: {
      search: ({ body }) => {
        if ((body as { jql: string }).jql.includes('ladderFlag')) return { issues: [] };
        if (broken) throw new CallError('jira_unavailable', 'Jira did not answer.');
        return { issues: rows, isLast: true };
      },
    },
  });
  const part = await offer();
  await user.click(within(part).getByRole('button', { name: 'Look at the list' }));
  expect(await within(part).findByText('The items could not be read')).toBeDefined();
  broken = false;
  await user.click(within(part).getByRole('button', { name: 'Try again' }));
  expect(await within(part).findByRole('checkbox', { name: 'Park SHOP-1' })).toBeDefined();
});

test('what was parked together before can be taken back', async () => {
  const park = aDecided({ kind: 'park', until: '2027-11-01', reason: 'Old', at: NOW - 1_000 });
  showOld(0, { records: [1, 2, 3, 4, 5].map((n) => aRecord(String(n), { now: park })) });
  const part = await offer();
  expect(part.textContent).toContain('Nothing is that old.');
  expect(within(part).getByRole('button', { name: 'Take all 5 back' })).toBeDefined();
});
