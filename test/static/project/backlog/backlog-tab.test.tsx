import { beforeEach, expect, test } from '@jest/globals';
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { bridgeCalls, resetBridge } from '../../../support/bridge';
import { showPage } from '../frame';
import { openedProject } from '../opened';
import { backlogSite, bodyOfPart, epic } from './tab';

configure({ asyncUtilTimeout: 5_000 });
beforeEach(resetBridge);

const link = (name: RegExp) => screen.findByRole('link', { name });
const jqlOf = (element: HTMLElement): string =>
  new URL(element.getAttribute('href') ?? '').searchParams.get('jql') ?? '';

test('the backlog says which share answers, and each part opens its list', async () => {
  showPage(backlogSite());
  expect(await screen.findByText('41% of the open backlog answers the question.')).toBeDefined();
  for (const [name, count] of [
    ['with an answer of their own', 20],
    ['answered by their parent', 15],
    ['that keep it running', 6],
    ['with half an answer', 9],
    ['without an answer', 50],
    ['that are asked', 100],
    ['that are not asked', 4],
    ['that are parked', 2],
  ] as const) {
    const number = await link(new RegExp(`^${count} open items ${name}, opens`));
    expect(jqlOf(number)).toMatch(/^project = 10 AND issuetype in \(10001\)/);
  }
  const table = screen.getByRole('table', { name: 'Coverage of the open backlog' });
  expect(within(table).getByRole('row', { name: /^No answer/ }).textContent).toContain('50%');
});

test('a part that could not be counted says so in its place and can be tried again', async () => {
  const broken = new Map([[bodyOfPart('own'), 503]]);
  showPage(backlogSite({}, { broken }));
  expect(await screen.findByText('The open backlog could not be counted.')).toBeDefined();
  await link(/^50 open items without an answer/);
  broken.clear();
  fireEvent.click(screen.getByRole('button', { name: /with an answer of their own/ }));
  expect(await screen.findByText('41% of the open backlog answers the question.')).toBeDefined();
});

test('sprints say how much serves a goal, each number a list, with what is written as their goal', async () => {
  const sprint = (id: number, state: string, goal: string) => ({
    id,
    name: `Sprint ${id}`,
    state,
    goal,
    startDate: '2026-11-16T08:00:00.000Z',
    endDate: '2026-11-30T08:00:00.000Z',
  });
  showPage(
    backlogSite(
      { sprints: { 31: [7, 5], 32: [0, 1] } },
      {
        boards: [
          { id: 1, name: 'Flow', type: 'kanban' },
          { id: 2, name: 'Shop', type: 'scrum' },
        ],
        sprints: {
          2: [
            sprint(31, 'active', 'Release the new search'),
            sprint(32, 'future', 'Checkout in two steps'),
            sprint(33, 'future', ''),
          ],
        },
      },
    ),
  );
  const serves = await link(/^7 items of Sprint 31 that serve a goal/);
  expect(jqlOf(serves)).toMatch(/^project = 10 AND sprint = 31 AND /);
  expect(jqlOf(await link(/^12 items of Sprint 31, opens/))).toBe(
    'project = 10 AND sprint = 31 AND issuetype in (10001)',
  );
  const list = screen.getByRole('list', { name: 'Sprints' });
  const [first, second, ...rest] = within(list).getAllByRole('listitem');
  expect(first?.textContent).toContain('under way, Nov 16, 2026 to Nov 30, 2026');
  expect(first?.textContent).toContain('7 of 12 serve a goal, 5 are calendar work.');
  expect(first?.textContent).toContain('names none of the goals’ numbers');
  expect(second?.textContent).toContain('0 of 1 serves a goal, 1 is calendar work.');
  expect(second?.textContent).not.toContain('names none');
  expect(rest).toEqual([]);
});

test.each([
  ['no board', { boards: [] }, /No board shows this project/],
  ['a kanban board only', { boards: [{ id: 1, name: 'a', type: 'kanban' }] }, /No sprint is under/],
  ['no right', { broken: new Map([['agile/1.0/board?', 403]]) }, /does not show you the boards/],
])('with %s one quiet line stands in the place of the sprints', async (_name, more, words) => {
  showPage(backlogSite({}, more));
  expect(await screen.findByText(words)).toBeDefined();
});

test('sprints that could not be read are told in their place, and the rest of the tab is there', async () => {
  const broken = new Map([['agile/1.0/board?', 503]]);
  showPage(backlogSite({}, { broken, boards: [] }));
  const failed = await screen.findByText('The sprints could not be read');
  await link(/^50 open items without an answer/);
  broken.clear();
  const alert = failed.closest<HTMLElement>('[role="alert"]');
  fireEvent.click(within(alert ?? document.body).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/No board shows this project/)).toBeDefined();
});

