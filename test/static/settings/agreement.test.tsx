import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OpenProject } from '../../../src/contract/procedures';
import { AgreementSection } from '../../../static/src/surfaces/settings/agreement-section';
import { resetBridge } from '../../support/bridge';
import {
  answerJira,
  answerProcedures,
  payloadsOf,
  Refusal,
  show,
  type Handlers,
} from '../support/app';
import { openProject } from '../support/shop';

beforeEach(resetBridge);

const AGREED = {
  id: 'a1',
  firstDay: '2026-10-01',
  lastDay: '2026-12-31',
  personIds: ['po', 'left'],
  agreedOn: '2026-09-28',
};
const SITE = {
  types: [],
  aboveTypeIds: [],
  statuses: [],
  resolutions: [],
  usual: { resolutionIds: [], statusIds: [] },
};
const petra = { accountId: 'po', displayName: 'Petra Owner', accountType: 'atlassian' };

function showSection(handlers: Handlers = {}, more: Partial<OpenProject> = {}) {
  answerProcedures(handlers);
  answerJira(({ pathname }) => {
    if (pathname === '/rest/api/3/user/bulk') return { body: { values: [petra] } };
    return pathname === '/rest/api/3/user/search' ? { body: [petra] } : null;
  });
  const noop = (): void => undefined;
  const history = { found: null, retry: noop };
  const page = { site: SITE, projectKey: 'SHOP', me: 'me', history, take: noop, say: noop };
  return show(<AgreementSection page={{ ...page, open: openProject(more) }} />);
}

test('an agreement is written down for the days of the goals, with people of Jira', async () => {
  const user = userEvent.setup();
  showSection({ 'agreement.save': () => openProject() });
  await user.click(screen.getByRole('button', { name: 'Write down an agreement' }));
  expect(screen.getByLabelText('First day')).toHaveProperty('value', '2026-01-01');
  expect(document.activeElement).toBe(screen.getByLabelText('First day'));
  await user.click(screen.getByRole('button', { name: 'Save the agreement' }));
  expect(screen.getByText(/Name at least one person/)).toBeDefined();
  await user.type(screen.getByLabelText('Add somebody'), 'Pe');
  await user.click(await screen.findByRole('button', { name: 'Add Petra Owner' }));
  await user.click(screen.getByRole('button', { name: 'Save the agreement' }));
  expect(payloadsOf('agreement.save')).toEqual([
    {
      projectId: '10000',
      rev: 4,
      agreement: {
        firstDay: '2026-01-01',
        lastDay: '2026-12-31',
        agreedOn: '2026-11-20',
        personIds: ['po'],
      },
    },
  ]);
  expect(await screen.findByRole('button', { name: 'Write down an agreement' })).toBeDefined();
});

test('Enter adds the one person who was found and does not save the agreement', async () => {
  const user = userEvent.setup();
  showSection({ 'agreement.save': () => openProject() });
  await user.click(screen.getByRole('button', { name: 'Write down an agreement' }));
  await user.type(screen.getByLabelText('Add somebody'), 'Pe{Enter}');
  expect(await screen.findByRole('button', { name: 'Remove Petra Owner' })).toBeDefined();
  expect(screen.queryByText(/Name at least one person/)).toBeNull();
  // Nothing is typed any more, and the others are named already.
  await user.type(screen.getByLabelText('Add somebody'), '{Enter}');
  expect(payloadsOf('agreement.save')).toEqual([]);
});

test('the next agreement follows the latest, with the same people', async () => {
  const user = userEvent.setup();
  showSection({}, { agreements: [AGREED] });
  await user.click(screen.getByRole('button', { name: 'Write down an agreement' }));
  expect(screen.getByLabelText('First day')).toHaveProperty('value', '2027-01-01');
  expect(screen.getByLabelText('Last day')).toHaveProperty('value', '2027-03-31');
  expect(await screen.findByRole('button', { name: 'Remove Petra Owner' })).toBeDefined();
});

test('a deleted agreement can be written down again, and nobody loses their place', async () => {
  const user = userEvent.setup();
  const { id, ...said } = AGREED;
  const button = (name: string | RegExp) => screen.findByRole('button', { name });
  showSection(
    { 'agreement.remove': () => openProject(), 'agreement.save': () => openProject() },
    { agreements: [AGREED] },
  );
  await user.click(await button('Delete the agreement for October to December 2026'));
  expect(payloadsOf('agreement.remove')).toEqual([{ projectId: '10000', rev: 4, agreementId: id }]);
  expect(screen.getByText(/^The agreement for October to December 2026 is deleted/)).toBeDefined();
  expect(document.activeElement).toBe(await button('Write it down again'));
  await user.click(await button('Write it down again'));
  expect(payloadsOf('agreement.save')).toEqual([{ projectId: '10000', rev: 4, agreement: said }]);
  expect(screen.queryByRole('button', { name: 'Write it down again' })).toBeNull();
  expect(document.activeElement).toBe(await button('Write down an agreement'));
});

test('an agreement that could not be deleted stays, and that is said with its reason', async () => {
  const user = userEvent.setup();
  const refuse = () => {
    throw new Refusal({ code: 'internal', message: 'No.' });
  };
  showSection({ 'agreement.remove': refuse }, { agreements: [AGREED] });
  await user.click(screen.getByRole('button', { name: /^Delete the agreement/ }));
  expect(await screen.findByText('The agreement was not deleted')).toBeDefined();
  expect(screen.getByText(/^No\./)).toBeDefined();
});

test('closing the form leads back to the button that opened it', async () => {
  const user = userEvent.setup();
  showSection({}, { agreements: [AGREED] });
  for (const name of ['Write down an agreement', /^Edit the agreement/]) {
    await user.click(screen.getByRole('button', { name }));
    expect(document.activeElement).toBe(screen.getByLabelText('First day'));
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name }));
  }
});

test('who has left is said to be, and what the app refuses stands at its field', async () => {
  const user = userEvent.setup();
  const refuse = () => {
    const fields = { 'agreement.personIds': 'One of these accounts is gone.' };
    throw new Refusal({ code: 'invalid_input', message: 'No.', fields });
  };
  showSection({ 'agreement.save': refuse }, { agreements: [AGREED] });
  expect(
    await screen.findByText(
      'October to December 2026: agreed on Sep 28, 2026 with Petra Owner and this account can no longer be found.',
    ),
  ).toBeDefined();
  await user.click(screen.getByRole('button', { name: /^Edit the agreement/ }));
  fireEvent.change(screen.getByLabelText('Last day'), { target: { value: '2026-09-01' } });
  await user.click(screen.getByRole('button', { name: 'Save the agreement' }));
  expect(screen.getByText(/The last day is before the first day/)).toBeDefined();
  fireEvent.change(screen.getByLabelText('Last day'), { target: { value: '2026-12-31' } });
  await user.click(screen.getByRole('button', { name: 'Save the agreement' }));
  expect(await screen.findByText(/One of these accounts is gone/)).toBeDefined();
  expect(screen.getByLabelText('Last day')).toHaveProperty('value', '2026-12-31');
});
