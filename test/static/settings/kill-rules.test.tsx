import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DEFAULT_RULES, type Rules } from '../../../src/domain/rules';
import { bridgeCalls, resetBridge } from '../../support/bridge';
import { payloadsOf, Refusal } from '../support/app';
import { openProject } from '../support/shop';
import { openSettings } from './page';
// Fetched by the page when it is wanted: here it is there at once.
import '../../../static/src/surfaces/settings/preview/counting';

beforeEach(resetBridge);

/** Counts come after a pause, and after code that is fetched. */
const PATIENCE = { timeout: 8_000 };
const section = (name: string) => within(screen.getByRole('region', { name }));
const rulesOf = (more: Partial<Rules>): Rules => ({ ...DEFAULT_RULES, ...more });
const press = (name: string) =>
  userEvent.setup().click(section('Kill rules').getByRole('button', { name }));

/** JQL of the counts so far. */
const counted = (): string[] =>
  bridgeCalls('fetchProduct').flatMap((call) => {
    const { restPath, fetchRequestInit } = call as {
      restPath: string;
      fetchRequestInit?: { body?: string };
    };
    return restPath.includes('approximate-count') ? [fetchRequestInit?.body ?? ''] : [];
  });

test('each age says what it would do today, and the number opens its list', async () => {
  await openSettings();
  await section('Kill rules').findAllByText('23', {}, PATIENCE);
  const flag = section('Kill rules').getByRole('link', {
    name: /23 open items that have the age or the reason for the kill list/,
  });
  expect(decodeURIComponent(flag.getAttribute('href') ?? '')).toContain('created <= -180d');
  expect(section('Kill rules').getByText('would flag', { exact: false }).textContent).toContain(
    'would flag 23 today',
  );
  expect(section('Kill rules').getByText('would warn', { exact: false }).textContent).toContain(
    'would warn 23 today',
  );
});

test('what is typed is counted a moment later, and what is refused is not', async () => {
  await openSettings();
  await section('Kill rules').findAllByText('23', {}, PATIENCE);
  fireEvent.change(screen.getByLabelText(/^On the kill list after/), { target: { value: '400' } });
  await waitFor(
    () => expect(counted().some((body) => body.includes('-400d'))).toBe(true),
    PATIENCE,
  );
  fireEvent.change(screen.getByLabelText(/^On the kill list after/), { target: { value: '30' } });
  expect(await section('Kill rules').findAllByText('counted once the ages fit')).toHaveLength(2);
  expect(counted().some((body) => body.includes('-30d'))).toBe(false);
});

test('a type gets ages of its own, and loses them again', async () => {
  const user = userEvent.setup();
  await openSettings({ 'rules.save': ({ rules }) => openProject({ rules, rev: 5 }) });
  await user.selectOptions(screen.getByLabelText('Type of item'), 'Chore');
  await press('Add the type');
  const chore = within(screen.getByRole('group', { name: 'Chore' }));
  fireEvent.change(chore.getByLabelText(/^Warned after/), { target: { value: '10' } });
  fireEvent.change(chore.getByLabelText(/^On the kill list after/), { target: { value: '5' } });
  await press('Save');
  expect(chore.getByText(/An item is warned first/)).toBeDefined();
  expect(payloadsOf('rules.save')).toEqual([]);
  fireEvent.change(chore.getByLabelText(/^On the kill list after/), { target: { value: '20.5' } });
  await press('Save');
  expect(chore.getByText(/Give whole days/)).toBeDefined();
  fireEvent.change(chore.getByLabelText(/^On the kill list after/), { target: { value: '20' } });
  await press('Save');
  const ages = [{ typeId: '2', warnAfterDays: 10, flagAfterDays: 20 }];
  expect(payloadsOf('rules.save')).toMatchObject([{ rules: { agesByType: ages } }]);
  await user.click(screen.getByRole('button', { name: 'Remove the ages of Chore' }));
  await press('Save');
  expect(payloadsOf('rules.save')[1]).toMatchObject({ rules: { agesByType: [] } });
});

test('killed items go where the project says, among statuses that mean done', async () => {
  const user = userEvent.setup();
  await openSettings({ 'rules.save': ({ rules }) => openProject({ rules, rev: 5 }) });
  const target = within(screen.getByRole('group', { name: 'Where a killed item goes' }));
  expect(target.getByLabelText('Status').textContent).toBe('What the workflow offers firstDone');
  await user.selectOptions(target.getByLabelText('Status'), 'Done');
  await user.selectOptions(target.getByLabelText('Resolution'), "Won't Do");
  fireEvent.change(screen.getByLabelText('Items on the agenda'), { target: { value: '9' } });
  await press('Save');
  expect(payloadsOf('rules.save')).toMatchObject([
    { rules: { kill: { statusId: '5', resolutionId: '7' }, agendaSize: 9 } },
  ]);
});

test('an agenda of nothing is refused at its field', async () => {
  await openSettings();
  fireEvent.change(screen.getByLabelText('Items on the agenda'), { target: { value: '' } });
  await press('Save');
  expect(section('Kill rules').getByText(/Give a number\./)).toBeDefined();
});

test('a status that is gone from the project is said, and kept until somebody chooses', async () => {
  const rules = rulesOf({ kill: { statusId: '999', resolutionId: null } });
  await openSettings({ 'settings.open': () => openProject({ rules }) });
  expect(screen.getByLabelText('Status')).toHaveProperty('value', '999');
  expect(screen.getByRole('option', { name: 'No longer in this project' })).toBeDefined();
});

test('two who change the ages of types choose between both', async () => {
  const theirs = rulesOf({ agesByType: [{ typeId: '1', warnAfterDays: 5, flagAfterDays: 6 }] });
  let opens = 0;
  await openSettings({
    'settings.open': () => {
      opens += 1;
      return opens === 1 ? openProject() : openProject({ rules: theirs, rev: 5 });
    },
    'rules.save': () => {
      throw new Refusal({ code: 'conflict', message: 'Changed.' });
    },
  });
  await userEvent.setup().selectOptions(screen.getByLabelText('Type of item'), 'Chore');
  await press('Add the type');
  await press('Save');
  expect(
    await screen.findByRole('radio', {
      name: 'Theirs: Story: warned after 5, on the list after 6 days',
    }),
  ).toBeDefined();
  expect(
    screen.getByRole('radio', {
      name: 'Yours: Chore: warned after 90, on the list after 180 days',
    }),
  ).toHaveProperty('checked', true);
});
