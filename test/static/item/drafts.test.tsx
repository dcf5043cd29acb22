import { beforeEach, expect, test } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fingerprint } from '../../../src/contract/fingerprint';
import type { OpenItem } from '../../../src/contract/procedures';
import { answerProperty } from '../../../src/contract/properties';
import { resetBridge } from '../../support/bridge';
import { payloadsOf, Refusal, type Handlers } from '../support/app';
import { anIssue, fullAnswer, NOW, openItem } from '../support/shop';
import { showItem } from './page';

beforeEach(resetBridge);

const MINUTE = 60_000;
const draft: NonNullable<OpenItem['draft']> = {
  texts: { why: 'move', goal: 'g1', by: 'my words so far' },
  seen: null,
  at: NOW - 2 * MINUTE,
};
const answered = anIssue({ properties: { 'ladder-answer': fullAnswer } });
const COPY = 'ladder-draft:acc-1:10001';
const inBrowser = () => JSON.parse(localStorage.getItem(COPY) ?? 'null') as unknown;
const by = () => screen.findByRole('textbox', { name: 'By' });

const withDraft = (kept: OpenItem['draft'], issue = anIssue(), handlers: Handlers = {}) =>
  showItem([issue], { 'item.open': () => openItem({ draft: kept }), ...handlers });

test('what is typed is kept when its field is left', async () => {
  const user = userEvent.setup();
  showItem();
  await user.click(await screen.findByRole('radio', { name: /Test an idea/ }));
  await user.type(await by(), 'asking ten shoppers');
  await user.tab();
  expect(await screen.findByText(/Draft kept/)).toBeDefined();
  expect(payloadsOf('draft.save').at(-1)).toMatchObject({
    itemId: '10001',
    seen: null,
    texts: { why: 'test', by: 'asking ten shoppers' },
  });
});

test('a draft is there again at the next opening, and says that it is not saved', async () => {
  withDraft(draft);
  expect((await by()).textContent).toBe('my words so far');
  expect(
    screen.getByText('This is your draft from 2 minutes ago. It is not saved yet.'),
  ).toBeDefined();
});

test('a draft can be discarded, and the answer is there again', async () => {
  const user = userEvent.setup();
  withDraft({ ...draft, seen: fingerprint(fullAnswer) }, answered);
  expect((await by()).textContent).toBe('my words so far');
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  expect((await by()).textContent).toBe('showing delivery costs early');
  expect(screen.queryByText(/This is your draft/)).toBeNull();
  expect(payloadsOf('draft.discard')).toEqual([{ itemId: '10001' }]);
});

test('leaving the form keeps the draft and offers to continue it', async () => {
  const user = userEvent.setup();
  showItem([answered]);
  await user.click(await screen.findByRole('button', { name: 'Edit' }));
  await user.type(await by(), ' and more');
  await user.keyboard('{Escape}');
  expect(payloadsOf('draft.save').at(-1)).toMatchObject({
    texts: { by: 'showing delivery costs early and more' },
  });
  await user.click(screen.getByRole('button', { name: 'Continue your draft' }));
  expect((await by()).textContent).toBe('showing delivery costs early and more');
});

test('when the page goes, what is typed is kept', async () => {
  const user = userEvent.setup();
  showItem();
  await user.click(await screen.findByRole('radio', { name: /Test an idea/ }));
  await user.type(await by(), 'asking');
  await act(async () => void window.dispatchEvent(new Event('pagehide')));
  expect(payloadsOf('draft.save').at(-1)).toMatchObject({ texts: { by: 'asking' } });
});

test('a draft that could not be kept says so quietly and typing goes on', async () => {
  const user = userEvent.setup();
  showItem(undefined, {
    'draft.save': () => {
      throw new Refusal({ code: 'jira_unavailable', message: 'Jira is away.' });
    },
  });
  await user.click(await screen.findByRole('radio', { name: /Test an idea/ }));
  await user.type(await by(), 'asking');
  await user.tab();
  expect(await screen.findByText(/Not kept yet/)).toBeDefined();
  expect(screen.queryByText('Jira is away.')).toBeNull();
  await user.type(await by(), ' ten');
  expect((await by()).textContent).toBe('asking ten');
});

test.each([
  ['invalid_input', 'Too long to be kept as a draft.'],
  ['limit_reached', 'Too long to be kept as a draft.'],
  ['forbidden', 'Not kept: you may not edit this item any more.'],
  ['not_found', 'Not kept: Jira does not find this item any more.'],
] as const)('a draft that is refused as %s says why', async (code, sentence) => {
  const user = userEvent.setup();
  showItem(undefined, {
    'draft.save': () => {
      throw new Refusal({ code, message: 'No.' });
    },
  });
  await user.click(await screen.findByRole('radio', { name: /Test an idea/ }));
  await user.type(await by(), 'asking');
  await user.tab();
  expect((await screen.findByText(/Ctrl\+Enter saves/)).textContent).toContain(sentence);
});

