import { beforeEach, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fingerprint } from '../../../src/contract/fingerprint';
import type { AnswerConflict } from '../../../src/contract/procedures';
import { answerProperty } from '../../../src/contract/properties';
import { resetBridge } from '../../support/bridge';
import { payloadsOf, Refusal } from '../support/app';
import { anIssue, fullAnswer } from '../support/shop';
import { showItem } from './page';

const field = (name: string) => screen.findByRole('textbox', { name });
const saved = () => ({ answer: answerProperty.parse(fullAnswer), seen: 'new' });

beforeEach(resetBridge);

/** Pasted, as each key draws the panel once more; other tests type. */
async function fillAnswer(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  await user.click(await screen.findByRole('radio', { name: /Move a goal/ }));
  await user.click(screen.getByRole('radio', { name: /Checkout conversion/ }));
  const paste = async (into: HTMLElement, text: string) => {
    await user.click(into);
    await user.paste(text);
  };
  await paste(await field('By'), 'showing delivery costs early');
  await paste(await field('we expect'), 'fewer people to leave');
  await paste(screen.getByLabelText('checked on'), '2026-12-13');
}

test('an item without an answer is answered and the answer is shown in place', async () => {
  const user = userEvent.setup();
  showItem(undefined, { 'answer.save': saved });
  await fillAnswer(user);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('✓ Saved')).toBeDefined();
  expect(screen.getByText('showing delivery costs early')).toBeDefined();
  expect(screen.getByText('Answered')).toBeDefined();
  expect(payloadsOf('answer.save')).toEqual([
    {
      itemId: '10001',
      seen: null,
      answer: {
        why: 'move',
        goal: 'g1',
        by: 'showing delivery costs early',
        expect: 'fewer people to leave',
        measure: 'Checkout conversion',
        checkBy: '2026-12-13',
      },
      endsDraft: true,
    },
  ]);
});

test('keeping it running needs one choice and nothing else', async () => {
  const user = userEvent.setup();
  const run = { v: 1 as const, why: 'run' as const, state: 'answered' as const };
  showItem(undefined, { 'answer.save': () => ({ answer: run, seen: 'x' }) });
  await user.click(await screen.findByRole('radio', { name: /Keep it running/ }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/no goal stands behind it/)).toBeDefined();
});

test('what is missing is marked, and the rest can be saved as it is', async () => {
  const user = userEvent.setup();
  showItem(undefined, { 'answer.save': saved });
  await user.click(await screen.findByRole('radio', { name: /Test an idea/ }));
  await user.type(await field('By'), 'asking ten shoppers');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText(/Choose the goal this serves/)).toBeDefined();
  expect(screen.getByText(/Say what you expect/)).toBeDefined();
  expect(payloadsOf('answer.save')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Save as it is' }));
  expect(payloadsOf('answer.save')).toMatchObject([
    { answer: { why: 'test', by: 'asking ten shoppers' } },
  ]);
});

test('a refused field keeps its text and says why', async () => {
  const user = userEvent.setup();
  showItem(undefined, {
    'answer.save': () => {
      const fields = { 'answer.goal': 'This goal is not active.' };
      throw new Refusal({ code: 'invalid_input', message: 'No.', fields });
    },
  });
  await fillAnswer(user);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/This goal is not active/)).toBeDefined();
  expect((await field('By')).textContent).toBe('showing delivery costs early');
});

test('a text that is too long is refused at its field before anything is sent', async () => {
  const user = userEvent.setup();
  showItem(undefined, { 'answer.save': saved });
  await fillAnswer(user);
  const by = await field('By');
  await user.clear(by);
  await user.click(by);
  await user.paste('x'.repeat(40_000));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/longer than 1000 characters/)).toBeDefined();
  expect((await field('By')).textContent).toHaveLength(40_000);
  expect(payloadsOf('answer.save')).toEqual([]);
});

test('Ctrl+Enter saves; Esc leaves and the draft is there again', async () => {
  const user = userEvent.setup();
  showItem(undefined, { 'answer.save': saved });
  await fillAnswer(user);
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: 'Continue your draft' }));
  expect((await field('By')).textContent).toBe('showing delivery costs early');
  await user.click(await field('By'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('✓ Saved')).toBeDefined();
});

test('when Jira does not answer, the text is kept and it can be tried again', async () => {
  const user = userEvent.setup();
  let tries = 0;
  showItem(undefined, {
    'answer.save': () => {
      tries += 1;
      if (tries === 1) throw new Refusal({ code: 'jira_unavailable', message: 'Jira is away.' });
      return saved();
    },
  });
  await fillAnswer(user);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/Jira is away. Your text is kept./)).toBeDefined();
  expect(screen.getByText('Reference for help: request-1')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('✓ Saved')).toBeDefined();
});

