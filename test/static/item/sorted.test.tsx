import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { ResultView } from '../../../src/contract/procedures';
import { resetBridge } from '../../support/bridge';
import { anIssue, fullAnswer, openItem } from '../support/shop';
import { showItem } from './page';

beforeEach(resetBridge);

const unclear: ResultView = {
  itemId: '10001',
  rev: 1,
  given: { result: 'unclear', evidence: 'judged', at: '2026-11-20', by: 'u2' },
  written: true,
  earlier: [],
  later: [],
};

const sorted = (why: 'move' | 'test' | 'run', more: object = {}) => ({
  v: 1,
  why,
  state: why === 'run' ? 'answered' : 'half',
  when: 'sorted',
  ...more,
});

test.each([
  ['move', 'Sorted as: moved something.'],
  ['test', 'Sorted as: tested an idea.'],
  ['run', 'Sorted as: kept it running.'],
] as const)('an item that was sorted says how (%s), and is not half', async (why, sentence) => {
  const result = why === 'run' ? null : unclear;
  showItem([anIssue({ status: 'done', properties: { 'ladder-answer': sorted(why) } })], {
    'item.open': () => openItem({ result }),
  });
  expect(await screen.findByText(sentence)).toBeDefined();
  expect(screen.getByText('Sorted')).toBeDefined();
  expect(screen.queryByText('Half answered')).toBeNull();
  expect(screen.queryByText(/…which|…what/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Change the result' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Answer it' })).toBeDefined();
});

test('what was written before it was sorted stays in view without gaps that ask', async () => {
  const before = sorted('test', { by: 'a shorter form' });
  showItem([anIssue({ status: 'done', properties: { 'ladder-answer': before } })]);
  const by = await screen.findByText('a shorter form');
  expect(within(by.closest('p') as HTMLElement).queryByText(/what we expect/)).toBeNull();
});

test('a sorted item whose parent answers is answered by it', async () => {
  const parent = {
    id: '9001',
    key: 'SHOP-12',
    summary: 'Checkout redesign',
    answer: fullAnswer,
    result: undefined,
  };
  const issue = anIssue({
    status: 'done',
    parent: '9001',
    properties: { 'ladder-answer': sorted('test') },
  });
  showItem([issue], { 'item.open': () => openItem({ parent }) });
  expect(await screen.findByText('Answered from SHOP-12')).toBeDefined();
  expect(screen.queryByText('Sorted')).toBeNull();
});
