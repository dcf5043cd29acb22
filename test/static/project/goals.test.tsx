import { expect, test } from '@jest/globals';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import {
  goalsOfWindow,
  groupGoals,
  periodOf,
} from '../../../static/src/surfaces/project/goals/goal-list';
import { GoalsTab } from '../../../static/src/surfaces/project/goals/goals-tab';
import {
  drawnReadings,
  placeReadings,
} from '../../../static/src/surfaces/project/charts/reading-line';
import { InView } from '../../../static/src/surfaces/project/backlog/in-view';
import type { Where } from '../../../static/src/surfaces/project/use-numbers';
import { goalNames } from '../../../static/src/components/goal-names';
import { createFormat } from '../../../static/src/format';
import { nowhere } from '../goals/nowhere';
import { aGoal, goalViewOf, openedProject } from './opened';

const now = goalViewOf(aGoal(), [
  { day: '2026-08-01', value: 2.2 },
  { day: '2026-11-15', value: 2.3 },
]);
const soon = goalViewOf(aGoal({ id: 'g2', firstDay: '2027-01-01', lastDay: '2027-03-31' }));
const past = goalViewOf(
  aGoal({
    id: 'g3',
    achieve: 'a faster shop',
    firstDay: '2026-01-01',
    lastDay: '2026-06-30',
    endedOn: '2026-05-31',
    successorId: 'g1',
  }),
);

const nothing = (): void => undefined;
const WHERE = nowhere(openedProject({ goals: [now, past] }));

test('goals are told apart: now, coming, over', () => {
  const groups = groupGoals([past, soon, now]);
  expect(groups.active.map(({ id }) => id)).toEqual(['g1']);
  expect(groups.later.map(({ id }) => id)).toEqual(['g2']);
  expect(groups.over.map(({ id }) => id)).toEqual(['g3']);
});

test('a window shows the goals that its work could serve, and always the active ones', () => {
  const ids = (from: string, to: string) =>
    goalsOfWindow([past, soon, now], { from, to }).map(({ id }) => id);
  expect(ids('2026-05-31', '2026-11-21')).toEqual(['g1', 'g3']);
  expect(ids('2026-06-01', '2026-11-21')).toEqual(['g1']);
  expect(ids('2026-01-01', '2026-02-01')).toEqual(['g1', 'g3']);
});

test('the document names the time from the first start to the last end', () => {
  expect(periodOf([now, soon])).toEqual({ from: '2026-07-01', to: '2027-03-31' });
  expect(periodOf([])).toBeNull();
});

test('each goal reads as a sentence with its number, and its readings are a table', async () => {
  render(
    <GoalsTab
      where={WHERE}
      project={openedProject({ goals: [now, past] })}
      projectKey="SHOP"
      onProject={nothing}
    />,
  );
  const [first, second] = screen.getAllByRole('article');
  expect(first?.textContent).toContain(
    'We will achieve more finished orders by a shorter checkout',
  );
  expect(first?.textContent).toContain('2.1\u00a0% → 2.6\u00a0% by Dec 31, 2026, now 2.3\u00a0%');
  expect(first?.textContent).toContain('40 days left');
  const table = within(first as HTMLElement).getByRole('table', { hidden: true });
  expect(table.textContent).toMatch(/Nov 15, 2026.*Aug 1, 2026/);
  expect(second?.textContent).toContain('over since May 31, 2026');
  expect(second?.textContent).toContain(
    'followed by: We will achieve more finished orders by a shorter checkout',
  );
  // The names of those who gave the readings come after.
  await act(async () => undefined);
});

test('without a goal the page says what a goal is and who can write one', () => {
  render(
    <GoalsTab where={WHERE} project={openedProject()} projectKey="SHOP" onProject={nothing} />,
  );
  expect(screen.getByText(/A project admin can write the first one/)).toBeDefined();
});

const showGoal = async (goal: ReturnType<typeof goalViewOf>, where = WHERE) => {
  const project = openedProject({ goals: [goal] });
  render(<GoalsTab where={where} project={project} projectKey="SHOP" onProject={nothing} />);
  await act(async () => undefined);
  return screen.getByRole('article');
};

