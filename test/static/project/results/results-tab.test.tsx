import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { resetBridge } from '../../../support/bridge';
import { payloadsOf } from '../../support/app';
import { aView, bet, showResults } from './site';

beforeEach(resetBridge);

const section = (name: string) => screen.findByRole('region', { name });
const rowIn = async (name: string, key: string): Promise<HTMLElement> => {
  const list = await section(name);
  return within(list)
    .findByText(new RegExp(`^${key}\\b`))
    .then((found) => found.closest('li') as HTMLElement);
};

test('each bet stands in its list, late ones in words, and the rate with what is unclear', async () => {
  showResults({
    issues: [
      bet(1, '2026-11-20'),
      bet(2, '2026-10-01'),
      bet(3, '2026-12-03'),
      bet(4, '2026-11-10', { result: 'moved' }),
      bet(5, '2026-11-10', { result: 'flat' }),
    ],
  });
  const due = await section('Due');
  await within(due).findByText('Item 2');
  expect(
    within(due)
      .getAllByRole('listitem')
      .map((row) => row.textContent),
  ).toEqual([
    expect.stringContaining('Oct 1, 2026, 51 days ago: late'),
    expect.stringContaining('Nov 20, 2026, yesterday'),
  ]);
  expect((await rowIn('Waiting', 'SHOP-3')).textContent).toContain('Dec 3, 2026, in 12 days');
  expect((await rowIn('Given', 'SHOP-4')).textContent).toContain('Moved, judged on Nov 15, 2026');
  await waitFor(() =>
    expect(document.body.textContent).toContain('1 of 2 bets with a result moved something.'),
  );
  expect(document.body.textContent).toContain('between 9% and 91%');
  expect(document.body.textContent).toContain('Due: 2');
});

test('the newest reading after the delivery is cited unless another is chosen', async () => {
  const user = userEvent.setup();
  const { kept, changes } = showResults({ issues: [bet(1, '2026-11-20')] });
  await user.click(await screen.findByRole('button', { name: 'Give the result of SHOP-1' }));
  await user.click(screen.getByRole('radio', { name: /^Moved/ }));
  const readings = screen.getByLabelText<HTMLSelectElement>('Reading it rests on');
  expect(readings.value).toBe('2026-11-18');
  expect(screen.getByText(/counts as measured/)).toBeDefined();
  await user.selectOptions(readings, '2026-10-30');
  expect(screen.getByText(/counts as judged/)).toBeDefined();
  await user.selectOptions(readings, '2026-11-10');
  await user.type(screen.getByLabelText(/^Note/), 'Funnel report');
  await user.click(screen.getByRole('button', { name: 'Save the result' }));
  const row = await rowIn('Given', 'SHOP-1');
  expect(row.textContent).toContain('Moved, measured on Nov 21, 2026');
  expect(row.textContent).toContain('Funnel report');
  await waitFor(() => expect(row.textContent).toContain('Petra Owner'));
  expect(kept.get('1')?.given?.reading?.day).toBe('2026-11-10');
  expect(changes()).toBe(1);
  expect(await screen.findByText(/It stands under Given now/)).toBeDefined();
  expect(screen.getByText(/Nothing is erased/)).toBeDefined();
  await waitFor(() => expect(document.body.textContent).toContain('1 of 1 bets'));
});

test('a changed result can be undone: the earlier one is given again', async () => {
  const user = userEvent.setup();
  const given = { result: 'flat', evidence: 'judged', at: '2026-11-15', by: 'a1' } as const;
  const { kept } = showResults({
    issues: [bet(1, '2026-11-10', { result: 'flat' })],
    views: [aView('1', { rev: 4, given: { ...given, note: 'Too few visits' } })],
  });
  await screen.findByText('Too few visits');
  await user.click(screen.getByRole('button', { name: 'Change the result of SHOP-1' }));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Didn’t move/ }).checked).toBe(true);
  await user.click(screen.getByRole('radio', { name: /^Can’t tell/ }));
  await user.click(screen.getByRole('button', { name: 'Save the result' }));
  await user.click(await screen.findByRole('button', { name: 'Undo the result of SHOP-1' }));
  expect(await screen.findByText(/“Didn’t move” stands again/)).toBeDefined();
  expect(kept.get('1')?.given).toMatchObject({ result: 'flat', note: 'Too few visits' });
  expect(kept.get('1')?.earlier).toHaveLength(2);
});

