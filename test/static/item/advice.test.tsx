import { beforeEach, expect, test } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ADVICE, HINTS } from '../../../src/domain/advice';
import { itemAdvice } from '../../../static/src/messages/item-advice';
import { answerBridge, resetBridge } from '../../support/bridge';
import { payloadsOf, Refusal, type Handlers } from '../support/app';
import { anIssue, fullAnswer, openItem } from '../support/shop';
import { showItem } from './page';

beforeEach(resetBridge);

const thing = {
  ...fullAnswer,
  by: 'building a new search page',
  expect: 'a new search page',
  delta: 0.1,
};
const words = (hint: keyof typeof itemAdvice.hints) => itemAdvice.hints[hint].text;

/** Opens the form on an answer. */
async function edit(answer: object, handlers: Handlers = {}, due?: string) {
  const user = userEvent.setup();
  const issue = anIssue({ properties: { 'ladder-answer': answer } });
  if (due) issue.fields = { ...issue.fields, duedate: due };
  showItem([issue], { 'hint.dismiss': () => ({ dismissed: [] }), ...handlers });
  await user.click(await screen.findByRole('button', { name: 'Edit' }));
  return user;
}

test.each(ADVICE)('the hint $hint is shown beside the form, as its table says', async (rule) => {
  const { summary, answer, due } = rule.examples.gets;
  const issue = anIssue({ properties: { 'ladder-answer': { ...fullAnswer, ...answer } } });
  issue.fields = { ...issue.fields, summary, duedate: due };
  showItem([issue]);
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Edit' }));
  const status = screen.getByRole('status', { name: 'Advice' });
  expect(status.textContent).toContain(words(rule.hint));
  expect(status.textContent).toContain(itemAdvice.hints[rule.hint].example);
});

test('each hint is one sentence and one example', () => {
  for (const hint of HINTS) {
    const { text, example } = itemAdvice.hints[hint];
    expect(text).toMatch(/^[A-Z][^.!?]*(?:“More”)?\.$/);
    expect(example).toMatch(/\.$/);
  }
});

test('a hint comes once the field is left and goes when it is mended', async () => {
  const user = await edit({ ...fullAnswer, expect: '5 % fewer people leave' });
  expect(screen.getByRole('status', { name: 'Advice' }).textContent).toBe('');
  const expects = screen.getByRole('textbox', { name: 'we expect' });
  await user.clear(expects);
  await user.type(expects, 'implement the export 2');
  await user.tab();
  expect(screen.getByText(words('to-do'))).toBeDefined();
  await user.clear(expects);
  await user.type(expects, '5 % fewer people leave');
  await user.tab();
  expect(screen.queryByText(words('to-do'))).toBeNull();
});

test('advice never stands in the way of saving', async () => {
  const user = await edit(thing, {
    'answer.save': () => ({ answer: { ...thing }, seen: 'x' }),
  });
  expect(screen.getByText(words('thing-is-value'))).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('✓ Saved')).toBeDefined();
  expect(screen.queryByText(words('thing-is-value'))).toBeNull();
});

test('a hint is dismissed at once, kept, and can be shown again', async () => {
  const user = await edit(thing);
  await user.click(screen.getByRole('button', { name: /^Dismiss/ }));
  expect(screen.queryByText(words('thing-is-value'))).toBeNull();
  const hint = 'thing-is-value';
  expect(payloadsOf('hint.dismiss')).toEqual([{ itemId: '10001', hint, dismissed: true }]);
  await user.click(screen.getByText('More'));
  await user.click(screen.getByRole('button', { name: 'Show dismissed hints again' }));
  expect(screen.getByText(words('thing-is-value'))).toBeDefined();
  expect(payloadsOf('hint.dismiss')[1]).toEqual({ itemId: '10001', hint, dismissed: false });
});

test('two hints that are dismissed one after the other are sent one after the other', async () => {
  const user = await edit({ ...thing, delta: undefined, expect: 'implement a new search page' });
  const ends: (() => void)[] = [];
  answerBridge('invoke', (call) =>
    (call as { functionKey: string }).functionKey === 'hint.dismiss'
      ? new Promise((done) => ends.push(() => done({ ok: true, data: { dismissed: [] } })))
      : { ok: true, data: { at: 0 } },
  );
  const buttons = screen.getAllByRole('button', { name: /^Dismiss/ });
  expect(buttons.length).toBeGreaterThan(1);
  const sent = () => payloadsOf('hint.dismiss').length;
  await user.click(buttons[0] as HTMLElement);
  await user.click(buttons[1] as HTMLElement);
  expect(sent()).toBe(1);
  await act(async () => ends.shift()?.());
  await waitFor(() => expect(sent()).toBe(2));
  await act(async () => ends.shift()?.());
});

test('a dismissal that fails takes back only itself', async () => {
  const user = await edit({ ...thing, delta: undefined, expect: 'implement a new search page' });
  const ends: ((ok: boolean) => void)[] = [];
  const error = { code: 'jira_unavailable', message: 'Jira is away.', requestId: 'r' };
  answerBridge('invoke', (call) =>
    (call as { functionKey: string }).functionKey === 'hint.dismiss'
      ? new Promise((done) =>
          ends.push((ok) => done(ok ? { ok, data: { dismissed: [] } } : { ok, error })),
        )
      : { ok: true, data: { at: 0 } },
  );
  const count = () => screen.queryAllByRole('button', { name: /^Dismiss/ }).length;
  const before = count();
  for (const button of screen.getAllByRole('button', { name: /^Dismiss/ }).slice(0, 2))
    await user.click(button);
  await act(async () => ends.shift()?.(false));
  await waitFor(() => expect(ends).toHaveLength(1));
  await act(async () => ends.shift()?.(true));
  expect(count()).toBe(before - 1);
});

test('a dismissal that was not kept is taken back without a word', async () => {
  const user = await edit(thing, {
    'hint.dismiss': () => {
      throw new Refusal({ code: 'jira_unavailable', message: 'Jira is away.' });
    },
  });
  await user.click(screen.getByRole('button', { name: /^Dismiss/ }));
  expect(await screen.findByText(words('thing-is-value'))).toBeDefined();
  expect(screen.queryByText('Jira is away.')).toBeNull();
});

test('a hint that was dismissed before stays away', async () => {
  await edit(thing, { 'item.open': () => openItem({ dismissed: ['thing-is-value'] }) });
  expect(screen.queryByText(words('thing-is-value'))).toBeNull();
});

test('who keeps things running gets no advice', async () => {
  const user = await edit(thing);
  await user.click(screen.getByRole('radio', { name: /Keep it running/ }));
  expect(screen.queryByRole('status', { name: 'Advice' })).toBeNull();
});

test('nothing moves below a button while it is pressed: the hint waits for the end of the press', async () => {
  const user = await edit({ ...fullAnswer, expect: '5 % fewer people leave' });
  const expects = screen.getByRole('textbox', { name: 'we expect' });
  await user.clear(expects);
  await user.type(expects, 'implement the export 2');
  const cancel = screen.getByRole('button', { name: 'Cancel' });
  await user.pointer({ keys: '[MouseLeft>]', target: cancel });
  expect(screen.queryByText(words('to-do'))).toBeNull();
  await user.pointer({ keys: '[/MouseLeft]', target: document.body });
  expect(await screen.findByText(words('to-do'))).toBeDefined();
});