test('a reading of long before a goal stands in the table only, and the line says so', async () => {
  const early = { day: '2020-01-20', value: 1.9 };
  const near = { day: '2026-06-15', value: 2.1 };
  const goal = goalViewOf(aGoal(), [early, near, { day: '2026-11-15', value: 2.3 }]);
  const drawn = drawnReadings(goal, goal.readings);
  expect(drawn.map(({ day }) => day)).toEqual(['2026-06-15', '2026-11-15']);
  expect(placeReadings(goal, drawn).path[0]?.x).toBeLessThan(15);
  const article = await showGoal(goal);
  expect(article.textContent).toContain('1 earlier reading is in the table.');
  expect(article.querySelectorAll('circle')).toHaveLength(2);
  expect(within(article).getByRole('table', { hidden: true }).textContent).toContain('2020');
});

test('a goal says when it was read last, or that it was not since it began', async () => {
  const read = await showGoal(goalViewOf(aGoal(), [{ day: '2026-08-01', value: 2.2 }]));
  expect(read.textContent).toContain('last reading 112 days ago');
  cleanup();
  const unread = await showGoal(goalViewOf(aGoal(), [{ day: '2020-01-20', value: 2.2 }]));
  expect(unread.textContent).toContain('no reading since it began 143 days ago');
});

test('a goal in whose name there is nothing yet says that, and no row of zeros', async () => {
  const none = async () => ({ count: 0, issues: [], isLast: true });
  const calls = { jira: none, leave: nothing } as unknown as ReturnType<Where['openCalls']>;
  const article = await showGoal(now, nowhere(openedProject({ goals: [now] }), calls));
  expect(await within(article).findByText('Nothing yet in its name.')).toBeDefined();
  expect(article.textContent).not.toContain('0 open');
  expect(article.textContent).not.toContain('Of 0');
});

test('before it is looked at, what is in the name of a goal says that it is counted', () => {
  const place = globalThis as { IntersectionObserver?: unknown };
  const before = place.IntersectionObserver;
  place.IntersectionObserver = class {
    observe = nothing;
    disconnect = nothing;
  };
  try {
    render(
      <InView height="44px" meanwhile="counting …">
        {() => 'seen'}
      </InView>,
    );
    expect(screen.getByText('counting …').style.minHeight).toBe('44px');
  } finally {
    place.IntersectionObserver = before;
  }
});

test('goals of one sentence are told apart by their metric, then by their days', () => {
  const format = createFormat('en-US', 'UTC');
  const sentence = 'We will achieve more finished orders by a shorter checkout';
  const names = (...goals: Parameters<typeof aGoal>[0][]) =>
    goalNames(goals.map(aGoal), format).map(({ name }) => name);
  expect(names({}, { achieve: 'a faster shop' })[0]).toBe(sentence);
  expect(names({}, { metric: 'Orders' })).toEqual([
    `${sentence} · Checkout conversion`,
    `${sentence} · Orders`,
  ]);
  expect(names({}, { firstDay: '2027-01-01', lastDay: '2027-03-31' })[1]).toBe(
    `${sentence} · Checkout conversion · Jan 1, 2027 – Mar 31, 2027`,
  );
});

test('a line of fewer days shows the part of the way that lies in them', () => {
  const goal = { firstDay: '2026-01-01', lastDay: '2026-01-11', baseline: 0, target: 10 };
  const way = (firstDay: string, lastDay: string) =>
    placeReadings(goal, [], { firstDay, lastDay }).path;
  const whole = placeReadings(goal, []);
  expect(way('2026-01-06', '2026-01-11')).toEqual([
    { x: whole.path[0]?.x, y: (whole.baseline + whole.target) / 2 },
    whole.path[1],
  ]);
  expect(way('2026-01-06', '2026-01-16')[1]?.x).toBe(50);
  expect(way('2026-02-01', '2026-02-11')).toEqual([]);
});

test('readings stay inside the drawing, also when they are all the same', () => {
  const flat = { firstDay: '2026-01-01', lastDay: '2026-01-01', baseline: 1, target: 1 };
  const { points, target } = placeReadings(flat, [{ goalId: 'g', day: '2026-01-01', value: 1 }]);
  for (const { x, y } of [...points, { x: 1, y: target }]) {
    expect(x).toBeGreaterThan(0);
    expect(y).toBeGreaterThan(0);
    expect(Number.isFinite(x + y)).toBe(true);
  }
  const outside = placeReadings(aGoal(), [
    { goalId: 'g', day: '2026-02-01', value: -5 },
    { goalId: 'g', day: '2027-02-01', value: 9 },
  ]);
  expect(outside.points[0]?.x).toBeLessThan(outside.points[1]?.x ?? 0);
  expect(outside.points[0]?.y).toBeGreaterThan(outside.points[1]?.y ?? 0);
});
