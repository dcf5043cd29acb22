import { beforeEach, expect, test } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { resetBridge } from '../../../support/bridge';
import { holdProcedure, payloadsOf, Refusal } from '../../support/app';
import { aView, bet, showResults } from './site';

beforeEach(resetBridge);

const three = [bet(1, '2026-11-01'), bet(2, '2026-11-02'), bet(3, '2026-11-03', { level: 1 })];

async function begin(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  const start = await screen.findByRole('button', { name: 'Start the meeting' });
  await waitFor(() => expect((start as HTMLButtonElement).disabled).toBe(false));
  await user.click(start);
  await screen.findByText('1 of 3');
}

test('a meeting goes through what is due by keyboard, and ends with what was said', async () => {
  const user = userEvent.setup();
  const { kept } = showResults({ issues: three });
  await begin(user);
  expect(screen.getByRole('heading', { name: 'Item 1' })).toBeDefined();
  expect(document.body.textContent).toContain('By a we expect b, measured by Checkout conversion');
  expect(screen.getByRole('img', { name: /since it came out/ })).toBeDefined();
  await user.keyboard('1{Enter}');
  await screen.findByText('2 of 3');
  await user.keyboard('n');
  await screen.findByText('3 of 3');
  await user.keyboard('4');
  await user.click(screen.getByRole('button', { name: 'In 8 weeks' }));
  await user.type(screen.getByLabelText(/^Note/), 'Season 1 is not over');
  await user.click(screen.getByRole('button', { name: 'Save the date and go on' }));
  const minutes = (await screen.findByText(/^Results of SHOP, Nov 21, 2026/)).textContent;
  expect(minutes).toContain('SHOP-1 Item 1');
  expect(minutes).toContain('Result: Moved, measured on Nov 21, 2026');
  expect(minutes).toContain('Reading: 2.5\u00a0% on Nov 18, 2026');
  expect(minutes).toContain('Too early: look again on Jan 16, 2027');
  expect(minutes).toContain('Season 1 is not over');
  expect(minutes).toContain('1 was left for another time.');
  expect(minutes).not.toContain('SHOP-2');
  expect(kept.get('1')?.given?.result).toBe('moved');
});

test('undo gives again what stood, and where nothing stood it is asked anew', async () => {
  const user = userEvent.setup();
  const { kept } = showResults({ issues: three });
  await begin(user);
  await user.keyboard('2{Enter}');
  await screen.findByText('2 of 3');
  await user.keyboard('u');
  await screen.findByText('1 of 3');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Didn’t move/ }).checked).toBe(true);
  await user.keyboard('3{Enter}');
  await screen.findByText('2 of 3');
  expect(kept.get('1')?.given?.result).toBe('unclear');
  expect(kept.get('1')?.earlier.map(({ result }) => result)).toEqual(['flat']);
  await user.keyboard('u');
  await screen.findByText('1 of 3');
  await waitFor(() => expect(kept.get('1')?.given?.result).toBe('flat'));
  expect(payloadsOf('result.give')).toHaveLength(3);
});

/** Lets a save wait until the test lets it end. */
function slowSave(site: Parameters<typeof showResults>[0]) {
  const release = holdProcedure('result.give');
  return { ...showResults(site), end: () => act(async () => release()) };
}

test('who presses next while it is being saved waits, and a refusal finds the words it is about', async () => {
  const user = userEvent.setup();
  const refuse = () => {
    throw new Refusal({ code: 'jira_unavailable', message: 'Jira did not answer.' });
  };
  const { end } = slowSave({ issues: three, handlers: { 'result.give': refuse } });
  await begin(user);
  await user.keyboard('2');
  await user.type(screen.getByLabelText(/^Note/), 'Seen twice');
  await user.click(screen.getByRole('button', { name: 'Save and go on' }));
  await user.keyboard('n');
  await user.keyboard('{ArrowRight}');
  expect(screen.getByText(/^Being saved/)).toBeDefined();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Next' }).disabled).toBe(true);
  await end();
  await waitFor(() => expect(document.body.textContent).toContain('Jira did not answer.'));
  expect(screen.getByText('1 of 3')).toBeDefined();
  expect(screen.getByLabelText<HTMLInputElement>(/^Note/).value).toBe('Seen twice');
});

test('a save that takes its time goes on to the next bet, and to no other', async () => {
  const user = userEvent.setup();
  const { kept, end } = slowSave({ issues: three });
  await begin(user);
  await user.keyboard('1{Enter}');
  await user.keyboard('nnu');
  expect(screen.getByText('1 of 3')).toBeDefined();
  await end();
  await screen.findByText('2 of 3');
  expect(kept.get('1')?.given?.result).toBe('moved');
  await user.keyboard('n');
  await screen.findByText('3 of 3');
  expect(payloadsOf('result.give')).toHaveLength(1);
});

test('what was typed is still there on the way back', async () => {
  const user = userEvent.setup();
  showResults({ issues: three });
  await begin(user);
  await user.keyboard('2');
  await user.type(screen.getByLabelText(/^Note/), 'n 1 p');
  await user.click(screen.getByRole('button', { name: 'Next' }));
  await screen.findByText('2 of 3');
  await user.keyboard('p');
  await screen.findByText('1 of 3');
  expect(screen.getByLabelText<HTMLInputElement>(/^Note/).value).toBe('n 1 p');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Didn’t move/ }).checked).toBe(true);
});

test('a bet that is gone or answered by somebody else does not stop the meeting', async () => {
  const user = userEvent.setup();
  const { kept } = showResults({ issues: three, gone: ['1'] });
  await begin(user);
  expect(document.body.textContent).toContain('SHOP-1 is gone, or you can’t see it any more.');
  await user.keyboard('n');
  await screen.findByText('2 of 3');
  const given = { result: 'flat', evidence: 'judged', at: '2026-11-21', by: 'a1' } as const;
  kept.set('2', aView('2', { rev: 3, given }));
  await user.keyboard('1{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Keep theirs' }));
  await screen.findByText('3 of 3');
  await user.keyboard('?');
  expect(screen.getByRole('region', { name: 'Keys' })).toBeDefined();
});
