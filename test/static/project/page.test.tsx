import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DEFAULT_RULES } from '../../../src/domain/rules';
import { bridgeCalls, resetBridge } from '../../support/bridge';
import { pushed, showPage, type FrameSite } from './frame';
import { aGoal, goalViewOf, openedProject } from './opened';
import { answer, finished, WONT_DO } from './site';

beforeEach(resetBridge);

const WINDOW = '?from=2026-08-01&to=2026-10-31';
const moved = { 'ladder-result': { v: 1, result: 'moved', evidence: 'judged', at: '2026-10-20' } };
const items = [
  finished({ n: 1, at: '2026-08-10T10:00:00.000+0000', properties: answer('g1') }),
  finished({
    n: 2,
    at: '2026-09-10T10:00:00.000+0000',
    properties: { ...answer('g1'), ...moved },
  }),
  finished({ n: 3, at: '2026-10-10T10:00:00.000+0000' }),
  finished({ n: 4, at: '2026-10-11T10:00:00.000+0000', resolution: WONT_DO.id }),
];
const project = openedProject({
  goals: [goalViewOf(aGoal(), [{ day: '2026-10-01', value: 2.3 }])],
});
const site = (more: Partial<FrameSite> = {}): FrameSite => ({
  project,
  finished: items,
  search: WINDOW,
  ...more,
});

const link = (name: RegExp) => screen.findByRole('link', { name });
const jqlOf = (element: HTMLElement): string =>
  new URL(element.getAttribute('href') ?? '').searchParams.get('jql') ?? '';

test('the first line, the ratio and the bands tell the same numbers, each with its search', async () => {
  showPage(site());
  const output = await link(/^3 items shipped/);
  expect(jqlOf(output)).toMatch(/^project = 10 AND .*statusCategory = Done/);
  await link(/^2 items aimed at a goal, opens/);
  expect(await screen.findByText('Outcome to output: 1 to 3')).toBeDefined();
  const bands = screen.getByRole('table', { name: 'What became of it' });
  const row = (name: RegExp) => within(bands).getByRole('row', { name }).textContent;
  expect(row(/^Moved it/)).toContain('133%');
  expect(row(/^Waiting/)).toContain('133%');
  expect(row(/^Not sorted/)).toContain('133%');
  await link(/^1 items closed without being delivered/);
  expect(screen.getByRole('img', { name: /Of 3 items: Moved it: 1/ })).toBeDefined();
  expect(
    await screen.findByText('3 shipped, 2 aimed at a goal, 1 moved it.', { exact: false }),
  ).toBeDefined();
});

test('a month that cannot be read leaves "not counted", and trying again brings the numbers', async () => {
  const broken = new Map([['search/jql {"jql":"project = 10 AND issuetype in (10001)', 503]]);
  showPage(site({ broken }));
  const again = await screen.findByRole('button', { name: 'Try again to count: items shipped' });
  broken.clear();
  fireEvent.click(again);
  await link(/^3 items shipped/);
});

test('without a goal what was shipped is still there, with the next step', async () => {
  showPage(
    site({ project: openedProject({ may: { administer: true, decide: true, report: [] } }) }),
  );
  await link(/^3 items shipped/);
  const first = await screen.findByRole('link', { name: 'Write the first goal' });
  expect(first.getAttribute('href')).toBe('https://site.example/settings');
  expect(screen.queryByText(/were aimed at a goal/)).toBeNull();
});

test('what the site no longer has is left out of every search', async () => {
  const rules = {
    ...DEFAULT_RULES,
    exemptTypeIds: ['666'],
    undelivered: { resolutionIds: [WONT_DO.id, '777'], statusIds: ['888'] },
  };
  showPage(site({ project: { ...project, rules } }));
  await link(/^1 items closed without being delivered/);
  expect(jqlOf(await link(/^3 items shipped/))).toContain(WONT_DO.id);
  expect(JSON.stringify(bridgeCalls('fetchProduct'))).not.toMatch(/666|777|888/);
});

test('a wrong window in the address is said, and the usual one shown', async () => {
  showPage(site({ search: '?from=2026-10-31&to=2026-08-01' }));
  expect(await screen.findByText(/The last day is before the first day/)).toBeDefined();
});

test('a project that cannot be opened says so and can be tried again', async () => {
  const broken = new Map([['/issuetype/project', 404]]);
  showPage(site({ broken }));
  expect((await screen.findByRole('alert')).textContent).toContain('Jira does not find this');
  broken.clear();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await link(/^3 items shipped/);
});

test('tabs and windows go into the address', async () => {
  showPage(site());
  await link(/^3 items shipped/);
  await userEvent.click(screen.getByRole('tab', { name: 'Goals' }));
  expect(pushed).toEqual(['/?from=2026-08-01&to=2026-10-31&tab=goals']);
  expect(await screen.findByText(/What winning looks like/)).toBeDefined();
  await userEvent.click(screen.getByRole('tab', { name: 'Outcome vs output' }));
  fireEvent.change(screen.getByLabelText('First day'), { target: { value: '2026-12-31' } });
  await userEvent.click(screen.getByRole('button', { name: 'Show' }));
  expect(await screen.findByText(/The last day is before the first day/)).toBeDefined();
  fireEvent.change(screen.getByLabelText('First day'), { target: { value: '2026-09-01' } });
  await userEvent.click(screen.getByRole('button', { name: 'Show' }));
  expect(pushed.at(-1)).toBe('/?from=2026-09-01&to=2026-10-31');
  await link(/^2 items shipped/);
});

test('opening another tab first asks for nothing that only the first tab needs', async () => {
  showPage(site({ search: '?tab=goals' }));
  await screen.findByText(/What winning looks like/);
  // The tab counts what was done in the name of each goal.
  const asked = bridgeCalls('fetchProduct')
    .map((call) => JSON.stringify(call))
    .filter((call) => !call.includes('ladderGoal'));
  expect(asked.filter((call) => call.includes('approximate-count'))).toEqual([]);
  expect(asked.filter((call) => call.includes('/component'))).toEqual([]);
  // Whose readings they are is asked by the tab itself.
  expect(asked.filter((call) => !call.includes('/user/bulk'))).toHaveLength(4);
});
