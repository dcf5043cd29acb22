import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DEFAULT_RULES, type Rules } from '../../../src/domain/rules';
import { resetBridge } from '../../support/bridge';
import { payloadsOf } from '../support/app';
import { openProject } from '../support/shop';
import { overlapOf } from '../../../static/src/surfaces/settings/streams/overlap';
import { openSettings } from './page';

beforeEach(resetBridge);

const section = (name: string) => within(screen.getByRole('region', { name }));

test('components become streams of the project, and their conditions are warned about', async () => {
  const user = userEvent.setup();
  await openSettings({
    'rules.save': (payload) => openProject({ rules: (payload as { rules: Rules }).rules }),
  });
  const streams = section('Streams');
  await user.click(streams.getByRole('button', { name: 'Make them yours' }));
  await streams.findByDisplayValue('component = "Web shop"');
  // Said once for all of them.
  expect(streams.getByText(/^Each of 2 streams here is one component\./)).toBeTruthy();
  expect(streams.queryByText(/This is the one component/)).toBeNull();
  await user.click(streams.getByRole('button', { name: 'Save' }));
  expect(payloadsOf('rules.save')).toMatchObject([
    {
      rules: {
        streams: [
          { name: 'Checkout', clause: 'component = "Checkout"' },
          { name: 'Web shop', clause: 'component = "Web shop"' },
        ],
      },
    },
  ]);
}, 60_000);

test('a condition that cannot be one is refused at its field, before anything is sent', async () => {
  const user = userEvent.setup();
  await openSettings();
  const streams = section('Streams');
  await user.click(streams.getByRole('button', { name: 'Add a stream' }));
  await user.type(streams.getByLabelText('Name'), 'Checkout');
  await user.type(streams.getByLabelText(/Which items belong/), 'labels = a order by key');
  expect(streams.getByText(/Leave ORDER BY out/)).toBeTruthy();
  await user.click(streams.getByRole('button', { name: 'Save' }));
  expect(payloadsOf('rules.save')).toEqual([]);
}, 60_000);

test('a condition that Jira refuses has no hint about what is odd beside its error', async () => {
  const user = userEvent.setup();
  const refused = { query: 'component = Nowhere', errors: ['No such component.'] };
  await openSettings({}, { '/rest/api/3/jql/parse': { queries: [refused] } });
  const streams = section('Streams');
  await user.click(streams.getByRole('button', { name: 'Add a stream' }));
  await user.click(streams.getByLabelText(/Which items belong/));
  await user.paste('component = Nowhere');
  expect(await streams.findByText(/No such component/)).toBeTruthy();
  expect(streams.queryByText(/This is the one component/)).toBeNull();
}, 60_000);

test('a condition that depends on who looks is warned about', async () => {
  const user = userEvent.setup();
  await openSettings();
  const streams = section('Streams');
  await user.click(streams.getByRole('button', { name: 'Add a stream' }));
  await user.click(streams.getByLabelText(/Which items belong/));
  await user.paste('assignee = currentUser()');
  expect(streams.getByText(/currentUser\(\) means something else for everybody/)).toBeTruthy();
  await user.click(streams.getByRole('radio', { name: /A condition of our own/ }));
  await user.click(streams.getByLabelText(/Which items are blocked/));
  await user.paste('watcher = currentUser()');
  expect(streams.getByText(/counts as blocked differs for each viewer/)).toBeTruthy();
}, 60_000);

test('a section says who changed it last and what it was, and fills the form with that', async () => {
  const user = userEvent.setup();
  const change = (before: Partial<Rules>, after: Partial<Rules>, at: number) => ({
    id: String(at),
    by: 'po',
    at,
    before: { ...DEFAULT_RULES, ...before },
    after: { ...DEFAULT_RULES, ...after },
  });
  await openSettings({
    'settings.open': () => openProject({ rules: { ...DEFAULT_RULES, warnAfterDays: 60 } }),
    'settings.history': () => ({
      changes: [
        change({ gate: 'off' }, { gate: 'warn' }, Date.parse('2026-11-04T10:00:00Z')),
        change({ warnAfterDays: 90 }, { warnAfterDays: 60 }, Date.parse('2026-11-03T10:00:00Z')),
      ],
      next: null,
    }),
  });
  const rules = section('Kill rules');
  const line = await rules.findByText(/Changed .* by Petra Owner: Warned after \(days\) 90 → 60/);
  expect(line).toBeTruthy();
  expect(section('Gate').getByText(/Off → Warn/)).toBeTruthy();
  expect(section('Forum').getByText('Nobody has changed this yet.')).toBeTruthy();
  await user.click(rules.getByRole('button', { name: 'Put back what it was' }));
  expect(rules.getByDisplayValue('90')).toBeTruthy();
  expect(payloadsOf('rules.save')).toEqual([]);
}, 60_000);

test('items in several streams and in none are told apart; long lists are not compared', () => {
  const list = (...ids: string[]) => ({ count: ids.length, jql: '', ids });
  expect(overlapOf([list('1', '2'), list('2', '3')], list('1', '2', '3', '4'))).toEqual({
    several: ['2'],
    none: ['4'],
  });
  expect(overlapOf([{ count: 9_000, jql: '', ids: null }], list('1'))).toBeNull();
});