const NEXT_YEAR = { until: '2027-11-24', untilAt: 4_000_000_000_000 };
const passOf = (n: number, more: object = {}) => ({
  itemId: String(n),
  ...NEXT_YEAR,
  reason: `Reason ${n}`,
  by: 'a1',
  at: 0,
  withdrawn: false,
  written: true,
  ...more,
});
const WORKING = { id: '4', name: 'Doing', statusCategory: { key: 'indeterminate' } };
const letStart = (n: number, properties: Record<string, unknown> = {}) =>
  epic(n, { 'ladder-pass': { v: 1, ...NEXT_YEAR }, ...properties });

test('what somebody let start is listed with reason, name and where it stands', async () => {
  const first = letStart(1);
  const started = [
    { ...first, fields: { ...first.fields, status: WORKING } },
    letStart(2),
    letStart(3, { 'ladder-answer': { v: 1, why: 'run', state: 'answered' } }),
  ];
  const procedures = {
    'passes.read': () => ({ passes: [passOf(1), passOf(2, { withdrawn: true })] }),
  };
  const work = { serves: 9, calendar: 13, without: 6, anyway: 3 };
  showPage(backlogSite({ work }, { started, procedures }));
  await link(/^6 items in progress that nobody answered for/);
  await link(/^13 items of the work in progress that are calendar work/);
  await link(/^3 open items that somebody let start without an answer/);
  const row = await screen.findByRole('row', { name: /SHOP-1/ });
  expect(row.textContent).toContain('Reason 1Petra Ownerholds until Nov 24, 2027Work has started.');
  const second = screen.getByRole('row', { name: /SHOP-2/ }).textContent;
  expect(second).toContain('taken back');
  expect(second).not.toContain('has started');
  const third = screen.getByRole('row', { name: /SHOP-3/ }).textContent;
  expect(third).toContain('No reason is kept: it was not given through Ladder.');
  expect(third).toContain('It has an answer by now.');
});

test('when the reasons are refused the rows are there, and they can be asked for again', async () => {
  let refuse = true;
  const procedures = {
    'passes.read': () =>
      refuse
        ? Object.assign(new Error('You cannot see this.'), { code: 'forbidden' })
        : { passes: [passOf(1)] },
  };
  showPage(backlogSite({ work: { anyway: 1 } }, { started: [letStart(1)], procedures }));
  const row = await screen.findByRole('row', { name: /SHOP-1/ });
  expect(row.textContent).toContain('holds until Nov 24, 2027');
  expect(row.textContent).not.toContain('No reason is kept');
  const note = screen
    .getByText('The reasons could not be read')
    .closest<HTMLElement>('[role="alert"]');
  refuse = false;
  fireEvent.click(within(note ?? document.body).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Reason 1')).toBeDefined();
  expect(screen.queryByText('The reasons could not be read')).toBeNull();
});

test('it is said when a project has more boards than are read', async () => {
  const boards = [1, 2, 3, 4].map((id) => ({ id, name: `Team ${id}`, type: 'scrum' }));
  const sprint = { id: 31, name: 'Sprint 31', state: 'active', goal: '' };
  showPage(backlogSite({}, { boards, sprints: { 1: [sprint] } }));
  expect(await screen.findByText(/On the first 3 boards/)).toBeDefined();
});

/** Calls to Jira until the tab has all of its numbers. */
async function callsFor(parts: { asked: number; none: number }): Promise<number> {
  resetBridge();
  const { none } = parts;
  const openParents = Array.from({ length: 120 }, (_, n) => epic(700 + n));
  const covers = Object.fromEntries(openParents.map(({ id }, n) => [id, (none / 100) * (n + 1)]));
  showPage(backlogSite({ parts, covers, work: { serves: none, calendar: none } }, { openParents }));
  await screen.findByText(/^Answer these 5 epics/);
  await link(/of the work in progress that serve a goal/);
  await screen.findByText(/No board shows this project/);
  await waitFor(() => expect(screen.getByText(/Count again/)).toBeDefined());
  const calls = bridgeCalls('fetchProduct').length;
  document.body.replaceChildren();
  return calls;
}

test('the tab asks Jira as often for 100,000 open items as for 10,000', async () => {
  const small = await callsFor({ asked: 10_000, none: 6_000 });
  const large = await callsFor({ asked: 100_000, none: 60_000 });
  expect(large).toBe(small);
  expect(small).toBeLessThan(90);
});

test('a project without epics and goals says what there is to do', async () => {
  showPage(backlogSite({}, { project: openedProject({ goals: [] }) }));
  expect(await screen.findByText(/No open parent without an answer/)).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Count again' }));
  expect(await screen.findByText(/No open parent without an answer/)).toBeDefined();
});
