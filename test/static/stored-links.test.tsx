// Addresses that goals and readings keep. The border takes https alone; a record that somebody else wrote may hold anything.
import { beforeEach, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { GoalRow } from '../../static/src/surfaces/settings/goal-row';
import { resetBridge } from '../support/bridge';
import { aReading } from '../support/readings';
import { showPage } from './project/frame';
import { aGoal, goalViewOf, openedProject } from './project/opened';
import { show } from './support/app';

beforeEach(resetBridge);

const nothing = (): void => undefined;
const NEVER = [
  'javascript:window.__ran=1',
  'JaVaScRiPt:window.__ran=1',
  ' javascript:window.__ran=1',
  'java\tscript:window.__ran=1',
  '\u0001javascript:window.__ran=1',
  'data:text/html,<script>parent.__ran=1</script>',
  'vbscript:window.__ran=1',
  'blob:https://jira.example/1',
  'file:///etc/passwd',
  'http://localhost:8080/',
  '//evil.example',
  '/wiki/1',
];
const addresses = () => [...document.querySelectorAll('a')].map((one) => one.getAttribute('href'));

/** The goals tab with a goal and a reading for each of these. */
const page = async (links: readonly string[]) => {
  const goals = links.map((link, n) => ({
    ...goalViewOf(aGoal({ id: `g${n}`, link })),
    readings: [aReading({ goalId: `g${n}`, day: '2026-10-01', value: 2.3, link })],
  }));
  showPage({ project: openedProject({ goals }), search: '?tab=goals' });
  const shown = await screen.findAllByRole('article', {}, { timeout: 20_000 });
  return shown.map(({ textContent }) => textContent);
};
const row = (link: string) => {
  const goal = goalViewOf(aGoal({ link }));
  const { container } = show(
    <GoalRow
      {...{ goal, goals: [goal], today: '2026-11-21', ownerName: null, ownerGone: null }}
      {...{ locked: false, onEdit: nothing, onEnd: nothing }}
    />,
  );
  return container.textContent;
};

test('what is no https address is a text on the goals tab, at its goal and its reading', async () => {
  const shown = await page(NEVER);
  for (const [n, text] of NEVER.entries()) expect(shown[n]?.split(text)).toHaveLength(3);
  for (const text of NEVER) expect(addresses()).not.toContain(text);
});

test.each(NEVER)('%j is a text in the settings, not a link', (text) => {
  expect(row(text)).toContain(text);
  expect(addresses()).toEqual([]);
});

test('an https address is a link', async () => {
  const [link, other] = ['https://board.example/1', 'https://board.example/2'];
  const shown = await page([link, other]);
  expect(addresses().filter((one) => one?.includes('board.example'))).toEqual([
    link,
    link,
    other,
    other,
  ]);
  expect(shown.join()).not.toContain('board.example');
});
