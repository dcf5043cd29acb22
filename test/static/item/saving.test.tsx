// The form while a save is under way, and what a refused one says.
import { beforeEach, expect, test } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerBridge, resetBridge } from '../../support/bridge';
import { payloadsOf, Refusal } from '../support/app';
import { anIssue, fullAnswer } from '../support/shop';
import { showItem } from './page';

beforeEach(resetBridge);

const issue = anIssue({ properties: { 'ladder-answer': fullAnswer } });
const by = () => screen.findByRole('textbox', { name: 'By' });
const run = { v: 1 as const, why: 'run' as const, state: 'answered' as const };

async function edit(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  await user.click(await screen.findByRole('button', { name: 'Edit' }));
}

/** Lets the save wait until the test ends it; drafts are kept at once. */
function holdSave(): { refuse: () => void } {
  let end: (envelope: unknown) => void = () => undefined;
  answerBridge('invoke', (call) =>
    (call as { functionKey: string }).functionKey === 'answer.save'
      ? new Promise((done) => (end = done))
      : { ok: true, data: { at: 0 } },
  );
  const error = { code: 'jira_unavailable', message: 'Jira is away.', requestId: 'r' };
  return { refuse: () => end({ ok: false, error }) };
}

test('while a save is under way nothing can be typed that would be lost', async () => {
  const user = userEvent.setup();
  showItem([issue]);
  await edit(user);
  const save = holdSave();
  await user.type(await by(), ' and more{Control>}{Enter}{/Control}');
  expect(document.activeElement).toBe(await by());
  await user.keyboard(' too late');
  await user.click(screen.getByRole('radio', { name: /Keep it running/ }));
  await user.click(screen.getByRole('button', { name: 'In 30 days' }));
  await user.keyboard('{Escape}');
  expect((await by()).textContent).toBe('showing delivery costs early and more');
  expect((await by()).hasAttribute('readonly')).toBe(true);
  expect(screen.getByRole('radio', { name: /Move a goal/ })).toHaveProperty('checked', true);
  await act(async () => save.refuse());
  expect(await screen.findByText(/Jira is away/)).toBeDefined();
  await user.type(await by(), ', again');
  expect((await by()).textContent).toBe('showing delivery costs early and more, again');
});

test('a refusal of what is not on screen is told in general, and the cursor goes there', async () => {
  const user = userEvent.setup();
  showItem([issue], {
    'answer.save': () => {
      const fields = { 'answer.checkBy': 'This day is over.', 'answer.colour': 'Unknown.' };
      throw new Refusal({ code: 'invalid_input', message: 'Look at the marked part.', fields });
    },
  });
  await edit(user);
  await user.click(screen.getByRole('radio', { name: /Keep it running/ }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('The answer was not saved')).toBeDefined();
  expect(document.activeElement?.textContent).toContain('This day is over.');
});

test('who keeps it running is not refused for fields that are gone from the screen', async () => {
  const user = userEvent.setup();
  showItem([issue], { 'answer.save': () => ({ answer: run, seen: 'x' }) });
  await edit(user);
  await user.click(screen.getByText('More'));
  await user.type(screen.getByRole('textbox', { name: /Expected change/ }), 'much');
  await user.click(screen.getByRole('radio', { name: /Keep it running/ }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('✓ Saved')).toBeDefined();
  expect(payloadsOf('answer.save')).toMatchObject([{ answer: { why: 'run' }, endsDraft: true }]);
});

test('a text can be written from right to left', async () => {
  const user = userEvent.setup();
  showItem([issue]);
  await edit(user);
  await user.click(screen.getByText('More'));
  for (const name of [/For whom/, /Because/, 'measured by', 'By'])
    expect(screen.getByRole('textbox', { name }).getAttribute('dir')).toBe('auto');
});
