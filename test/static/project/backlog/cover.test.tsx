import { beforeEach, expect, test } from '@jest/globals';
import { act, configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { bridgeCalls, resetBridge } from '../../../support/bridge';
import { showPage, type FrameSite } from '../frame';
import { backlogSite, epic } from './tab';

configure({ asyncUtilTimeout: 5_000 });
beforeEach(resetBridge);

const COVERS = { 201: 3, 202: 13, 203: 0, 204: 8 };
const openParents = [201, 202, 203, 204].map((n) => epic(n));

const payloadOf = (): unknown =>
  bridgeCalls('invoke')
    .map((call) => call as { functionKey: string; payload: unknown })
    .find(({ functionKey }) => functionKey === 'answer.save')?.payload;

const kept = (payload: unknown) => {
  const { answer } = payload as { answer: object };
  return {
    answer: { v: 1, ...answer, state: 'answered', when: 'before', answered: '2026-11-21' },
    seen: 'f',
  };
};

const show = (more: Partial<FrameSite> = {}): void =>
  showPage(
    backlogSite({ covers: COVERS }, { openParents, procedures: { 'answer.save': kept }, ...more }),
  );

const rows = async () => {
  const list = await screen.findByRole('list', { name: /would answer for most/ });
  return [...list.children] as HTMLElement[];
};
const row = async (at: number): Promise<HTMLElement> => (await rows())[at] ?? document.body;
const firstButton = (one: HTMLElement): HTMLElement =>
  one.querySelector<HTMLElement>('button') ?? one;
const focusIn = (one: HTMLElement): void => act(() => firstButton(one).focus());
const refused = (code: string, more: object = {}) =>
  Object.assign(new Error('Not like this.'), { code, ...more });

test('parents are ranked by what they cover; those that cover nothing are left out', async () => {
  show();
  expect(await screen.findByText('Answer these 3 epics and it is 65%.')).toBeDefined();
  expect((await rows()).map((one) => /SHOP-\d+/.exec(one.textContent ?? '')?.[0])).toEqual([
    'SHOP-202',
    'SHOP-204',
    'SHOP-201',
  ]);
  expect(within(await row(0)).getByRole('link', { name: /^13 open items that SHOP-202/ }));
  expect(screen.getByText(/Among all open parents/)).toBeDefined();
});

test('a key opens the sentence, Enter saves it, and the share rises by the children of the epic', async () => {
  show();
  const first = await row(0);
  focusIn(first);
  await userEvent.keyboard('2');
  const expects = await screen.findByLabelText('we expect');
  await waitFor(() => expect(document.activeElement).toBe(expects));
  expect(screen.getByLabelText<HTMLInputElement>('By').value).toBe('Epic 202');
  await userEvent.keyboard('jrk1{Enter}');
  expect(await within(first).findByText('Open item')).toBeDefined();
  expect(payloadOf()).toEqual({
    itemId: '202',
    seen: null,
    answer: {
      why: 'move',
      goal: 'g2',
      by: 'Epic 202',
      expect: 'jrk1',
      measure: 'Contacts',
      checkBy: '2026-12-31',
    },
  });
  expect(await screen.findByText('54% of the open backlog answers the question.')).toBeDefined();
  expect(await screen.findByText('Answer these 2 epics and it is 65%.')).toBeDefined();
  expect(screen.getByText(/SHOP-202 is answered. It answers for 13 open items. 54%/)).toBeDefined();
  const parents = await screen.findByRole('link', { name: /^28 open items answered by their/ });
  expect(decodeURIComponent(parents.getAttribute('href') ?? '')).toContain('parent in (100,202)');
  // One of the thirteen had half an answer.
  expect(await screen.findByRole('link', { name: /^8 open items with half/ })).toBeDefined();
  expect(await screen.findByRole('link', { name: /^38 open items without an/ })).toBeDefined();
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Open item'));
});

test('keys move between the rows, and R keeps a parent running', async () => {
  show();
  const first = await row(0);
  focusIn(first);
  await userEvent.keyboard('j');
  expect((await row(1)).contains(document.activeElement)).toBe(true);
  await userEvent.keyboard('{ArrowDown}kk{ArrowUp}');
  expect(first.contains(document.activeElement)).toBe(true);
  await userEvent.keyboard('jr');
  expect(await screen.findByText('Keep 8 items running?')).toBeDefined();
  expect(payloadOf()).toBeUndefined();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByText('Keep 8 items running?')).toBeNull();
  await userEvent.keyboard('r{Enter}');
  expect(await within(await row(1)).findByText('Open item')).toBeDefined();
  expect(payloadOf()).toEqual({ itemId: '204', seen: null, answer: { why: 'run' } });
  expect(await screen.findByRole('link', { name: /^14 open items that keep it/ })).toBeDefined();
});

test('a sentence with a gap is not sent; Esc closes it and the text is still there', async () => {
  show();
  const first = await row(0);
  await userEvent.click(firstButton(first));
  await userEvent.keyboard('{Enter}');
  expect(await within(first).findByText(/Say what you expect to happen/)).toBeDefined();
  expect(payloadOf()).toBeUndefined();
  await userEvent.type(screen.getByLabelText('we expect'), 'fewer visits{Escape}');
  expect(screen.queryByLabelText('we expect')).toBeNull();
  await userEvent.keyboard('2');
  expect(screen.getByLabelText<HTMLInputElement>('we expect').value).toBe('fewer visits');
  await userEvent.click(screen.getByRole('tab', { name: 'Goals' }));
  await userEvent.click(screen.getByRole('tab', { name: 'Backlog' }));
  within(await row(0))
    .getAllByRole('button')[0]
    ?.focus();
  await userEvent.keyboard('1');
  expect(screen.getByLabelText<HTMLInputElement>('we expect').value).toBe('fewer visits');
});