test('too early, or not out yet, sets another day, and the third time it says so', async () => {
  const user = userEvent.setup();
  const moved = { from: '2026-09-01', at: '2026-10-01', by: 'a1', delivered: true, written: true };
  const { kept } = showResults({
    issues: [bet(1, '2026-11-20')],
    views: [
      aView('1', {
        later: [
          { ...moved, to: '2026-10-01' },
          { ...moved, to: '2026-11-20' },
        ],
      }),
    ],
  });
  await user.click(await screen.findByRole('button', { name: 'Give the result of SHOP-1' }));
  await user.click(screen.getByRole('radio', { name: 'Not yet' }));
  expect(screen.queryByRole('radio', { name: /^Moved/ })).toBeNull();
  await user.clear(screen.getByLabelText('Look again on'));
  await user.click(screen.getByRole('button', { name: 'Save the date' }));
  expect(screen.getByText(/Enter a day that is still to come/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'In 2 weeks' }));
  await user.click(screen.getByRole('button', { name: 'Save the date' }));
  const row = await rowIn('Waiting', 'SHOP-1');
  expect(row.textContent).toContain('Postponed 3 times');
  expect(row.textContent).toContain('Dec 5, 2026, in 14 days');
  expect(kept.get('1')?.later.at(-1)).toMatchObject({ to: '2026-12-05', delivered: false });
  expect(
    await screen.findByText('Nothing is due. The next one is on Dec 5, 2026: SHOP-1.'),
  ).toBeDefined();
});

test('who was second sees the words of the first, and chooses', async () => {
  const user = userEvent.setup();
  const { kept } = showResults({ issues: [bet(1, '2026-11-20')] });
  await user.click(await screen.findByRole('button', { name: 'Give the result of SHOP-1' }));
  const given = { result: 'unclear', evidence: 'judged', at: '2026-11-21', by: 'a1' } as const;
  kept.set('1', aView('1', { rev: 7, given: { ...given, note: 'Bot traffic' } }));
  await user.click(screen.getByRole('radio', { name: /^Moved/ }));
  await user.click(screen.getByRole('button', { name: 'Save the result' }));
  const title = await screen.findByText('Somebody else was here first');
  const rival = title.closest('[role="alert"]') as HTMLElement;
  await waitFor(() => expect(rival.textContent).toContain('Petra Owner said “Can’t tell”'));
  expect(rival.textContent).toContain('Bot traffic');
  await user.click(within(rival).getByRole('button', { name: 'Save mine' }));
  expect((await rowIn('Given', 'SHOP-1')).textContent).toContain('Moved, measured');
  expect(kept.get('1')?.earlier).toHaveLength(1);
});

test('theirs can stand instead', async () => {
  const user = userEvent.setup();
  const { kept } = showResults({ issues: [bet(1, '2026-11-20')] });
  await user.click(await screen.findByRole('button', { name: 'Give the result of SHOP-1' }));
  const given = { result: 'flat', evidence: 'judged', at: '2026-11-21', by: 'a1' } as const;
  kept.set('1', aView('1', { rev: 7, given }));
  await user.click(screen.getByRole('radio', { name: /^Moved/ }));
  await user.click(screen.getByRole('button', { name: 'Save the result' }));
  await user.click(await screen.findByRole('button', { name: 'Keep theirs' }));
  expect((await rowIn('Given', 'SHOP-1')).textContent).toContain('Didn’t move');
  expect(payloadsOf('result.give')).toHaveLength(1);
});
