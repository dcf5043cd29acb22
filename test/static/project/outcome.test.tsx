import { beforeEach, expect, test } from '@jest/globals';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { bridgeCalls, resetBridge } from '../../support/bridge';
import { pushed, showPage, type FrameSite } from './frame';
import { aGoal, goalViewOf, openedProject } from './opened';
import { answer, DONE, finished, WONT_DO } from './site';

beforeEach(resetBridge);

const WINDOW = '?from=2026-08-01&to=2026-10-31';
const moved = { 'ladder-result': { v: 1, result: 'moved', evidence: 'judged', at: '2026-10-20' } };
const items = [
  finished({ n: 1, at: '2026-08-10T10:00:00.000+0000', properties: answer('g1') }),
  finished({ n: 2, at: '2026-09-10T10:00:00.000+0000', properties: { ...answer('g1'), ...moved } }),
  finished({ n: 3, at: '2026-10-10T10:00:00.000+0000' }),
  finished({ n: 4, at: '2026-10-11T10:00:00.000+0000', resolution: WONT_DO.id }),
];
const project = openedProject({
  goals: [
    goalViewOf(aGoal(), [
      { day: '2026-08-20', value: 2.2 },
      { day: '2026-10-01', value: 2.3 },
    ]),
  ],
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

test('months say the same by keyboard, in the table and behind their links', async () => {
  showPage(site());
  const last = await screen.findByRole('button', { name: /^October 2026: 1 item/ });
  act(() => last.focus());
  await userEvent.keyboard('{ArrowLeft}');
  const september = screen.getByRole('button', { name: /^September 2026: 1 item · Moved it 1/ });
  expect(document.activeElement).toBe(september);
  expect(screen.getByText('September 2026: 1 item · Moved it 1')).toBeDefined();
  await userEvent.keyboard('{Home}');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(
    /^August 2026: 1 item · Waiting 1 · Checkout conversion 2\.2/,
  );
  await userEvent.click(screen.getByText('The same as a table'));
  const august = await link(/^1 Waiting, August 2026, opens/);
  expect(jqlOf(august)).toContain('statusCategoryChangedDate < "2026-09-01 00:00"');
  act(() => september.focus());
  await userEvent.keyboard('{Enter}');
  expect(pushed.at(-1)).toBe('/?from=2026-09-01&to=2026-09-30');
});

test('the strip of a goal says its name, its last reading and its target', async () => {
  showPage(site());
  const name = await screen.findByTitle(/^Checkout conversion: /);
  expect(name.parentElement?.textContent).toMatch(/2\.3.*\(Oct 1\), target 2\.6/);
  expect(
    screen.getByRole('img', { name: /^Readings of Checkout conversion .* target/ }),
  ).toBeDefined();
});

test('bets stand with those that wait, and lead to the results', async () => {
  showPage(site());
  const movedBets = await link(/^1 items that carry a bet that moved, opens/);
  expect(movedBets.parentElement?.parentElement?.textContent).toMatch(
    /^1 of 1 bet with a result moved/,
  );
  expect(jqlOf(movedBets)).toContain('ladderResult = "moved"');
  await link(/^1 items that carry a bet with a result, opens/);
  expect(screen.getByText(/waits? for (its|their) date|due/)).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'See the results' }));
  expect(pushed.at(-1)).toContain('tab=results');
});

test('the bet of an epic is due once the epic itself is done', async () => {
  const late = { properties: answer('g1', { checkBy: '2026-08-01' }), id: '900', key: 'SHOP-900' };
  const child = finished({ n: 1, at: '2026-08-10T10:00:00.000+0000', parent: 900 });
  const epic = (key: string) => ({
    ...late,
    fields: { status: { ...DONE, statusCategory: { key } } },
  });
  showPage(site({ finished: [child], parents: [epic('indeterminate')] }));
  expect(await screen.findByText(/waits for its date/)).toBeDefined();
  cleanup();
  showPage(site({ finished: [child], parents: [epic('done')] }));
  expect(await screen.findByText(/is due/)).toBeDefined();
});