test('what is refused is told in the row, the text is kept and the share stays', async () => {
  show({
    procedures: {
      'answer.save': () => refused('invalid_input', { fields: { 'answer.checkBy': 'Too early.' } }),
    },
  });
  const first = await row(0);
  await userEvent.click(firstButton(first));
  await userEvent.keyboard('fewer visits{Enter}');
  expect(await within(first).findByText(/Too early/)).toBeDefined();
  expect(screen.getByLabelText<HTMLInputElement>('we expect').value).toBe('fewer visits');
  expect(screen.getByText('41% of the open backlog answers the question.')).toBeDefined();
});

test('somebody else’s answer is shown, and mine is saved over it only when chosen', async () => {
  let tries = 0;
  const there = { v: 1, why: 'run', state: 'answered' };
  show({
    procedures: {
      'answer.save': (payload) => {
        tries += 1;
        if (tries > 1) return kept(payload);
        const details = { seen: 'theirs', found: { kind: 'value', answer: there } };
        return refused('conflict', { details });
      },
    },
  });
  const first = await row(0);
  await userEvent.click(firstButton(first));
  await userEvent.keyboard('fewer visits{Enter}');
  expect(await within(first).findByText('Keep it running.')).toBeDefined();
  await userEvent.click(within(first).getByRole('button', { name: 'Save mine' }));
  expect(await within(first).findByText('Open item')).toBeDefined();
  const last = bridgeCalls('invoke').at(-1) as { payload: { seen: string } };
  expect(last.payload.seen).toBe('theirs');
});

test('what stands on a parent already is never replaced by a key alone, nor when it can’t be read', async () => {
  const half = { v: 1, why: 'move', state: 'half', goal: 'g1', by: 'a shorter form' };
  show({
    openParents: [
      epic(201, { 'ladder-answer': 'junk' }),
      epic(202, { 'ladder-answer': half }),
      epic(204, { 'ladder-answer': { v: 7 } }),
    ],
  });
  const first = await row(0);
  focusIn(first);
  await userEvent.keyboard('r');
  expect(await within(first).findByText(/By a shorter form we expect …/)).toBeDefined();
  expect(payloadOf()).toBeUndefined();
  await userEvent.click(within(first).getByRole('button', { name: 'Leave it so' }));
  await userEvent.keyboard('1');
  expect(screen.getByLabelText<HTMLInputElement>('By').value).toBe('a shorter form');
  expect(within(await row(1)).queryByRole('button')).toBeNull();
  expect((await row(1)).textContent).toContain('newer version');
  expect((await row(2)).textContent).toContain('cannot be read');
});

test('a half parent is saved as it is shown, without what was said for another goal', async () => {
  const half = {
    v: 1,
    why: 'test',
    state: 'half',
    goal: 'g1',
    by: 'a shorter form',
    expect: 'fewer visits',
    measure: 'Checkout conversion',
    delta: 0.2,
    whom: 'new buyers',
    enables: 'SHOP-9',
  };
  show({ openParents: [epic(202, { 'ladder-answer': half })] });
  const first = await row(0);
  focusIn(first);
  await userEvent.keyboard('1');
  expect(within(first).getByText(/expected change .*; for new buyers/)).toBeDefined();
  await userEvent.keyboard('{Escape}2');
  const form = within(within(first).getByRole('form', { name: 'Answer of SHOP-202' }));
  expect(form.getByText('Contacts')).toBeDefined();
  expect(form.getByText(/: to test an idea; for new buyers\.$/)).toBeDefined();
  await userEvent.keyboard('{Enter}');
  expect(await within(first).findByText('Open item')).toBeDefined();
  expect(payloadOf()).toMatchObject({
    answer: {
      why: 'test',
      goal: 'g2',
      by: 'a shorter form',
      expect: 'fewer visits',
      measure: 'Contacts',
      whom: 'new buyers',
    },
  });
  expect(payloadOf()).not.toHaveProperty('answer.delta');
  expect(payloadOf()).not.toHaveProperty('answer.enables');
});

test('after counting again the answered parent is part of the count, also while search lags', async () => {
  show();
  const first = await row(0);
  await userEvent.click(firstButton(first));
  await userEvent.keyboard('fewer visits{Enter}');
  expect(await screen.findByText(/1 answer was given here since/)).toBeDefined();
  const before = bridgeCalls('fetchProduct').length;
  await userEvent.click(screen.getByRole('button', { name: 'Count again' }));
  await waitFor(() => expect(screen.queryByText(/1 answer was given here since/)).toBeNull());
  await waitFor(async () => expect(await rows()).toHaveLength(2));
  const asked = JSON.stringify(bridgeCalls('fetchProduct').slice(before));
  expect(asked).toContain('parent in (100, 202)');
});

test('parents that could not be counted are told, the others are there', async () => {
  show({ broken: new Map([['parent in (204)', 503]]) });
  expect(await screen.findByText(/1 parent could not be counted/)).toBeDefined();
  expect(await rows()).toHaveLength(2);
});
