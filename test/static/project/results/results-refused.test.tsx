import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { resetBridge } from '../../../support/bridge';
import { payloadsOf, Refusal } from '../../support/app';
import { aView, bet, showResults } from './site';

beforeEach(resetBridge);

const section = (name: string) => screen.findByRole('region', { name });
const rowIn = async (name: string, key: string): Promise<HTMLElement> => {
  const list = await section(name);
  return within(list)
    .findByText(new RegExp(`^${key}\\b`))
    .then((found) => found.closest('li') as HTMLElement);
};

test('what is gone and what the viewer may not say is told in its row; the rest goes on', async () => {
  showResults({
    issues: [bet(1, '2026-11-01'), bet(2, '2026-11-02'), bet(3, '2026-11-03')],
    gone: ['1'],
    locked: ['1', '2'],
  });
  const gone = await rowIn('Due', 'SHOP-1');
  await waitFor(() => expect(gone.textContent).toContain('This item is gone'));
  const locked = await rowIn('Due', 'SHOP-2');
  expect(locked.textContent).toContain('Whoever may edit or transition this item');
  expect(within(locked).queryByRole('button')).toBeNull();
  expect(screen.getByRole('button', { name: 'Give the result of SHOP-3' })).toBeDefined();
});

test('a date and a result that Jira has not taken count all the same', async () => {
  const later = { from: '2026-11-01', to: '2026-12-24', at: '2026-11-15', by: 'a1' };
  const given = { result: 'moved', evidence: 'judged', at: '2026-11-20', by: 'a1' } as const;
  showResults({
    issues: [bet(1, '2026-11-01'), bet(2, '2026-11-02')],
    views: [
      aView('1', { later: [{ ...later, delivered: true, written: false }] }),
      aView('2', { given, written: false }),
    ],
    unwritten: ['1', '2'],
  });
  expect((await rowIn('Waiting', 'SHOP-1')).textContent).toContain('Dec 24, 2026');
  expect((await rowIn('Given', 'SHOP-2')).textContent).toContain('Jira has not taken it');
  expect(await screen.findByText('Not written to Jira: 2')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Try again now' })).toBeNull();
});

test('an admin can try again to write what Jira has not taken', async () => {
  const user = userEvent.setup();
  const given = { result: 'moved', evidence: 'judged', at: '2026-11-20', by: 'a1' } as const;
  showResults({
    issues: [bet(1, '2026-11-01')],
    views: [aView('1', { given, written: false })],
    unwritten: ['1'],
    administer: true,
  });
  const row = await rowIn('Given', 'SHOP-1');
  expect(row.textContent).toContain('Jira has not taken it');
  await user.click(await screen.findByRole('button', { name: 'Try again now' }));
  expect(await screen.findByText(/Written to Jira: 1. Still not written: 0/)).toBeDefined();
  await waitFor(() => expect(row.textContent).not.toContain('Jira has not taken it'));
});

test('many that Jira has not taken are tried part by part, and a round that stopped goes on', async () => {
  const user = userEvent.setup();
  let calls = 0;
  showResults({
    issues: [],
    unwritten: ['1', '2', '3', '4'],
    administer: true,
    handlers: {
      'results.repair': ({ after }) => {
        calls += 1;
        if (calls === 2) throw new Refusal({ code: 'jira_unavailable', message: 'Away.' });
        return after === undefined
          ? { written: 1, left: 1, next: '2', remaining: 2 }
          : { written: 2, left: 0, next: null, remaining: 0 };
      },
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Try again now' }));
  expect(await screen.findByText('It could not be tried again')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Try again now' }));
  expect(await screen.findByText(/Written to Jira: 3. Still not written: 1/)).toBeDefined();
  expect(payloadsOf('results.repair')).toEqual([
    { projectId: '10' },
    { projectId: '10', after: '2' },
    { projectId: '10', after: '2' },
  ]);
});

test('a list that Jira refuses says so and can be read again; the others stand', async () => {
  const user = userEvent.setup();
  const broken = new Set(['due']);
  showResults({ issues: [bet(1, '2026-11-01'), bet(2, '2026-12-02')], broken });
  expect(await screen.findByText('What is due could not be read')).toBeDefined();
  await rowIn('Waiting', 'SHOP-2');
  broken.clear();
  await user.click(within(await section('Due')).getByRole('button', { name: 'Try again' }));
  await rowIn('Due', 'SHOP-1');
});

test('without any finished bet the page says what will be here', async () => {
  showResults({ issues: [] });
  expect(await screen.findByText('No results to give yet')).toBeDefined();
  await waitFor(() => expect(document.body.textContent).toContain('No bet has a result yet.'));
});

test('what was reopened meanwhile is refused in words, and what was chosen is kept', async () => {
  const user = userEvent.setup();
  showResults({
    issues: [bet(1, '2026-11-20')],
    handlers: {
      'result.give': () => {
        throw new Refusal({ code: 'invalid_input', message: 'The item is not done any more.' });
      },
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Give the result of SHOP-1' }));
  await user.click(screen.getByRole('radio', { name: /^Moved/ }));
  await user.type(screen.getByLabelText(/^Note/), 'Seen');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText(/The item is not done any more/)).toBeDefined();
  expect(screen.getByLabelText<HTMLInputElement>(/^Note/).value).toBe('Seen');
  await user.keyboard('{Escape}');
  await waitFor(() =>
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Give the result of SHOP-1'),
  );
});

test('a list that is read later counts more than what was saved here before', async () => {
  const user = userEvent.setup();
  const issues = [bet(1, '2026-11-20')];
  const { kept } = showResults({ issues });
  await user.click(await screen.findByRole('button', { name: 'Give the result of SHOP-1' }));
  await user.click(screen.getByRole('radio', { name: /^Too early/ }));
  await user.click(screen.getByRole('button', { name: 'In 2 weeks' }));
  await user.click(screen.getByRole('button', { name: 'Save the date' }));
  expect((await rowIn('Waiting', 'SHOP-1')).textContent).toContain('Dec 5, 2026');
  issues[0] = bet(1, '2026-12-24', { result: 'flat' });
  const given = { result: 'flat', evidence: 'judged', at: '2026-11-21', by: 'a1' } as const;
  kept.set('1', aView('1', { rev: 9, given }));
  await user.selectOptions(screen.getByLabelText('Goal'), 'g1');
  expect((await rowIn('Given', 'SHOP-1')).textContent).toContain('Didn’t move');
});

test('arrows move between the rows, and a goal narrows the lists', async () => {
  const user = userEvent.setup();
  showResults({ issues: [bet(1, '2026-11-01'), bet(2, '2026-11-02')] });
  (await screen.findByRole('button', { name: 'Give the result of SHOP-1' })).focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Give the result of SHOP-2');
  await user.keyboard('{ArrowUp}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Give the result of SHOP-1');
  await user.selectOptions(screen.getByLabelText('Goal'), 'g1');
  await screen.findByRole('button', { name: 'Give the result of SHOP-2' });
  expect(screen.getByLabelText<HTMLSelectElement>('Goal').value).toBe('g1');
});
