import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OpenProject } from '../../../src/contract/procedures';
import { createFormat } from '../../../static/src/format';
import { NextPeriod } from '../../../static/src/surfaces/settings/next-period';
import {
  checkPeriod,
  nextGoalOf,
  periodErrorsOf,
} from '../../../static/src/surfaces/settings/next-period-form';
import { resetBridge } from '../../support/bridge';
import { answerProcedures, payloadsOf, show, type Handlers } from '../support/app';
import { checkout, openProject } from '../support/shop';

beforeEach(resetBridge);

const format = createFormat('en-US', 'UTC');
const quarter = { firstDay: '2026-10-01', lastDay: '2026-12-31' };
const first = { ...checkout, ...quarter, share: 60 };
const second = { ...first, id: 'g2', achieve: 'fewer calls', metric: 'Calls', readings: [] };
const SITE = {
  types: [],
  aboveTypeIds: [],
  statuses: [],
  resolutions: [],
  usual: { resolutionIds: [], statusIds: [] },
};

function showPeriod(handlers: Handlers = {}, more: Partial<OpenProject> = {}) {
  answerProcedures(handlers);
  const open = openProject({ goals: [first, second], today: '2026-12-20', ...more });
  const noop = (): void => undefined;
  const history = { found: null, retry: noop };
  const page = { open, site: SITE, projectKey: 'SHOP', me: 'me', history, take: noop, say: noop };
  return show(<NextPeriod page={page} />);
}
const start = () => userEvent.click(screen.getByRole('button', { name: 'Start the next period' }));
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save these goals' }));
const targets = () => screen.getAllByLabelText('To (target)');

test('a copy has the next days, the latest reading as its start, no target, and its share', () => {
  const { follows, form } = nextGoalOf(first, '2026-12-20', format);
  expect(follows).toBe('g1');
  expect(form).toMatchObject({
    firstDay: '2027-01-01',
    lastDay: '2027-03-31',
    baseline: '2.3',
    target: '',
    share: '60',
    achieve: first.achieve,
  });
  expect(nextGoalOf(second, '2026-12-20', format).form.baseline).toBe('2.1');
});

test('nothing is offered before the end is near', () => {
  const { container } = showPeriod({}, { today: '2026-12-01' });
  expect(container.textContent).toBe('');
});

test('goals that are not wanted are left out, and the rest is saved at once', async () => {
  showPeriod({ 'period.start': () => openProject() });
  expect(screen.getByRole('heading', { name: 'These 2 goals end on Dec 31, 2026' })).toBeDefined();
  await start();
  await userEvent.click(screen.getByRole('checkbox', { name: /fewer calls/ }));
  await save();
  expect(screen.getByText(/Give a number/)).toBeDefined();
  expect(payloadsOf('period.start')).toEqual([]);
  const [target] = targets();
  if (target) fireEvent.change(target, { target: { value: '2.9' } });
  await save();
  expect(payloadsOf('period.start')).toMatchObject([
    {
      rev: 4,
      goals: [{ follows: 'g1', goal: { baseline: 2.3, target: 2.9, share: 60, ...quarterAfter } }],
    },
  ]);
});
const quarterAfter = { firstDay: '2027-01-01', lastDay: '2027-03-31' };

test('opening leads into the form, and closing back to the button', async () => {
  showPeriod();
  await start();
  expect(document.activeElement).toBe(screen.getAllByRole('checkbox')[0]);
  await userEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(document.activeElement).toBe(
    screen.getByRole('button', { name: 'Start the next period' }),
  );
});

test('with nothing ticked there is nothing to save, and that is said', async () => {
  showPeriod();
  await start();
  for (const box of screen.getAllByRole('checkbox')) await userEvent.click(box);
  await save();
  expect(screen.getByText(/Tick at least one goal/)).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(within(document.body).queryByRole('form')).toBeNull();
});

test('a refusal stands at the goal that it is about', () => {
  const list = [first, second].map((goal) => nextGoalOf(goal, '2026-12-20', format));
  const checked = checkPeriod(list, format);
  expect(checked).toMatchObject({ ok: false, errors: { g1: {}, g2: {} } });
  const fields = { 'goals.1.target': 'No.', 'goals.0.goal.share': 'Nor this.', other: 'x' };
  expect(periodErrorsOf(fields, list)).toEqual({
    g2: { target: 'No.' },
    g1: { share: 'Nor this.' },
  });
});
