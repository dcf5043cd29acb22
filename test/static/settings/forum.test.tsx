import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DEFAULT_RULES, type Forum } from '../../../src/domain/rules';
import { resetBridge } from '../../support/bridge';
import { payloadsOf, Refusal, type Handlers } from '../support/app';
import { openProject } from '../support/shop';
import { openSettings } from './page';

beforeEach(resetBridge);

const forum = () => within(screen.getByRole('region', { name: 'Forum' }));
const withForum = (more: Partial<Forum>) =>
  openProject({ rules: { ...DEFAULT_RULES, forum: { ...DEFAULT_RULES.forum, ...more } } });
async function openForum(handlers: Handlers = {}): Promise<void> {
  await openSettings(handlers);
  await screen.findByRole('region', { name: 'Forum' });
}
const press = (name: string) => userEvent.setup().click(forum().getByRole('button', { name }));

test('somebody is found by name and named a member; apps and former users are not offered', async () => {
  await openForum({ 'rules.save': ({ rules }) => openProject({ rules, rev: 5 }) });
  expect(forum().getByText('Nobody is named.')).toBeDefined();
  fireEvent.change(forum().getByLabelText('Add a member'), { target: { value: 'Pet' } });
  expect(await forum().findByText('1 person found')).toBeDefined();
  await press('Add Petra Owner');
  expect(forum().getByText('Petra Owner is added. It holds once you save.')).toBeDefined();
  expect(document.activeElement).toBe(forum().getByLabelText('Add a member'));
  fireEvent.change(forum().getByLabelText(/^Name/), { target: { value: 'Thursday triage' } });
  fireEvent.change(forum().getByLabelText(/^Next meeting/), { target: { value: '2026-12-03' } });
  await userEvent.setup().selectOptions(forum().getByLabelText('How often it meets'), 'weekly');
  await press('Save');
  expect(payloadsOf('rules.save')).toMatchObject([
    {
      rules: {
        forum: {
          name: 'Thursday triage',
          memberIds: ['po'],
          cadence: 'weekly',
          next: '2026-12-03',
        },
      },
    },
  ]);
});

test('Enter adds the only one who is found, also when it is pressed before the answer', async () => {
  await openForum();
  const user = userEvent.setup();
  await user.type(forum().getByLabelText('Add a member'), 'Pet{Enter}');
  expect(await forum().findByText('Petra Owner is added. It holds once you save.')).toBeDefined();
  expect(forum().getByRole('button', { name: 'Remove Petra Owner from the forum' })).toBeDefined();
  expect(payloadsOf('rules.save')).toEqual([]);
});

test('members stand with their names, and leave the forum', async () => {
  await openForum({
    'settings.open': () => withForum({ memberIds: ['dev', 'po', 'gone'] }),
    'rules.save': ({ rules }) => openProject({ rules, rev: 5 }),
  });
  expect(await forum().findByText('Devon Builder')).toBeDefined();
  expect(forum().getByText('Somebody Jira does not name')).toBeDefined();
  await press('Remove Devon Builder from the forum');
  await press('Save');
  expect(payloadsOf('rules.save')).toMatchObject([
    { rules: { forum: { memberIds: ['gone', 'po'] } } },
  ]);
});

test('a meeting that is over is said, with the next one of its rhythm', async () => {
  await openForum({
    'settings.open': () => withForum({ cadence: 'fortnightly', next: '2026-11-05' }),
  });
  expect(forum().getByText(/This day is over/)).toBeDefined();
  await press('Take Dec 3, 2026');
  expect(forum().getByLabelText(/^Next meeting/)).toHaveProperty('value', '2026-12-03');
  expect(forum().queryByText(/This day is over/)).toBeNull();
});

test('a refusal of the app stands at the field inside the forum', async () => {
  await openForum({
    'rules.save': () => {
      const fields = { 'rules.forum.name': 'This is longer than 100 characters.' };
      throw new Refusal({ code: 'invalid_input', message: 'No.', fields });
    },
  });
  fireEvent.change(forum().getByLabelText(/^Name/), { target: { value: 'Triage' } });
  await press('Save');
  expect(await forum().findByText(/longer than 100 characters/)).toBeDefined();
  expect(forum().getByLabelText(/^Name/).getAttribute('aria-invalid')).toBe('true');
});

test('two who change the forum choose by name', async () => {
  let opens = 0;
  await openForum({
    'settings.open': () => {
      opens += 1;
      return opens === 1 ? withForum({}) : withForum({ memberIds: ['dev'] });
    },
    'rules.save': () => {
      throw new Refusal({ code: 'conflict', message: 'Changed.' });
    },
  });
  fireEvent.change(forum().getByLabelText('Add a member'), { target: { value: 'Pet' } });
  await forum().findByText('1 person found');
  await press('Add Petra Owner');
  await press('Save');
  expect(await screen.findByRole('radio', { name: 'Theirs: Devon Builder' })).toBeDefined();
  expect(screen.getByRole('radio', { name: 'Yours: Petra Owner' })).toHaveProperty('checked', true);
});
