import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OpenItem } from '../../../src/contract/procedures';
import { answerProperty } from '../../../src/contract/properties';
import { DEFAULT_RULES } from '../../../src/domain/rules';
import { resetBridge } from '../../support/bridge';
import { payloadsOf, Refusal } from '../support/app';
import { anIssue, fullAnswer, openItem } from '../support/shop';
import { showItem } from './page';

beforeEach(resetBridge);

const epic = {
  id: '9001',
  key: 'SHOP-12',
  summary: 'Checkout redesign',
  answer: fullAnswer,
  result: undefined,
} satisfies OpenItem['parent'];

const child = (parent: OpenItem['parent'], issue = anIssue({ parent: '9001' })) =>
  showItem([issue], {
    'item.open': () => openItem({ parent }),
    'answer.save': ({ answer }) => ({
      answer: answerProperty.parse({ ...answer, v: 1, state: 'answered' }),
      seen: 'x',
    }),
  });
const by = () => screen.findByRole('textbox', { name: 'By' });

test('a parent speaks for its child, and the child may still have its own answer', async () => {
  child(epic);
  expect(await screen.findByText('Answered from SHOP-12')).toBeDefined();
  const [link] = screen.getAllByRole('link', { name: 'SHOP-12 Checkout redesign' });
  expect(link?.getAttribute('href')).toBe('https://shop.example/browse/SHOP-12');
  expect(screen.getByText('showing delivery costs early')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Give this item its own answer' })).toBeDefined();
});

test('the sentence of the parent is copied, changed and saved as the own one', async () => {
  const user = userEvent.setup();
  child(epic);
  await user.click(await screen.findByRole('button', { name: 'Give this item its own answer' }));
  await user.click(screen.getByRole('button', { name: 'Copy the sentence of SHOP-12' }));
  expect((await by()).textContent).toBe('showing delivery costs early');
  await user.type(await by(), ' on phones');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('showing delivery costs early on phones')).toBeDefined();
  expect(payloadsOf('answer.save')).toMatchObject([
    { answer: { why: 'move', goal: 'g1', checkBy: '2026-12-13' } },
  ]);
});

test('a goal of the parent that is over is not copied', async () => {
  const user = userEvent.setup();
  child({ ...epic, answer: { ...fullAnswer, goal: 'g0' } });
  await user.click(await screen.findByRole('button', { name: 'Give this item its own answer' }));
  await user.click(screen.getByRole('button', { name: 'Copy the sentence of SHOP-12' }));
  expect((await by()).textContent).toBe('showing delivery costs early');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText(/Choose the goal this serves/)).toBeDefined();
});

test.each([
  ['hidden or gone', null],
  ['half answered', { ...epic, answer: { ...fullAnswer, state: 'half', checkBy: undefined } }],
  ['full of junk', { ...epic, answer: { hello: 'junk' } }],
  ['of a newer version', { ...epic, answer: { v: 2 } }],
  ['another than Jira says', { ...epic, id: '9002' }],
])('a parent that is %s speaks for nothing', async (_which, parent) => {
  child(parent);
  expect(await screen.findByText('No answer')).toBeDefined();
  expect(screen.queryByRole('button', { name: /Copy the sentence/ })).toBeNull();
});

test('a parent of another project speaks for nothing', async () => {
  child({ ...epic, key: 'OPS-3' }, anIssue({ parent: '9001', parentKey: 'OPS-3' }));
  expect(await screen.findByText('No answer')).toBeDefined();
});

test('who enables another item takes over its goal and is not asked for one', async () => {
  const user = userEvent.setup();
  child(null);
  await user.click(await screen.findByRole('radio', { name: /Move a goal/ }));
  await user.click(screen.getByText('More'));
  await user.type(screen.getByRole('textbox', { name: /Enables/ }), 'shop-7');
  expect(screen.getByText('Taken over from SHOP-7 when saved')).toBeDefined();
  expect(screen.queryByRole('radio', { name: /Checkout conversion/ })).toBeNull();
  await user.type(await by(), 'moving prices');
  await user.type(screen.getByRole('textbox', { name: 'we expect' }), '2 days less');
  await user.type(screen.getByLabelText('checked on'), '2026-12-13');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('✓ Saved');
  const [sent] = payloadsOf('answer.save') as [{ answer: object }];
  expect(sent.answer).toMatchObject({ enables: 'SHOP-7' });
  expect(sent.answer).not.toHaveProperty('goal');
});