const theirs = answerProperty.parse({ ...fullAnswer, by: 'words of another' });

const byPetra: AnswerConflict = {
  found: { kind: 'value', answer: theirs },
  seen: 'theirs',
  by: 'u2',
  at: Date.parse('2026-11-20'),
};

function conflictOnce(details: AnswerConflict) {
  let saves = 0;
  showItem([anIssue({ properties: { 'ladder-answer': fullAnswer } })], {
    'answer.save': ({ answer }) => {
      saves += 1;
      if (saves === 1) throw new Refusal({ code: 'conflict', message: 'Changed.', details });
      return { answer: { ...answerProperty.parse(fullAnswer), by: answer.by }, seen: 'mine' };
    },
  });
}

async function meetConflict(
  user: ReturnType<typeof userEvent.setup>,
  details: AnswerConflict = byPetra,
): Promise<void> {
  conflictOnce(details);
  await user.click(await screen.findByRole('button', { name: 'Edit' }));
  await user.clear(await field('By'));
  await user.type(await field('By'), 'my own words');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText(/Nothing was overwritten/);
}

test('a conflicting save shows both texts and who wrote the other', async () => {
  const user = userEvent.setup();
  await meetConflict(user);
  expect(screen.getByText('words of another')).toBeDefined();
  expect(await screen.findByText(/Petra Owner saved on/)).toBeDefined();
  expect(payloadsOf('answer.save')).toMatchObject([{ seen: fingerprint(fullAnswer) }]);
});

test('a save of their own from another window is told as theirs, not as somebody else’s', async () => {
  const user = userEvent.setup();
  await meetConflict(user, { ...byPetra, by: 'acc-1' });
  expect(screen.getByText('You changed this answer in another window')).toBeDefined();
  expect(screen.getByText('On the item now')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Leave it so' })).toBeDefined();
  expect(screen.queryByText(/Somebody else|saved on/)).toBeNull();
});

test('mine is saved over theirs only on request, against what was shown', async () => {
  const user = userEvent.setup();
  await meetConflict(user);
  await user.click(screen.getByRole('button', { name: 'Save mine' }));
  expect(await screen.findByText('✓ Saved')).toBeDefined();
  expect(payloadsOf('answer.save')[1]).toMatchObject({ seen: 'theirs' });
  expect(screen.getByText('my own words')).toBeDefined();
});

test('keeping theirs drops the draft and shows their text', async () => {
  const user = userEvent.setup();
  await meetConflict(user);
  await user.click(screen.getByRole('button', { name: 'Keep theirs' }));
  expect(await screen.findByText('words of another')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Save mine' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Edit' })).toBeDefined();
  expect(payloadsOf('answer.save')).toHaveLength(1);
});

test('junk that somebody put there meanwhile is shown as text, and mine may replace it', async () => {
  const user = userEvent.setup();
  await meetConflict(user, {
    found: { kind: 'unreadable', raw: { hello: '<b>junk</b>' } },
    seen: 'j',
  });
  expect(screen.getByText(/"hello": "<b>junk<\/b>"/)).toBeDefined();
  expect(screen.queryByText(/taken away/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Keep theirs' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Save mine' }));
  expect(await screen.findByText('✓ Saved')).toBeDefined();
  expect(payloadsOf('answer.save')[1]).toMatchObject({ seen: 'j' });
});

test('junk that is left there is shown as what the item holds', async () => {
  const user = userEvent.setup();
  await meetConflict(user, { found: { kind: 'unreadable', raw: 'junk' }, seen: 'j' });
  await user.click(screen.getByRole('button', { name: 'Leave it so' }));
  expect(await screen.findByText('The answer on this item cannot be read')).toBeDefined();
  expect(screen.getByText('"junk"')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Answer it' })).toBeDefined();
});

test('an answer of a newer version that came meanwhile cannot be replaced', async () => {
  const user = userEvent.setup();
  await meetConflict(user, { found: { kind: 'newer', raw: { v: 2 } }, seen: 'n' });
  expect(screen.getByText(/"v": 2/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Save mine' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Leave it so' }));
  expect(await screen.findByText('A newer version of Ladder wrote this answer')).toBeDefined();
});

test('an answer that was taken away meanwhile is told as that', async () => {
  const user = userEvent.setup();
  await meetConflict(user, { found: { kind: 'none' }, seen: null });
  expect(screen.getByText('No answer')).toBeDefined();
});