test('a filter narrows every search and is cleared with one press', async () => {
  const narrowed = `${WINDOW}&goal=g1&type=10001&label=ux&stream=component-7`;
  showPage(site({ search: narrowed, components: [{ id: '7', name: 'Checkout' }] }));
  expect(await screen.findByRole('option', { name: 'Checkout', selected: true })).toBeDefined();
  const [output] = await screen.findAllByRole('link', { name: /items shipped, opens/ });
  expect(output && jqlOf(output)).toMatch(/component in \(7\)/);
  expect(output && jqlOf(output)).toMatch(/labels in \("ux"\)/);
  const filter = within(screen.getByRole('group', { name: 'Filter' }));
  await userEvent.click(filter.getByRole('button', { name: 'Clear filters' }));
  expect(pushed.at(-1)).toBe(`/${WINDOW}`);
});

test('each part of the address that is unknown is named, and the rest is shown', async () => {
  showPage(site({ search: `${WINDOW}&goal=gone&stream=component-9&type=666&tab=budget` }));
  await link(/^3 items shipped/);
  expect(screen.getByText(/There is no tab “budget”/)).toBeDefined();
  expect(screen.getByText(/The goal “gone” in the address/)).toBeDefined();
  expect(screen.getByText(/The stream “component-9” in the address/)).toBeDefined();
  expect(screen.getByText(/The type “666” in the address/)).toBeDefined();
  expect(pushed).toEqual([]);
});

test('choosing a goal puts it into the address', async () => {
  showPage(site());
  await link(/^3 items shipped/);
  await userEvent.selectOptions(screen.getByLabelText('Goal'), 'g1');
  expect(pushed.at(-1)).toBe(`/${WINDOW}&goal=g1`);
});

test('weighed by estimate, items that have none are named', async () => {
  showPage(site({ search: `${WINDOW}&weight=estimate` }));
  expect(
    await screen.findByText(/No item of this time has an estimate, so each counts as one/),
  ).toBeDefined();
});

test('weighed by estimate, the bands and what is counted apart speak of hours', async () => {
  const weighed = items.map((item) => ({
    ...item,
    fields: { ...item.fields, timeoriginalestimate: 7200 },
  }));
  const components = [{ id: '7', name: 'Checkout' }];
  showPage(site({ search: `${WINDOW}&weight=estimate`, finished: weighed, components }));
  expect(await link(/^6 hours of items shipped, opens/)).toBeDefined();
  expect(screen.getByRole('columnheader', { name: 'Hours' })).toBeDefined();
  const apart = screen.getByText(/were closed without being delivered and are counted apart/);
  expect(apart.textContent).toMatch(/^2 hours more/);
  expect(screen.getByRole('button', { name: /^October 2026: 2 estimated hours/ })).toBeDefined();
  expect(screen.getByText(/hours aimed at it in this time/)).toBeDefined();
  expect(await screen.findByRole('columnheader', { name: 'Shipped, hours' })).toBeDefined();
});

test('streams are the components, with what is in none beside them', async () => {
  showPage(site({ components: [{ id: '7', name: 'Checkout' }] }));
  const table = await screen.findByRole('table', { name: /^Streams/ });
  expect(within(table).getAllByRole('row')).toHaveLength(3);
  expect(
    await within(table).findByRole('link', { name: /^3 items shipped in In no stream/ }),
  ).toBeDefined();
  expect(screen.getByText(/the rows are not summed/)).toBeDefined();
});

test('without components the page says what streams would be', async () => {
  showPage(site());
  expect(await screen.findByText(/With components, each is a row here/)).toBeDefined();
});

