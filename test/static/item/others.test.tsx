import { beforeEach, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerBridge, bridgeCalls, resetBridge } from '../../support/bridge';
import { answerJira } from '../support/app';
import { anIssue, checkout, fullAnswer, openItem } from '../support/shop';
import { showItem } from './page';

beforeEach(resetBridge);

const answered = anIssue({ properties: { 'ladder-answer': fullAnswer } });
const other = (id: number, summary: string, answer: object = {}) => ({
  id: String(id),
  key: `SHOP-${id}`,
  fields: { summary },
  properties: { 'ladder-answer': { ...fullAnswer, ...answer } },
});
const TITLE = 'Strongest other open items for this goal';

async function look(found: ReturnType<typeof other>[]): Promise<void> {
  const user = userEvent.setup();
  showItem([answered], {}, { found });
  await user.click(await screen.findByText(TITLE));
}

test('nothing is searched before somebody looks', async () => {
  showItem([answered]);
  await screen.findByText(TITLE);
  expect(JSON.stringify(bridgeCalls('fetchProduct'))).not.toContain('search');
});

test('the three strongest come first, with their share in words and the check date', async () => {
  await look([
    other(21, 'Without a number'),
    other(22, 'A little', { delta: 0.03 }),
    other(23, 'Half of it', { delta: 0.15 }),
    other(24, 'Later', { delta: 0.03, checkBy: '2026-12-24' }),
  ]);
  await screen.findByRole('link', { name: 'SHOP-23 Half of it' });
  const names = screen.getAllByRole('link').map(({ textContent }) => textContent);
  expect(names).toEqual(['SHOP-23 Half of it', 'SHOP-22 A little', 'SHOP-24 Later']);
  expect(screen.getByText('about half of what is missing, check on Dec 13, 2026')).toBeDefined();
});

test('this item, and what no longer serves the goal, is left out', async () => {
  const junk = { ...other(26, 'Junk'), properties: { 'ladder-answer': 'junk' } };
  await look([
    { ...other(1, 'This one'), id: '10001' },
    other(25, 'Kept running', { why: 'run' }),
    junk as unknown as ReturnType<typeof other>,
  ]);
  expect(await screen.findByText('No other open item serves this goal yet.')).toBeDefined();
});

test('a search that fails says so quietly and is tried again', async () => {
  const user = userEvent.setup();
  showItem([answered]);
  await screen.findByText(TITLE);
  answerJira(() => ({ status: 503 }));
  await user.click(screen.getByText(TITLE));
  expect(await screen.findByText('The others could not be loaded.')).toBeDefined();
  answerJira(() => ({ body: { issues: [other(23, 'Half of it')] } }));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: 'SHOP-23 Half of it' })).toBeDefined();
});

test('only open items of this project on this goal are asked for', async () => {
  let body = '';
  showItem([answered]);
  await screen.findByText(TITLE);
  answerJira(() => ({ body: { issues: [] } }));
  answerBridge('fetchProduct', (call) => {
    body = JSON.stringify(call);
    return { status: 200, statusText: '', headers: {}, body: '{"issues":[]}' };
  });
  await userEvent.setup().click(screen.getByText(TITLE));
  await screen.findByText('No other open item serves this goal yet.');
  expect(body).toContain('project = 10000');
  expect(body).toContain('statusCategory != Done');
  expect(body).toContain('ladderGoal = ');
  expect(body).toContain('"maxResults');
});

test.each([
  ['rises', checkout, 'DESC'],
  [
    'falls',
    { ...checkout, direction: 'down' as const, baseline: 40, target: 10, readings: [] },
    'ASC',
  ],
])(
  'of more than one page, those with the largest change for a goal that %s are asked for',
  async (_how, goal, way) => {
    let body = '';
    showItem([answered], { 'item.open': () => openItem({ goals: [goal] }) });
    await screen.findByText(TITLE);
    answerJira(() => ({ body: { issues: [] } }));
    answerBridge('fetchProduct', (call) => {
      body = JSON.stringify(call);
      return { status: 200, statusText: '', headers: {}, body: '{"issues":[]}' };
    });
    await userEvent.setup().click(screen.getByText(TITLE));
    await screen.findByText('No other open item serves this goal yet.');
    expect(body).toContain(`ORDER BY ladderDelta ${way}`);
  },
);
