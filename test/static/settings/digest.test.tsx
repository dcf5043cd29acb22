import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DEFAULT_RULES, type Rules } from '../../../src/domain/rules';
import { resetBridge } from '../../support/bridge';
import { payloadsOf, Refusal, type Handlers } from '../support/app';
import { openProject } from '../support/shop';
import { openSettings } from './page';

beforeEach(resetBridge);

const section = () => within(screen.getByRole('region', { name: 'Messages' }));
const saving: Handlers = {
  'rules.save': ({ rules }) => openProject({ rules, rev: 5 }),
  'digest.preview': ({ mode }) => ({
    ...{ tonight: 1, week: 4, atLeast: false },
    unplaced: mode === 'comment' ? 2 : 0,
  }),
};
async function open(handlers: Handlers = saving, rules: Partial<Rules> = {}) {
  const opened = openProject({ rules: { ...DEFAULT_RULES, ...rules } });
  await openSettings({ 'settings.open': () => opened, ...handlers });
  await screen.findByRole('region', { name: 'Messages' });
}

test('a project chooses how people are told and on which day, and sees how many they are', async () => {
  await open();
  const user = userEvent.setup();
  expect(payloadsOf('digest.preview')).toEqual([]);
  await user.click(section().getByRole('radio', { name: /^By Jira’s email/ }));
  expect(payloadsOf('digest.preview')).toEqual([]);
  await user.click(section().getByRole('button', { name: 'Count who would be told' }));
  expect(
    await section().findByText(
      'As of now 1 person would be told of due results tonight. The summary would go to 4 people.',
    ),
  ).toBeDefined();
  expect(section().getByText(/nightly look through the backlog, which is off/)).toBeDefined();
  await user.selectOptions(section().getByLabelText('Day of the weekly summary'), 'Thursday');
  await user.click(section().getByRole('button', { name: 'Save' }));
  expect(payloadsOf('rules.save')).toMatchObject([
    { rules: { digest: { mode: 'notify', weekday: 4 } } },
  ]);
});

test('people who could not be counted can be counted again', async () => {
  let asked = 0;
  await open(
    {
      ...saving,
      'digest.preview': () => {
        asked += 1;
        if (asked === 1) throw new Refusal({ code: 'rate_limited', message: 'Jira is busy.' });
        return { tonight: 0, week: 2, unplaced: 0, atLeast: true };
      },
    },
    { digest: { mode: 'comment', weekday: 1 }, scan: true },
  );
  const user = userEvent.setup();
  await user.click(section().getByRole('button', { name: 'Count who would be told' }));
  await user.click(await section().findByRole('button', { name: 'Try again' }));
  expect(await section().findByText(/The summary would go to at least 2 people/)).toBeDefined();
});

test('what a change of mode or day would do stands beside what is saved, before it is saved', async () => {
  const scan = { ...openProject().scan, lastDay: '2026-11-02' };
  const digest = { mode: 'notify' as const, weekday: 1 };
  const opened = openProject({
    ...{ today: '2026-11-02', scan },
    rules: { ...DEFAULT_RULES, scan: true, digest },
  });
  await openSettings({ ...saving, 'settings.open': () => opened });
  await screen.findByRole('region', { name: 'Messages' });
  const user = userEvent.setup();
  const mail = 'by Jira’s email, the next summary in the night to Monday, Nov 9, 2026';
  expect(section().getByText(`As saved: ${mail}.`)).toBeDefined();
  await user.click(section().getByRole('button', { name: 'Count who would be told' }));
  expect(await section().findByText(/The summary would go to 4 people\.$/)).toBeDefined();
  await user.click(section().getByRole('radio', { name: /^As a comment/ }));
  await user.selectOptions(section().getByLabelText('Day of the weekly summary'), 'Tuesday');
  const comment = 'as a comment, the next summary in the night to Tuesday, Nov 3, 2026';
  expect(section().getByText(`As saved: ${mail}. With this: ${comment}.`)).toBeDefined();
  // What was counted for another mode is gone.
  expect(section().queryByText(/The summary would go to/)).toBe(null);
  await user.click(section().getByRole('button', { name: 'Count who would be told' }));
  expect(await section().findByText(/2 owners of goals would not hear of them/)).toBeDefined();
  await user.click(section().getByRole('radio', { name: /^Not at all/ }));
  expect(section().getByText(`As saved: ${mail}. With this: nobody is written to.`)).toBeDefined();
  expect(section().queryByRole('button', { name: 'Count who would be told' })).toBe(null);
  expect(payloadsOf('digest.preview')).toMatchObject([{ mode: 'notify' }, { mode: 'comment' }]);
});
