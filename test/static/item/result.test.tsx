import { beforeEach, expect, test } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ResultView, SaidView } from '../../../src/contract/procedures';
import { answerProperty } from '../../../src/contract/properties';
import { setTyping } from '../../../static/src/forge/typed';
import { resetBridge } from '../../support/bridge';
import { aReading } from '../../support/readings';
import { payloadsOf, Refusal, type Handlers } from '../support/app';
import { anIssue, checkout, fullAnswer, openItem } from '../support/shop';
import { showItem } from './page';

beforeEach(resetBridge);

const due = (more: object = {}) =>
  anIssue({
    status: 'done',
    properties: { 'ladder-answer': { ...fullAnswer, checkBy: '2026-11-20', ...more } },
  });
const said: SaidView = { result: 'moved', evidence: 'judged', at: '2026-11-20', by: 'u2' };
const view = (more: Partial<ResultView> = {}): ResultView => ({
  itemId: '10001',
  rev: 2,
  given: said,
  written: true,
  earlier: [],
  later: [],
  ...more,
});
const postponed = (to: string, more: Partial<ResultView['later'][number]> = {}) => ({
  from: '2026-11-10',
  to,
  at: '2026-11-10',
  by: 'u2',
  delivered: true,
  written: true,
  ...more,
});
const opens = (result: ResultView | null, more: Parameters<typeof openItem>[0] = {}): Handlers => ({
  'item.open': () => openItem({ result, ...more }),
});
const save = () => screen.getByRole('button', { name: /^Save the/ });

test('a result that is due is asked for and given with a note', async () => {
  const user = userEvent.setup();
  showItem([due()], {
    'result.give': ({ note }) => view({ given: { ...said, ...(note ? { note } : {}) } }),
  });
  await screen.findByText('Delivered Nov 14, 2026. The result is due since Nov 20, 2026.');
  await user.click(save());
  expect(screen.getByText(/Choose one of the four/)).toBeDefined();
  await user.click(screen.getByRole('radio', { name: /^Moved/ }));
  await user.type(screen.getByRole('textbox', { name: /Note/ }), 'Up to 2.5 %');
  await user.click(save());
  expect(await screen.findByText('Moved, judged on Nov 20, 2026 · by Petra Owner')).toBeDefined();
  expect(screen.getByText('Up to 2.5 %')).toBeDefined();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change the result' }));
  expect(payloadsOf('result.give')).toEqual([
    { itemId: '10001', result: 'moved', note: 'Up to 2.5 %', rev: 0 },
  ]);
});

test('the newest reading after the delivery is cited unless another is chosen', async () => {
  const user = userEvent.setup();
  const reading = { goalId: 'g1', day: '2026-11-18', value: 2.4 };
  const goals = [{ ...checkout, readings: [...checkout.readings, aReading(reading)] }];
  showItem([due()], {
    ...opens(null, { goals }),
    'result.give': () => view({ given: { ...said, evidence: 'measured', reading } }),
  });
  await user.click(await screen.findByRole('radio', { name: /^Moved/ }));
  expect(screen.getByRole('combobox', { name: /Reading/ })).toHaveProperty('value', '2026-11-18');
  expect(screen.getByText(/This counts as measured/)).toBeDefined();
  await user.click(save());
  expect(
    await screen.findByText(
      /^Moved, measured on Nov 20, 2026 · 2\.4.% on Nov 18 · by Petra Owner$/,
    ),
  ).toBeDefined();
  expect(payloadsOf('result.give')[0]).toMatchObject({
    reading: { goalId: 'g1', day: '2026-11-18' },
  });
});

test('too early sets another check date, and the answer is taken over as it is now', async () => {
  const user = userEvent.setup();
  const answer = answerProperty.parse({ ...fullAnswer, checkBy: '2026-12-18' });
  showItem([due()], {
    'result.later': ({ checkBy }) => ({
      result: view({ given: null, later: [postponed(checkBy)] }),
      answer,
      seen: 'after',
    }),
    'answer.save': () => ({ answer, seen: 'then' }),
  });
  await user.click(await screen.findByRole('radio', { name: /Too early/ }));
  await user.click(screen.getByRole('button', { name: 'In 4 weeks' }));
  await user.click(save());
  await screen.findByText('Delivered Nov 14, 2026. The result is due on Dec 18, 2026.');
  expect(screen.getByText('Postponed once before.')).toBeDefined();
  expect(screen.getByText(/in 28 days/)).toBeDefined();
  expect(payloadsOf('result.later')).toEqual([
    { itemId: '10001', checkBy: '2026-12-18', delivered: true, note: '', rev: 0 },
  ]);
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('✓ Saved');
  expect(payloadsOf('answer.save')).toMatchObject([{ seen: 'after' }]);
});

test.each([
  [1, 'Postponed once before.'],
  [2, 'Postponed twice before.'],
  [3, /^Postponed 3 times/],
])('a check date that was moved %s times says so', async (times, sentence) => {
  const later = Array.from({ length: times }, () => postponed('2026-11-20'));
  showItem([due()], opens(view({ given: null, later })));
  expect(await screen.findByText(sentence)).toBeDefined();
});

test('a check date that Jira has not taken counts, and says where it is kept', async () => {
  const later = [postponed('2026-12-24', { from: '2026-11-20', written: false })];
  showItem([due()], opens(view({ given: null, later })));
  expect(await screen.findByText(/due on Dec 24, 2026/)).toBeDefined();
  expect(screen.getByText(/The new check date is kept in Ladder/)).toBeDefined();
  expect(screen.getByText(/in 34 days/)).toBeDefined();
});