test('an enabled item that names no goal is refused at its field', async () => {
  const user = userEvent.setup();
  const enabling = { ...fullAnswer, enables: 'SHOP-7' };
  showItem([anIssue({ properties: { 'ladder-answer': enabling } })], {
    'answer.save': () => {
      const fields = { 'answer.enables': 'This item names no goal.' };
      throw new Refusal({ code: 'invalid_input', message: 'No.', fields });
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Edit' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/This item names no goal/)).toBeDefined();
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Enables/ }));
});

test('a goal that is refused beside an enabled item is told where the goal stands', async () => {
  const user = userEvent.setup();
  const enabling = { ...fullAnswer, enables: 'SHOP-7' };
  showItem([anIssue({ properties: { 'ladder-answer': enabling } })], {
    'answer.save': () => {
      const fields = { 'answer.goal': 'This goal is not active.' };
      throw new Refusal({ code: 'invalid_input', message: 'No.', fields });
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Edit' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/This goal is not active/)).toBeDefined();
  await waitFor(() =>
    expect(document.activeElement?.textContent).toContain('Taken over from SHOP-7 when saved'),
  );
});

test('a folded part stays open as long as a field in it is marked', async () => {
  const user = userEvent.setup();
  const enabling = { ...fullAnswer, enables: 'SHOP-7' };
  showItem([anIssue({ properties: { 'ladder-answer': enabling } })], {
    'answer.save': () => {
      const fields = { 'answer.enables': 'This item names no goal.' };
      throw new Refusal({ code: 'invalid_input', message: 'No.', fields });
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Edit' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const field = await screen.findByRole('textbox', { name: /Enables/ });
  await screen.findByText(/This item names no goal/);
  await user.click(screen.getByText('More'));
  await waitFor(() => expect(field.closest('details')?.open).toBe(true));
});

test('a parent that cannot be seen is told, and nothing is claimed about the rule', async () => {
  const rules = { ...DEFAULT_RULES, gate: 'block' as const };
  showItem([anIssue({ parent: '9001' })], { 'item.open': () => openItem({ rules }) });
  expect(await screen.findByText(/^Its parent can’t be seen by you/)).toBeDefined();
  expect(screen.getByText(/the rule of this project may stop it/)).toBeDefined();
  expect(screen.queryByText(/the rule of this project stops it/)).toBeNull();
});

test('work under way below a parent that cannot be seen is not said to lack an answer', async () => {
  const issue = anIssue({ parent: '9001', status: 'indeterminate' });
  showItem([issue], { 'item.open': () => openItem() });
  expect(await screen.findByText('Work started without an answer of its own.')).toBeDefined();
});

test.each([
  ['answers for itself', anIssue({ parent: '9001', properties: { 'ladder-answer': fullAnswer } })],
  ['is not asked', anIssue({ parent: '9001', level: -1 })],
  ['has no parent', anIssue()],
])('an item that %s says nothing about a parent', async (_which, issue) => {
  showItem([issue]);
  await screen.findByText(/^(No answer|Answered|Not asked)$/);
  expect(screen.queryByText(/Its parent/)).toBeNull();
});

test('a goal that ended while somebody typed is refused, and the text stays', async () => {
  const user = userEvent.setup();
  let opens = 0;
  showItem([anIssue({ properties: { 'ladder-answer': fullAnswer } })], {
    'item.open': () => {
      opens += 1;
      const { goals, ...rest } = openItem();
      return opens === 1
        ? { goals, ...rest }
        : { ...rest, goals: goals.filter(({ over }) => over) };
    },
    'answer.save': () => {
      const fields = { 'answer.goal': 'This goal is not active. Choose one that is.' };
      throw new Refusal({ code: 'invalid_input', message: 'No.', fields });
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Edit' }));
  await user.type(await by(), ' and more');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/This goal is not active/)).toBeDefined();
  expect(await screen.findByText(/no active goal at the moment/)).toBeDefined();
  expect(screen.getByText(/This goal is not active/)).toBeDefined();
  expect((await by()).textContent).toBe('showing delivery costs early and more');
});
