// What was agreed, on top of the tab Goals: people, signatures, the end of the period.
import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fingerprint } from '../../../src/contract/fingerprint';
import type { OpenProject, Output } from '../../../src/contract/procedures';
import { wordingOf } from '../../../src/domain/agreement';
import { jira } from '../../../static/src/forge';
import { GoalsTab } from '../../../static/src/surfaces/project/goals/goals-tab';
import { PeriodNote } from '../../../static/src/surfaces/project/goals/period-note';
import { periodWords } from '../../../static/src/surfaces/project/goals/period-words';
import { createFormat } from '../../../static/src/format';
import { resetBridge } from '../../support/bridge';
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

beforeEach(resetBridge);

const quarter = { firstDay: '2026-10-01', lastDay: '2026-12-31' };
const agreement = { id: 'a1', ...quarter, personIds: ['me', 'u2', 'old'], agreedOn: '2026-09-28' };
const AT = Date.parse('2026-10-02T10:00:00Z');
const wording = fingerprint(wordingOf(quarter, [checkout])) ?? '';
type Signed = Output<'signatures.read'>;
const signed = (signatures: Signed['signatures'] = []): Signed => ({ signatures, mine: 'me' });
const project = (more: Partial<OpenProject> = {}) =>
  openProject({ goals: [checkout], agreements: [agreement], ...more });

function showTab(handlers: Handlers = {}, opened = project(), counts = false) {
  answerProcedures({ 'signatures.read': () => signed(), ...handlers });
  answerJira(({ pathname }) =>
    pathname === '/rest/api/3/user/bulk'
      ? {
          body: {
            values: [
              { accountId: 'me', displayName: 'Mia Me' },
              { accountId: 'u2', displayName: 'Petra Owner' },
            ],
          },
        }
      : pathname === '/rest/api/3/search/approximate-count'
        ? { body: { count: 12 } }
        : null,
  );
  const calls = counts ? { jira, leave: () => undefined } : undefined;
  const where = nowhere(opened, calls);
  return show(
    <GoalsTab where={where} project={opened} projectKey="SHOP" onProject={() => undefined} />,
  );
}
const people = () => within(screen.getByRole('list', { name: 'Signatures' }));
const row = async (name: RegExp) => (await people().findByText(name)).textContent;

test('the title names the period, and who has not signed is named without reproach', async () => {
  showTab();
  expect(
    screen.getByRole('heading', { name: 'What winning looks like, October to December 2026' }),
  ).toBeDefined();
  await screen.findByRole('list', { name: 'Signatures' });
  expect(await row(/Mia Me/)).toBe('Mia Me (you): not signed yet');
  expect(await row(/Petra/)).toBe('Petra Owner: not signed yet');
  expect(await row(/no longer be found/)).toBe(
    'this account can no longer be found: not signed yet',
  );
});

test('the named reader signs with a note, and takes it back', async () => {
  const user = userEvent.setup();
  showTab({
    'agreement.sign': ({ says, note }) =>
      signed([{ accountId: 'me', says, wording, at: AT, ...(note && { note }) }]),
  });
  await user.type(await screen.findByRole('textbox', { name: /Note/ }), 'With pleasure');
  await user.click(screen.getByRole('button', { name: 'Sign' }));
  expect(await row(/Mia Me/)).toBe('Mia Me (you): signed Oct 2, 2026 – “With pleasure”');
  expect(screen.queryByRole('button', { name: 'Sign' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Take it back' }));
  expect(await screen.findByRole('button', { name: 'Sign' })).toBeDefined();
  expect(payloadsOf('agreement.sign')).toMatchObject([
    { agreementId: 'a1', says: 'signed', wording, note: 'With pleasure' },
    { says: 'withdrawn' },
  ]);
});

test('a signature for an earlier wording says so, and this wording can be signed', async () => {
  showTab({
    'signatures.read': () =>
      signed([{ accountId: 'me', says: 'signed', wording: 'another', at: AT }]),
  });
  await screen.findByRole('list', { name: 'Signatures' });
  expect(await row(/Mia Me/)).toMatch(/signed an earlier wording, Oct 2, 2026/);
  expect(screen.getByRole('button', { name: 'Sign this wording' })).toBeDefined();
});

test('what was not kept is said, and the note stays', async () => {
  const user = userEvent.setup();
  showTab({
    'agreement.sign': () => {
      throw new Refusal({ code: 'conflict', message: 'The goals have changed.' });
    },
  });
  await user.type(await screen.findByRole('textbox', { name: /Note/ }), 'Hm');
  await user.click(screen.getByRole('button', { name: 'Decline' }));
  expect(await screen.findByText(/The goals have changed/)).toBeDefined();
  expect(screen.getByRole('textbox', { name: /Note/ })).toHaveProperty('value', 'Hm');
});

test('somebody who is not named has nothing to press, and without an agreement that is said', async () => {
  const { unmount } = showTab({ 'signatures.read': () => ({ ...signed(), mine: null }) });
  await screen.findByRole('list', { name: 'Signatures' });
  expect(screen.queryByRole('button', { name: 'Sign' })).toBeNull();
  unmount();
  showTab({}, project({ agreements: [] }));
  expect(screen.getByText(/Not agreed with anybody yet/)).toBeDefined();
});

test('what was done in the name of a goal is counted, and each number opens its list', async () => {
  showTab({}, project({ goals: [{ ...checkout, share: 40 }] }), true);
  const open = await screen.findByRole('link', { name: /12 open items whose answer names/ });
  expect(decodeURIComponent(open.getAttribute('href') ?? '')).toContain('ladderGoal');
  expect(await screen.findByText(/Meant: 40%/)).toBeDefined();
  expect(screen.getAllByRole('link', { name: /^12 / })).toHaveLength(7);
});

test('shares of more than a hundred are said to be', () => {
  const both = [checkout, { ...checkout, id: 'g2' }].map((goal) => ({ ...goal, share: 60 }));
  showTab({}, project({ goals: both }));
  expect(screen.getByText('The intended shares add up to 120%.')).toBeDefined();
});

const note = (today: string, isShort = false) =>
  show(<PeriodNote project={project({ today })} projectKey="SHOP" isShort={isShort} />);

test.each([
  ['2026-12-16', null],
  ['2026-12-17', 'This goal ends on Dec 31, 2026'],
  ['2027-01-05', 'The last goal ended 5 days ago'],
])('on %s the end of the period is said: %s', (today, words) => {
  const { container } = note(today);
  if (words === null) expect(container.textContent).toBe('');
  else expect(screen.getByRole('heading', { name: words })).toBeDefined();
});

test('on other tabs it is one line', () => {
  const { container } = note('2026-12-17', true);
  expect(container.textContent).toContain('This goal ends on Dec 31, 2026.');
});

test('a period is called by its months where they are whole', () => {
  const words = (from: string, to: string, locale = 'en-US') =>
    periodWords({ from, to }, createFormat(locale, 'UTC'));
  expect(words('2026-10-01', '2026-12-31')).toBe('October to December 2026');
  expect(words('2026-11-01', '2026-11-30')).toBe('November 2026');
  expect(words('2026-12-01', '2027-02-28')).toBe('December 2026 to February 2027');
  expect(words('2026-11-20', '2027-02-19')).toBe('Nov 20, 2026 to Feb 19, 2027');
});