test('10,000 characters stay in the form and in the draft; only the save is refused', async () => {
  const user = userEvent.setup();
  showItem();
  await user.click(await screen.findByRole('radio', { name: /Test an idea/ }));
  await user.click(await by());
  await user.paste('x'.repeat(10_000));
  await user.tab();
  expect(await screen.findByText(/Draft kept/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText(/longer than 1000 characters/)).toBeDefined();
  expect((await by()).textContent).toHaveLength(10_000);
});

test('an answer that came after the draft is shown beside it before anything is saved', async () => {
  withDraft(draft, answered);
  expect(
    await screen.findByText('This answer was changed after you wrote your draft'),
  ).toBeDefined();
  expect(screen.getByText('showing delivery costs early')).toBeDefined();
  expect(screen.getAllByText('my words so far').length).toBeGreaterThan(1);
});

test('a draft that says what stands on the item by now is dropped without a word', async () => {
  const { why, goal, by: words, expect: hoped, measure, checkBy } = fullAnswer;
  const texts = { why, goal, by: `${words} `, expect: hoped, measure, checkBy };
  localStorage.setItem(COPY, JSON.stringify({ texts, seen: null, at: draft.at, over: draft.at }));
  withDraft({ ...draft, texts }, answered);
  expect(await screen.findByRole('button', { name: 'Edit' })).toBeDefined();
  expect(screen.queryByText(/changed after you wrote|This is your draft/)).toBeNull();
  expect(payloadsOf('draft.discard')).toEqual([{ itemId: '10001' }]);
  expect(inBrowser()).toBeNull();
});

test('going on with mine is saved against the answer that was shown', async () => {
  const user = userEvent.setup();
  const texts = { ...draft.texts, expect: '5 % fewer leave', checkBy: '2026-12-13' };
  withDraft({ ...draft, texts }, answered, {
    'answer.save': ({ answer }) => ({
      answer: answerProperty.parse({ ...answer, v: 1, state: 'answered' }),
      seen: 'x',
    }),
  });
  await user.click(await screen.findByRole('button', { name: 'Go on with mine' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('✓ Saved')).toBeDefined();
  expect(payloadsOf('answer.save')).toMatchObject([{ seen: fingerprint(fullAnswer) }]);
});

test('leaving what came after the draft discards the draft', async () => {
  const user = userEvent.setup();
  withDraft(draft, answered);
  await user.click(await screen.findByRole('button', { name: 'Leave it so' }));
  expect(await screen.findByRole('button', { name: 'Edit' })).toBeDefined();
  expect(payloadsOf('draft.discard')).toHaveLength(1);
  expect(payloadsOf('answer.save')).toEqual([]);
});

test('each key is in the browser at once, until the app has it', async () => {
  const user = userEvent.setup();
  showItem();
  await user.click(await screen.findByRole('radio', { name: /Test an idea/ }));
  await user.type(await by(), 'ask');
  expect(inBrowser()).toMatchObject({ texts: { why: 'test', by: 'ask' }, seen: null, at: NOW });
  await user.tab();
  expect(await screen.findByText(/Draft kept/)).toBeDefined();
  expect(inBrowser()).toBeNull();
});

test('words that never reached the app are there again, and go to it', async () => {
  const stood = { texts: { ...draft.texts, by: 'my last words' }, seen: null };
  localStorage.setItem(COPY, JSON.stringify({ ...stood, at: draft.at - MINUTE, over: draft.at }));
  const user = userEvent.setup();
  withDraft(draft);
  expect((await by()).textContent).toBe('my last words');
  await user.click(await by());
  await user.tab();
  expect(await screen.findByText(/Draft kept/)).toBeDefined();
  expect(payloadsOf('draft.save')).toEqual([{ itemId: '10001', ...stood, over: draft.at }]);
  expect(inBrowser()).toBeNull();
});

test('a draft that was kept later somewhere else comes before the words left in the browser', async () => {
  const stood = { texts: { why: 'move', by: 'old words' }, seen: null, over: null };
  localStorage.setItem(COPY, JSON.stringify({ ...stood, at: draft.at - MINUTE }));
  withDraft(draft);
  expect((await by()).textContent).toBe('my words so far');
  expect(inBrowser()).toBeNull();
});