test('a signal is dismissed at once, and comes back where that could not be saved', async () => {
  const counts = { 'ladderFlag = "candidate"': 6 };
  let refused = true;
  const procedures = {
    'project.open': () => project,
    'signal.dismiss': (payload: unknown) =>
      refused
        ? Object.assign(new Error('No'), { code: 'internal' })
        : { dismissed: [(payload as { signal: string }).signal] },
  };
  showPage(site({ counts, procedures }));
  const dismiss = await screen.findByRole('button', { name: 'Dismiss: nothing was ended' });
  fireEvent.click(dismiss);
  expect(await screen.findByText(/could not be saved/)).toBeDefined();
  refused = false;
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss: nothing was ended' }));
  expect(await screen.findByText('1 dismissed')).toBeDefined();
  expect(screen.getByText('Nothing stands out.')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Show dismissed' }));
  expect(screen.getByRole('button', { name: 'Bring back: nothing was ended' })).toBeDefined();
});

test('what is left to begin with is said by the draw of Sort, and leads there', async () => {
  showPage(site({ counts: { 'ladderWhen = "sorted"': 12 } }));
  const strip = await screen.findByRole('region', { name: 'Three things to begin with' });
  // Of the four that are drawn, one waits for its result and one has it.
  expect(await within(strip).findByText('2 of 4 sorted')).toBeDefined();
  expect(within(strip).getByText('1 of 2 written')).toBeDefined();
  await userEvent.click(within(strip).getByRole('button', { name: 'Sort 4' }));
  expect(pushed.at(-1)).toBe(`/${WINDOW}&view=sort`);
});

test('the page for print says by goal what was shipped, what moved, and the readings', async () => {
  showPage(site({ search: `${WINDOW}&view=print` }));
  expect(await screen.findByRole('heading', { name: /pointed at the outcomes/ })).toBeDefined();
  expect(
    await screen.findByText('Items by result: 1 moved, 0 didn’t move, 0 can’t tell, 1 open.'),
  ).toBeDefined();
  expect(screen.getByText(/^2.3/)).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(pushed.at(-1)).toBe(`/${WINDOW}`);
});

test('above the limit numbers are counted, and files and weights say why they are not there', async () => {
  showPage(site({ counts: { 'statusCategory = Done': 5_000 } }));
  expect(await screen.findByText(/Items as CSV needs every item read/)).toBeDefined();
  expect(await link(/^about 5,000 items shipped/)).toBeDefined();
  const items_ = screen.getByRole('button', { name: 'Items as CSV' });
  expect(items_.hasAttribute('disabled')).toBe(true);
  expect(screen.getByText(/Weighing by estimate needs every item read/)).toBeDefined();
});

test('the page for print adds up to what was shipped, with goals and without', async () => {
  const sorted = { 'ladder-answer': { v: 1, why: 'move', state: 'half', when: 'sorted' } };
  const more = finished({
    n: 5,
    at: '2026-10-12T10:00:00.000+0000',
    properties: { ...sorted, ...moved },
  });
  const print = `${WINDOW}&view=print`;
  showPage(site({ search: print, finished: [...items, more] }));
  // Two are aimed at the goal.
  expect(
    await screen.findByText(
      '1 more has a result without having been aimed: 1 moved. 0 kept things running, 1 nobody has sorted. With what was aimed, this is all that was shipped: 4.',
    ),
  ).toBeDefined();
  cleanup();
  showPage(
    site({ search: print, finished: [...items, more], project: openedProject({ goals: [] }) }),
  );
  expect(
    await screen.findByText(/^2 more have a result .* 2 moved\. 0 kept .*, 2 nobody .*: 4\.$/),
  ).toBeDefined();
});

test('a filter that finds nothing says so, and is cleared with one press', async () => {
  showPage(site({ finished: [], search: `${WINDOW}&label=ux` }));
  const said = await screen.findByText(/^Nothing was finished in this time with these filters/);
  await userEvent.click(within(said).getByRole('button', { name: 'Clear filters' }));
  expect(pushed.at(-1)).toBe(`/${WINDOW}`);
});

test('nothing finished is a sentence with the next step', async () => {
  showPage(site({ finished: [] }));
  expect(await screen.findByText(/Nothing was finished in this time/)).toBeDefined();
  expect(await screen.findByText(/No item finished in this time was part of a bet/)).toBeDefined();
  expect(bridgeCalls('fetchProduct').length).toBeGreaterThan(0);
});
