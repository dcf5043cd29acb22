import { beforeEach, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setTyping } from '../../../../static/src/forge/typed';
import { resetBridge } from '../../../support/bridge';
import { payloadsOf, Refusal } from '../../support/app';
import { aView, bet, showResults } from './site';

beforeEach(() => {
  resetBridge();
  localStorage.clear();
  setTyping('acc-1');
});

const one = { issues: [bet(1, '2026-11-20'), bet(2, '2026-11-20')] };
const ask = () => screen.findByRole('button', { name: 'Give the result of SHOP-1' });
const note = () => screen.getByLabelText<HTMLInputElement>(/^Note/);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

async function type(): Promise<void> {
  await userEvent.click(await ask());
  await userEvent.click(screen.getByRole('radio', { name: /^Can’t tell/ }));
  await userEvent.type(note(), 'Bots');
}

test('a form that was being filled in is open again with its words', async () => {
  showResults(one);
  await type();
  cleanup();
  showResults(one);
  expect(await screen.findByText('What you typed is still here.')).toBeDefined();
  expect(note().value).toBe('Bots');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Can’t tell/ }).checked).toBe(true);
  await press('Save the result');
  await screen.findByText(/It stands under Given now/);
  expect(localStorage.length).toBe(0);
});

test('what is cancelled or started over is not kept', async () => {
  showResults(one);
  await type();
  await press('Cancel');
  expect(localStorage.length).toBe(0);
  await type();
  cleanup();
  showResults(one);
  await screen.findByText('What you typed is still here.');
  await press('Start over');
  expect(note().value).toBe('');
  expect(localStorage.length).toBe(0);
});

test('words that were begun before somebody else’s result do not write over it', async () => {
  showResults(one);
  await type();
  cleanup();
  const given = { result: 'moved', evidence: 'judged', at: '2026-11-21', by: 'a1' } as const;
  const { kept } = showResults({ ...one, views: [aView('1', { rev: 7, given })] });
  await screen.findByText('What you typed is still here.');
  await waitFor(() => expect(document.body.textContent).toContain('Moved, judged'));
  await press('Save the result');
  expect(await screen.findByText('Somebody else was here first')).toBeDefined();
  expect(kept.get('1')?.given?.result).toBe('moved');
});

test('a note that is too long is said to be so, and stays whole', async () => {
  const user = userEvent.setup();
  showResults(one);
  await type();
  await user.click(note());
  await user.paste('x'.repeat(600));
  expect(note().value).toHaveLength(604);
  expect(screen.getByText(/This is longer than 500 characters/)).toBeDefined();
  await press('Save the result');
  expect(document.activeElement).toBe(note());
  expect(payloadsOf('result.give')).toEqual([]);
});

test.each([
  ['not_found', undefined, 'This item is gone, or you can’t see it any more'],
  ['invalid_input', 'item_not_done', 'This item is not done any more'],
] as const)(
  'after %s the words can be copied, and the row leaves the list',
  async (code, reason, title) => {
    const user = userEvent.setup();
    const give = () => {
      throw new Refusal({ code, message: 'No.', ...(reason && { reason }) });
    };
    showResults({ ...one, handlers: { 'result.give': give } });
    await user.click(await ask());
    await user.click(screen.getByRole('radio', { name: /^Can’t tell/ }));
    await user.type(note(), 'Bots');
    await user.click(screen.getByRole('button', { name: 'Save the result' }));
    expect(await screen.findByText(title)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Copy what you wrote' }));
    expect(await navigator.clipboard.readText()).toBe('Can’t tell\nBots');
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByText('Item 1')).toBeNull();
    expect(screen.getByText('Item 2')).toBeDefined();
    expect(localStorage.length).toBe(0);
  },
);

test('minutes outlive the page until they are started over', async () => {
  const user = userEvent.setup();
  const start = async (name: string) => {
    const button = await screen.findByRole<HTMLButtonElement>('button', { name });
    await waitFor(() => expect(button.disabled).toBe(false));
    await user.click(button);
  };
  showResults(one);
  await start('Start the meeting');
  await screen.findByText('1 of 2');
  await user.keyboard('2{Enter}');
  await screen.findByText('2 of 2');
  await user.type(note(), 'Later');
  cleanup();
  showResults({ issues: [bet(1, '2026-11-20', { result: 'flat' }), bet(2, '2026-11-20')] });
  await start('Start the meeting');
  await screen.findByText('1 of 1');
  expect(note().value).toBe('Later');
  await user.click(screen.getByRole('button', { name: 'See what was said' }));
  expect((await screen.findByText(/^Results of SHOP/)).textContent).toContain('Didn’t move');
  expect(screen.getByText('What was said earlier today is still here.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Start over' }));
  expect(screen.getByText(/Nothing was said here yet/)).toBeDefined();
});
