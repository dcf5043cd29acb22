import { useState } from 'react';
import { beforeEach, expect, test } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReadingView } from '../../../src/contract/goals';
import type { OpenProject } from '../../../src/contract/procedures';
import { setTyping } from '../../../static/src/forge/typed';
import { GoalsTab } from '../../../static/src/surfaces/project/goals/goals-tab';
import { resetBridge } from '../../support/bridge';
import { aReading } from '../../support/readings';
import {
  answerJira,
  answerProcedures,
  payloadsOf,
  Refusal,
  show,
  type Handlers,
} from '../support/app';
import { checkout, openProject } from '../support/shop';
import { nowhere } from './nowhere';

const WHERE = nowhere(openProject());

beforeEach(resetBridge);

const third = aReading({ goalId: 'g1', day: '2026-11-03', value: 2.3, by: 'u2' });
const withReadings = (readings: ReadingView[], withdrawnReadings: ReadingView[] = []) =>
  openProject({ goals: [{ ...checkout, readings, withdrawnReadings }] });

function Page({ first }: { first: OpenProject }) {
  const [project, setProject] = useState(first);
  return <GoalsTab where={WHERE} project={project} projectKey="SHOP" onProject={setProject} />;
}

function showGoals(handlers: Handlers = {}, first = withReadings([third])) {
  answerProcedures(handlers);
  answerJira((url) =>
    url.pathname === '/rest/api/3/user/bulk'
      ? { body: { values: [{ accountId: 'u2', displayName: 'Petra Owner' }] } }
      : null,
  );
  return show(<Page first={first} />);
}
const field = (name: RegExp) => screen.getByRole('textbox', { name });
const add = () => screen.getByRole('button', { name: 'Add a reading of Checkout conversion' });
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);

test('a reading is added for today, and the goal shows it at once', async () => {
  const user = userEvent.setup();
  showGoals({
    'reading.save': ({ day, value, note }) =>
      withReadings([
        third,
        aReading({ goalId: 'g1', day, value, by: 'u2', ...(note && { note }) }),
      ]),
  });
  await user.click(add());
  expect(screen.getByLabelText('Day')).toHaveProperty('value', '2026-11-20');
  expect(document.activeElement).toBe(field(/Value, in %/));
  await user.type(field(/Value, in %/), '2.45');
  await user.type(field(/Note/), 'Shop report');
  await press('Save the reading');
  expect(await screen.findByText(/now 2\.45.% \(Nov 20\)/)).toBeDefined();
  expect(payloadsOf('reading.save')).toEqual([
    {
      projectId: '10000',
      goalId: 'g1',
      day: '2026-11-20',
      value: 2.45,
      note: 'Shop report',
      rev: 0,
    },
  ]);
  expect(rows()[0]?.textContent).toContain('Nov 20, 2026');
  expect(rows()[0]?.textContent).toContain('Shop report');
  expect(await within(rows()[0] as HTMLElement).findByText('Petra Owner')).toBeDefined();
  expect(document.activeElement).toBe(add());
  expect(screen.getByRole('status').textContent).toMatch(/^Reading saved/);
});

test('what is not a reading yet is refused at its field, and the cursor goes there', async () => {
  const user = userEvent.setup();
  showGoals();
  await user.click(add());
  await user.clear(screen.getByLabelText('Day'));
  await user.type(screen.getByLabelText('Day'), '2026-11-21');
  await user.type(field(/Value/), 'much');
  await press('Save the reading');
  expect(screen.getByText(/This day is still to come/)).toBeDefined();
  expect(screen.getByText(/Give a number/)).toBeDefined();
  expect(document.activeElement).toBe(screen.getByLabelText('Day'));
  expect(payloadsOf('reading.save')).toEqual([]);
});

