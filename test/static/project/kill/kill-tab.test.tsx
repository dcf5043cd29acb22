import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DEFAULT_RULES } from '../../../../src/domain/rules';
import { CallError } from '../../../../static/src/forge';
import { resetBridge } from '../../../support/bridge';
import { Refusal } from '../../support/app';
import { openedProject } from '../opened';
import { aDecided, answered, aRecord, candidate, NOW } from './items';
import { showKill } from './site';

beforeEach(resetBridge);

const agenda = () => screen.findByRole('group', { name: 'Items on the agenda' });
const rowsIn = (place: HTMLElement): string[] =>
  [...place.querySelectorAll('[data-kill-row]')].map(
    (row) => /SHOP-\d+/.exec(row.textContent ?? '')?.[0] ?? '',
  );
const scan = (more: object) => ({ ...openedProject().scan, ...more });
const rulesWith = (more: object) => ({ ...DEFAULT_RULES, ...more });

test('the agenda goes by effort, then age, below the parents', async () => {
  showKill({
    issues: [
      candidate(1, { age: 500 }),
      candidate(2, { points: 8, age: 300, parent: 90 }),
      candidate(3, { points: 3, age: 400 }),
      candidate(4, { points: 1, age: 210, parent: 90 }),
    ],
    project: { scan: scan({ pace: { day: '2026-11-16', of: 40, half: 12, most: 30 } }) },
  });
  const list = await agenda();
  expect(rowsIn(list)).toEqual(['SHOP-2', 'SHOP-4', 'SHOP-3', 'SHOP-1']);
  expect(within(list).getByRole('heading', { name: /SHOP-90 Epic 90/ })).toBeDefined();
  expect(within(list).getByRole('heading', { name: 'No parent' })).toBeDefined();
  expect(list.textContent).toContain(
    'Open 300 days; half of what this team finishes takes 12 days',
  );
  expect(list.textContent).toContain('8 points');
  expect(list.textContent).toContain('No estimate');
  expect(list.textContent).toContain('Asked for by Nina Rossi');
  expect(list.textContent).toContain('On the list since Nov 1, 2026');
  expect(list.textContent).toContain('Nobody has said which goal it serves');
});

test('without a pace only the age is said', async () => {
  showKill({ issues: [candidate(1, { age: 300, reporter: null })] });
  const list = await agenda();
  expect(list.textContent).toContain('Open 300 days');
  expect(list.textContent).not.toContain('half of what');
  expect(list.textContent).toContain('Nobody is named as its reporter');
});

test('what the effort of the agenda would buy is named, as far as it fits', async () => {
  showKill({
    issues: [candidate(1, { points: 8 }), candidate(2, { points: 5 }), candidate(3)],
    serving: [answered(31, 5, 0.4), answered(40, 20, 0.5), answered(44, 8, 0.2)],
  });
  await agenda();
  expect(await screen.findByRole('link', { name: 'SHOP-31 Wish 31' })).toBeDefined();
  expect(document.body.textContent).toContain(
    '3 on the agenda hold 13 points; the same effort would buy SHOP-31 Wish 31 and SHOP-44 Wish 44. 1 of them has no estimate.',
  );
  expect(screen.queryByRole('link', { name: /SHOP-40/ })).toBeNull();
});

test('without estimates only the count is said', async () => {
  showKill({ issues: [candidate(1), candidate(2)] });
  await agenda();
  expect(document.body.textContent).toContain('2 items are on the agenda. None of them has an');
});

test('the forum says who decides and when, and what to do when the date has passed', async () => {
  const forum = {
    name: 'Monday forum',
    memberIds: ['a1', 'a2'],
    cadence: 'monthly',
    next: '2026-12-03',
  } as const;
  const first = showKill({ issues: [candidate(1)], project: { rules: rulesWith({ forum }) } });
  expect(await screen.findByRole('heading', { name: 'Monday forum' })).toBeDefined();
  expect(await screen.findByText(/Decided by Petra Owner and Devon Builder\./)).toBeDefined();
  expect(document.body.textContent).toContain('Meets every month.');
  expect(document.body.textContent).toContain('Next meeting: Dec 3, 2026, in 12 days.');
  first.unmount();
  const over = { ...forum, next: '2026-11-05' };
  showKill({ issues: [candidate(1)], project: { rules: rulesWith({ forum: over }) } });
  expect(await screen.findByText(/was set for Nov 5, 2026/)).toBeDefined();
  expect(screen.getByText(/A project admin can set it/)).toBeDefined();
});

test('what is behind the agenda is folded away and paged', async () => {
  const user = userEvent.setup();
  showKill({
    issues: Array.from({ length: 40 }, (_, n) => candidate(n + 1)),
    project: { rules: rulesWith({ agendaSize: 15 }) },
  });
  expect(rowsIn(await agenda())).toHaveLength(15);
  await user.click(screen.getByText('Behind it: 25 more'));
  const rest = await screen.findByRole('group', { name: 'Items behind the agenda' });
  expect(rowsIn(rest)).toHaveLength(20);
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(rowsIn(screen.getByRole('group', { name: 'Items behind the agenda' }))).toHaveLength(5);
  expect(screen.getByText('21 to 25 of 25')).toBeDefined();
});

test('of more than a thousand candidates the oldest three hundred are put in order', async () => {
  const { calls } = showKill({
    issues: Array.from({ length: 1_001 }, (_, n) => candidate(n + 1)),
    numbers: { 'flag.candidate': { kind: 'known', value: 1_001, about: false } },
  });
  expect(rowsIn(await agenda())).toHaveLength(15);
  expect(document.body.textContent).toContain('The list holds the first 300 of 1,001');
  expect(screen.getByText('Behind it: 285 more')).toBeDefined();
  expect(calls.filter(({ name }) => name === 'search')).toHaveLength(3);
});

