import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerBridge, resetBridge } from '../../../../support/bridge';
import { Refusal } from '../../../support/app';
import { aDecided, aRecord, candidate, NOW } from '../items';
import { showKill } from '../site';

beforeEach(resetBridge);

const views = [
  aRecord('1', { now: aDecided({ kind: 'park', until: '2027-01-01', reason: 'Not now' }) }),
  aRecord('2', { now: aDecided({ kind: 'keep', until: '2026-12-01', by: 'a2' }), written: false }),
];
const table = (name: string) => screen.findByRole('table', { name });

test('what rests stands with the day on which it wakes, and can be narrowed under all decided', async () => {
  const user = userEvent.setup();
  showKill({ issues: [candidate(1), candidate(2)], records: views, view: 'parked' });
  const rests = await table('Parked and kept');
  expect(within(rests).getAllByRole('row')).toHaveLength(3);
  expect(rests.textContent).toContain('Park until Jan 1, 2027');
  expect(screen.getByText(/1 decision is not shown on its item yet/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Decided' }));
  await user.selectOptions(await screen.findByLabelText('Decision'), 'Keep');
  expect(within(await table('Decided')).getAllByRole('row')).toHaveLength(2);
  await user.selectOptions(screen.getByLabelText('Person'), 'a1');
  expect(screen.getByText('Nothing fits these filters.')).toBeDefined();
});

test('the effort of the killed and parked says its unit, and a keep that was taken back counts', async () => {
  const undone = { how: 'undone' as const, by: 'a1', at: NOW };
  showKill({
    issues: [candidate(1, { points: 3 })],
    records: [
      aRecord('1', { now: aDecided({ kind: 'park', until: '2027-01-01', effort: 8 }) }),
      aRecord('2', { past: [{ decided: aDecided(), ended: undone }] }),
    ],
    view: 'reversed',
  });
  const numbers = await table('In numbers');
  const line = (name: string) => within(numbers).getByRole('row', { name: new RegExp(name) });
  await waitFor(() =>
    expect(line('Effort of what was killed or parked').textContent).toContain(
      '8 points, from 1 item with an estimate',
    ),
  );
  expect(line('Killed').textContent).toContain('0 of 1 decision');
  expect(line('Taken back or reopened').textContent).toContain('1');
  expect(within(await table('Taken back')).getAllByRole('row')).toHaveLength(2);
});

test('what the offer parked says so, and is in no rate', async () => {
  const park = { kind: 'park' as const, until: '2027-01-01' };
  showKill({
    issues: [],
    records: [
      aRecord('1', { now: aDecided({ kind: 'kill' }) }),
      aRecord('2', { now: aDecided(park) }),
      aRecord('3', { now: aDecided({ ...park, offered: true }) }),
    ],
    view: 'decided',
  });
  const numbers = await table('In numbers');
  expect(within(numbers).getByRole('row', { name: /^Killed/ }).textContent).toContain(
    '1 of 2 decisions',
  );
  expect(document.body.textContent).toContain(
    '1 old item parked together with others is not in these numbers.',
  );
  const rows = within(await table('Decided')).getAllByRole('row');
  const said = rows.flatMap(
    ({ textContent }) =>
      /Park until [^0-9]*1, 2027(, as offered for old items)?/.exec(textContent)?.[0] ?? [],
  );
  expect(said.sort()).toEqual([
    'Park until Jan 1, 2027',
    'Park until Jan 1, 2027, as offered for old items',
  ]);
});

test('the effort keeps its unit where no candidate has an estimate any more', async () => {
  const parked = aDecided({ kind: 'park', until: '2027-01-01', effort: 6, unit: 'hours' });
  showKill({ issues: [candidate(2)], records: [aRecord('1', { now: parked })], view: 'decided' });
  await waitFor(async () =>
    expect((await table('In numbers')).textContent).toContain('6 hours, from 1 item'),
  );
});

test('a record that is longer than what is read says so', async () => {
  let pages = 1;
  showKill({
    issues: [],
    view: 'decided',
    handlers: {
      'decisions.list': ({ after }) => {
        if (after !== undefined) pages += 1;
        return { decisions: after === undefined ? views : [], next: 'more' };
      },
    },
  });
  expect(await screen.findByText(/^The latest \d+ decisions were read; older ones/)).toBeDefined();
  expect(pages).toBe(50);
});

test('an empty record says what will stand here', async () => {
  showKill({ issues: [], view: 'reversed' });
  expect(await screen.findByText('Nothing was taken back.')).toBeDefined();
});

test('a record that can’t be read is read again from its beginning', async () => {
  const user = userEvent.setup();
  let broken = true;
  answerBridge('getContext', () => ({ accountId: 'a1', siteUrl: '', extension: {} }));
  showKill({
    issues: [candidate(1)],
    view: 'decided',
    handlers: {
      'decisions.list': ({ after }) => {
        if (broken && after !== undefined)
          throw new Refusal({ code: 'invalid_input', message: 'Open the list again.' });
        return { decisions: views.slice(0, 1), next: broken ? 'p2' : null };
      },
    },
  });
  expect(await screen.findByText('The record could not be read')).toBeDefined();
  broken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(async () =>
    expect(within(await table('Decided')).getAllByRole('row')).toHaveLength(2),
  );
});