test('what the app refuses stands at its field with what was typed', async () => {
  const user = userEvent.setup();
  showGoals({ 'reading.save': () => withReadings([third]) });
  await user.click(add());
  await user.type(field(/Value/), '2.4');
  await user.type(field(/Link/), 'http://plain.example');
  await press('Save the reading');
  expect(await screen.findByText(/starts with https:\/\//)).toBeDefined();
  expect(field(/Link/)).toHaveProperty('value', 'http://plain.example');
});

test('a day that has a reading is asked about before it is replaced', async () => {
  const user = userEvent.setup();
  showGoals({ 'reading.save': () => withReadings([third]) });
  await user.click(add());
  await user.clear(screen.getByLabelText('Day'));
  await user.type(screen.getByLabelText('Day'), '2026-11-03');
  await user.type(field(/Value/), '2.5');
  await press('Save the reading');
  expect(screen.getByText('There is a reading of Nov 3, 2026 already')).toBeDefined();
  expect(await screen.findByText(/It is 2\.3.%, by Petra Owner/)).toBeDefined();
  expect(payloadsOf('reading.save')).toEqual([]);
  await press('Save mine');
  expect(payloadsOf('reading.save')).toMatchObject([{ day: '2026-11-03', value: 2.5, rev: 1 }]);
});

test("somebody else's reading of the same day is shown, and mine is saved over it when I say so", async () => {
  const user = userEvent.setup();
  const theirs = aReading({ goalId: 'g1', day: '2026-11-20', value: 2.4, by: 'u2', rev: 3 });
  showGoals({
    'reading.save': ({ rev, value }) => {
      if (rev !== 3) throw new Refusal({ code: 'conflict', message: 'Changed.' });
      return withReadings([third, { ...theirs, value, rev: 4 }]);
    },
    'project.open': () => withReadings([third, theirs]),
  });
  await user.click(add());
  await user.type(field(/Value/), '2.6');
  await press('Save the reading');
  expect(
    await screen.findByText('Somebody else changed the reading of Nov 20, 2026'),
  ).toBeDefined();
  expect(screen.getByText(/It is 2\.4.%/)).toBeDefined();
  await press('Save mine');
  expect(await screen.findByText(/now 2\.6.%/)).toBeDefined();
});

test('a reading is corrected, and keeps what it was', async () => {
  const user = userEvent.setup();
  const { value, by, at, withdrawn } = third;
  showGoals({
    'reading.save': (input) =>
      withReadings([
        { ...third, value: input.value, rev: 2, earlier: [{ value, by, at, withdrawn }] },
      ]),
  });
  await user.click(screen.getByText('The reading'));
  await press('Correct the reading of Nov 3, 2026');
  expect(screen.queryByLabelText('Day')).toBeNull();
  await user.clear(field(/Value/));
  await user.type(field(/Value/), '2.4{Enter}');
  expect(await screen.findByText(/^corrected once: was 2\.3.%$/)).toBeDefined();
  expect(payloadsOf('reading.save')).toMatchObject([{ day: '2026-11-03', value: 2.4, rev: 1 }]);
});

test('a reading is taken back and put back', async () => {
  const user = userEvent.setup();
  showGoals({
    'reading.withdraw': ({ withdrawn, rev }) => {
      const next = { ...third, withdrawn, rev: rev + 1 };
      return withdrawn ? withReadings([], [next]) : withReadings([next]);
    },
  });
  await user.click(screen.getByText('The reading'));
  await press('Take back the reading of Nov 3, 2026');
  await user.click(await screen.findByText('1 reading taken back'));
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.getByText(/no reading yet/)).toBeDefined();
  await press('Put back the reading of Nov 3, 2026');
  expect(await screen.findByText(/now 2\.3.%/)).toBeDefined();
  expect(payloadsOf('reading.withdraw')).toMatchObject([
    { withdrawn: true, rev: 1 },
    { withdrawn: false, rev: 2 },
  ]);
});

test('a taking back that came too late shows the reading as it stands', async () => {
  const user = userEvent.setup();
  showGoals({
    'reading.withdraw': () => {
      throw new Refusal({ code: 'conflict', message: 'Changed.' });
    },
    'project.open': () => withReadings([{ ...third, value: 2.2, rev: 2 }]),
  });
  await user.click(screen.getByText('The reading'));
  await press('Take back the reading of Nov 3, 2026');
  expect(await screen.findByText(/changed this reading meanwhile/)).toBeDefined();
  expect(screen.getByText(/now 2\.2.%/)).toBeDefined();
});

test('who may not report reads all of it and has nothing to press', async () => {
  const { may, ...project } = withReadings([third], [{ ...third, day: '2026-11-02' }]);
  const user = userEvent.setup();
  showGoals({}, { ...project, may: { ...may, report: [], administer: false } });
  await user.click(screen.getByText('The reading'));
  expect(await screen.findByText('Petra Owner')).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.queryByText(/taken back/)).toBeNull();
});

test('Esc leaves the form and gives the cursor back', async () => {
  const user = userEvent.setup();
  showGoals();
  await user.click(add());
  await user.keyboard('2.4{Escape}');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(document.activeElement).toBe(add());
});

test('a reading being typed is there again, until it is cancelled', async () => {
  const user = userEvent.setup();
  localStorage.clear();
  setTyping('acc-1');
  showGoals();
  await user.click(add());
  await user.type(field(/Value/), '2.4');
  await user.type(field(/Note/), 'Shop report');
  cleanup();
  showGoals();
  expect(screen.getByText('What you typed is still here.')).toBeDefined();
  expect(field(/Value/)).toHaveProperty('value', '2.4');
  expect(field(/Note/)).toHaveProperty('value', 'Shop report');
  await press('Cancel');
  expect(localStorage.length).toBe(0);
  setTyping(undefined);
});

test('a note and a link that are too long stay whole and are refused at their fields', async () => {
  const user = userEvent.setup();
  showGoals();
  await user.click(add());
  await user.type(field(/Value/), '2.4');
  for (const name of [/Note/, /Link/]) {
    await user.click(field(name));
    await user.paste(`https://shop.example/${'x'.repeat(600)}`);
    expect(field(name)).toHaveProperty('value.length', 621);
  }
  expect(screen.getAllByText(/This is longer than 500 characters/)).toHaveLength(2);
  await press('Save the reading');
  expect(payloadsOf('reading.save')).toEqual([]);
});