test('parked, kept and killed ones are off the list, also where Jira does not show it yet', async () => {
  showKill({
    issues: [1, 2, 3, 4].map((n) => candidate(n)),
    records: [
      aRecord('1', { now: aDecided({ until: '2027-01-01' }) }),
      aRecord('2', { now: aDecided({ kind: 'kill' }) }),
      aRecord('3', { now: aDecided({ kind: 'park', until: '2026-11-20' }) }),
    ],
  });
  expect(rowsIn(await agenda())).toEqual(['SHOP-4', 'SHOP-3']);
});

test('what was fixed since the last look waits for the next one', async () => {
  const fix = aDecided({ kind: 'fix', fix: 'reword', reason: 'Clearer now', at: NOW });
  const records = [aRecord('1', { past: [{ decided: fix, ended: null }] })];
  const site = { issues: [candidate(1), candidate(2)], records };
  const first = showKill({ ...site, project: { scan: scan({ lastAt: NOW - 1 }) } });
  expect(rowsIn(await agenda())).toEqual(['SHOP-2']);
  expect(screen.getByText('Fixed since the last look: 1')).toBeDefined();
  first.unmount();
  showKill({ ...site, project: { scan: scan({ lastAt: NOW + 1 }) } });
  expect(rowsIn(await agenda())).toEqual(['SHOP-2', 'SHOP-1']);
  expect(document.body.textContent).toContain('Reworded on Nov 21, 2026: Clearer now');
});

test('who may not decide sees why', async () => {
  const may = { administer: false, decide: false, report: [] };
  const first = showKill({ issues: [candidate(1)], project: { may } });
  await agenda();
  expect(screen.getByText(/You may look; members of the forum decide/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Kill SHOP-1' })).toBeNull();
  first.unmount();
  showKill({ issues: [candidate(1), candidate(2)], locked: ['2'] });
  await agenda();
  expect(await screen.findByText(/neither edit nor transition this item/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Kill SHOP-1' })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Kill SHOP-2' })).toBeNull();
});

test('who may change none of the items reads so once, before they begin', async () => {
  showKill({
    issues: [candidate(1), candidate(2)],
    locked: ['1', '2', '77'],
    draft: {
      entries: [
        {
          ...{ itemId: '77', itemKey: 'SHOP-77', state: 'open' },
          seen: { statusId: '1', flag: null, answer: null, rev: 0 },
          decision: { kind: 'park', reason: 'Later', until: '2027-01-01' },
        },
      ],
      at: 5,
    },
  });
  await agenda();
  expect(
    await screen.findAllByText(/neither edit nor transition any of these items, so others/),
  ).toHaveLength(1);
  expect(screen.queryByText(/neither edit nor transition this item/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Kill SHOP-1' })).toBeNull();
  expect(await screen.findByText(/so it can’t be applied by you/)).toBeDefined();
  expect(await screen.findByText(/so they can’t be applied by you/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Apply 1' })).toBeNull();
});

test('with rights for some, the draft says which can’t be applied', async () => {
  const entry = (n: number) => ({
    ...{ itemId: String(n), itemKey: `SHOP-${n}`, state: 'open' as const },
    seen: { statusId: '1', flag: null, answer: null, rev: 0 },
    decision: { kind: 'park' as const, reason: 'Later', until: '2027-01-01' },
  });
  showKill({
    issues: [candidate(1), candidate(2)],
    locked: ['2'],
    draft: { entries: [entry(1), entry(2)], at: 5 },
  });
  expect(await screen.findAllByText(/so it can’t be applied by you/)).toHaveLength(1);
});

test('nothing is said of none that are warned', async () => {
  const warned = (value: number) => ({
    'flag.warned': { kind: 'known' as const, value, about: false },
  });
  const first = showKill({ issues: [candidate(1)], numbers: warned(0) });
  await agenda();
  expect(document.body.textContent).not.toContain('may come here next');
  first.unmount();
  showKill({ issues: [candidate(1)], numbers: warned(3) });
  await agenda();
  expect(document.body.textContent).toContain('more are warned and may come here next');
});

test('an empty list says what comes here and who can switch the look on', async () => {
  showKill({ issues: [] });
  expect(await screen.findByText('Nothing on the kill list')).toBeDefined();
  expect(screen.getByText(/older than 180 days/)).toBeDefined();
  expect(screen.getAllByText(/nightly look is off/).length).toBeGreaterThan(0);
  expect(await screen.findByText(/A project admin can switch it on/)).toBeDefined();
});

test('a list that can’t be read is read again', async () => {
  const user = userEvent.setup();
  let broken = true;
  const issues = [candidate(1)];
  showKill({
    issues,
    jira: {
      search: () => {
        if (broken) throw new CallError('jira_unavailable', 'Jira did not answer.');
        return { issues, isLast: true };
      },
    },
  });
  expect(await screen.findByText('The list could not be read')).toBeDefined();
  broken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(rowsIn(await agenda())).toEqual(['SHOP-1']);
});

test('the list stands where what was decided before can’t be read', async () => {
  showKill({
    issues: [candidate(1)],
    handlers: {
      'decisions.list': () => {
        throw new Refusal({ code: 'internal', message: 'Not now.' });
      },
    },
  });
  expect(rowsIn(await agenda())).toEqual(['SHOP-1']);
  await waitFor(() =>
    expect(screen.getByText('What was decided before could not be read')).toBeDefined(),
  );
});