test('a result that Jira has not taken says that it is kept in Ladder', async () => {
  showItem([due()], opens(view({ written: false })));
  expect(await screen.findByText(/^Kept in Ladder\. Jira has not taken it/)).toBeDefined();
});

test('what was said before is folded, with names and days', async () => {
  const user = userEvent.setup();
  const earlier: SaidView[] = [{ ...said, result: 'unclear', at: '2026-11-16', note: 'Too few' }];
  showItem([due()], opens(view({ earlier, later: [postponed('2026-11-20')] })));
  const title = await screen.findByText('2 earlier entries');
  await user.click(title);
  await screen.findByText(/by Petra Owner\. Too few/);
  const fold = title.closest('details') as HTMLElement;
  const [first, second] = within(fold).getAllByRole('listitem');
  expect(first?.textContent).toBe('Nov 16, 2026: Can’t tell (judged), by Petra Owner. Too few');
  expect(second?.textContent).toMatch(/check date moved .* by Petra Owner/);
});

test('a result is changed from what stands', async () => {
  const user = userEvent.setup();
  showItem([due()], {
    ...opens(view({ rev: 4 })),
    'result.give': ({ result, rev }) =>
      view({ rev: rev + 1, given: { ...said, result }, earlier: [said] }),
  });
  await user.click(await screen.findByRole('button', { name: 'Change the result' }));
  expect(screen.getByRole('radio', { name: /^Moved/ })).toHaveProperty('checked', true);
  await user.click(screen.getByRole('radio', { name: /Didn’t move/ }));
  await user.click(save());
  expect(await screen.findByText(/^Didn’t move, judged/)).toBeDefined();
  expect(screen.getByText('1 earlier entry')).toBeDefined();
  expect(payloadsOf('result.give')).toMatchObject([{ result: 'flat', rev: 4 }]);
});

test("somebody else's result is shown before it is replaced", async () => {
  const user = userEvent.setup();
  showItem([due()], {
    'result.give': ({ rev }) => {
      const details = view({ rev: 7, given: { ...said, result: 'flat' } });
      if (rev !== 7) throw new Refusal({ code: 'conflict', message: 'Changed.', details });
      return view({ rev: 8 });
    },
  });
  await user.click(await screen.findByRole('radio', { name: /^Moved/ }));
  await user.click(save());
  const alert = await screen.findByText(/said “Didn’t move”/);
  expect(alert).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Save mine' }));
  await screen.findByText(/^Moved, judged/);
  expect(payloadsOf('result.give')[1]).toMatchObject({ rev: 7 });
});

test('who may not give the result reads the question and who can', async () => {
  showItem([due()], opens(null, { may: { edit: false, giveResult: false } }));
  await screen.findByText('Delivered Nov 14, 2026. Did it do what we expected?');
  expect(screen.getByText(/Whoever may edit or transition this item can give/)).toBeDefined();
  expect(screen.queryByRole('radio')).toBeNull();
});

test('before its check date a result can be given early', async () => {
  const user = userEvent.setup();
  showItem([due({ checkBy: '2026-12-13' })]);
  await user.click(await screen.findByRole('button', { name: 'Give the result now' }));
  expect(screen.getByRole('radio', { name: /Can’t tell/ })).toBeDefined();
  expect(document.activeElement?.tagName).toBe('INPUT');
});

test('the result of an item that was opened again is read and not changed', async () => {
  const issue = anIssue({ status: 'indeterminate', properties: { 'ladder-answer': fullAnswer } });
  showItem([issue], opens(view()));
  expect(await screen.findByText(/^Moved, judged/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Change the result' })).toBeNull();
});

const epic = (result: unknown) => ({
  id: '9001',
  key: 'SHOP-12',
  summary: 'Checkout redesign',
  answer: fullAnswer,
  result,
});

test.each([
  ['moved', 'SHOP-12 moved it, judged on Nov 3, 2026.'],
  ['flat', 'SHOP-12 didn’t move it, judged on Nov 3, 2026.'],
  ['unclear', 'SHOP-12: can’t tell, judged on Nov 3, 2026.'],
])('a child shows the result of its parent: %s', async (result, sentence) => {
  const parent = epic({ v: 1, result, evidence: 'judged', at: '2026-11-03' });
  showItem([anIssue({ status: 'done', parent: '9001' })], opens(null, { parent }));
  const words = (_text: string, element: Element | null) =>
    element?.tagName === 'P' && element.textContent === sentence;
  expect(await screen.findByText(words)).toBeDefined();
  expect(screen.queryByRole('radio')).toBeNull();
});

test('a child of an answered epic without a result is sent there', async () => {
  const parent = epic(undefined);
  showItem([anIssue({ status: 'done', parent: '9001' })], opens(null, { parent }));
  expect(await screen.findByText(/so the result is given there/)).toBeDefined();
  expect(screen.queryByRole('radio')).toBeNull();
});

test('a result being typed is there again when the item is opened the next time', async () => {
  const user = userEvent.setup();
  setTyping('acc-1');
  showItem([due()]);
  await user.click(await screen.findByRole('radio', { name: /^Moved/ }));
  await user.type(screen.getByRole('textbox', { name: /Note/ }), 'Up');
  cleanup();
  showItem([due()], { 'result.give': () => view() });
  expect(await screen.findByText('What you typed is still here.')).toBeDefined();
  expect(screen.getByRole('textbox', { name: /Note/ })).toHaveProperty('value', 'Up');
  await user.click(save());
  await screen.findByText(/^Moved, judged/);
  expect(Object.keys(localStorage).filter((key) => key.includes('typed'))).toEqual([]);
  setTyping(undefined);
});
