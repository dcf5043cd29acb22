import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OpenProject } from '../../../src/contract/procedures';
import { DEFAULT_RULES } from '../../../src/domain/rules';
import { resetBridge } from '../../support/bridge';
import { aReading } from '../../support/readings';
import { payloadsOf, Refusal, type Handlers } from '../support/app';
import { checkout, openProject } from '../support/shop';
import { openSettings } from './page';

beforeEach(resetBridge);

const conflict = new Refusal({ code: 'conflict', message: 'Changed by somebody else.' });
const section = (name: string) => within(screen.getByRole('region', { name }));
const choice = (field: string) => within(screen.getByRole('group', { name: field }));
const title = 'Somebody else changed this meanwhile';

/** Refuses the first save, and from then on opens the project as it is `after`. */
function changedMeanwhile(after: OpenProject): Handlers {
  let saves = 0;
  return {
    'settings.open': () => (saves === 0 ? openProject() : after),
    'rules.save': ({ rules, rev }) => {
      saves += 1;
      if (saves === 1) throw conflict;
      return { ...after, rules, rev: rev + 1 };
    },
    'goal.save': ({ rev }) => {
      saves += 1;
      if (saves === 1) throw conflict;
      return { ...after, rev: rev + 1 };
    },
  };
}

type User = ReturnType<typeof userEvent.setup>;

function retype(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

const saveRules = (user: User) =>
  user.click(section('Kill rules').getByRole('button', { name: 'Save' }));

test('two edits of one goal stand beside each other, field by field', async () => {
  const user = userEvent.setup();
  const theirs = { ...checkout, target: 3, metric: 'Checkouts per visit' };
  await openSettings(changedMeanwhile(openProject({ rev: 9, goals: [theirs] })));
  await user.click(screen.getByRole('button', { name: /Edit the goal: .*checkouts/ }));
  retype('To (target)', '2.8');
  await user.click(screen.getByRole('button', { name: 'Save the goal' }));
  expect(await screen.findByText(title)).toBeDefined();
  expect(screen.getByLabelText('To (target)')).toHaveProperty('value', '2.8');
  expect(screen.getByText('It was: 2.6. Both of you changed it.')).toBeDefined();
  expect(screen.getByText(/It was: .* Only they changed it\./)).toBeDefined();
  expect(screen.queryByRole('group', { name: 'From (now)' })).toBeNull();
  const metric = choice('The number that shows it');
  expect(metric.getByRole('radio', { name: /Theirs/ })).toHaveProperty('checked', true);
  expect(choice('To (target)').getByRole('radio', { name: /Yours/ })).toHaveProperty(
    'checked',
    true,
  );
  await user.click(screen.getByRole('button', { name: 'Save as chosen' }));
  expect(payloadsOf('goal.save')[1]).toMatchObject({
    rev: 9,
    goal: { target: 2.8, metric: 'Checkouts per visit' },
  });
});

test('a reading that came meanwhile is no change of the goal', async () => {
  const user = userEvent.setup();
  const theirs = {
    ...checkout,
    readings: [...checkout.readings, aReading({ goalId: 'g1', day: '2026-11-19', value: 2.4 })],
  };
  await openSettings(changedMeanwhile(openProject({ rev: 9, goals: [theirs] })));
  await user.click(screen.getByRole('button', { name: /Edit the goal: .*checkouts/ }));
  retype('To (target)', '2.8');
  await user.click(screen.getByRole('button', { name: 'Save the goal' }));
  expect(await screen.findByRole('button', { name: /Edit the goal: .*checkouts/ })).toBeDefined();
  expect(screen.queryByText(title)).toBeNull();
  expect(payloadsOf('goal.save')[1]).toMatchObject({ rev: 9, goal: { target: 2.8 } });
});

test('a goal that somebody ended meanwhile says so before it is saved', async () => {
  const user = userEvent.setup();
  const theirs = { ...checkout, endedOn: '2026-11-20', active: false, over: true };
  await openSettings(changedMeanwhile(openProject({ rev: 9, goals: [theirs] })));
  await user.click(screen.getByRole('button', { name: /Edit the goal: .*checkouts/ }));
  retype('To (target)', '2.8');
  await user.click(screen.getByRole('button', { name: 'Save the goal' }));
  expect(await screen.findByText(/They ended this goal/)).toBeDefined();
});

test('a change of another section by somebody else does not get in the way', async () => {
  const user = userEvent.setup();
  const after = openProject({ rev: 9, rules: { ...DEFAULT_RULES, gate: 'block' } });
  await openSettings(changedMeanwhile(after));
  await user.click(screen.getByRole('checkbox', { name: 'Look every night' }));
  await saveRules(user);
  expect(await section('Kill rules').findByText('✓ Saved')).toBeDefined();
  expect(payloadsOf('rules.save')[1]).toMatchObject({
    rev: 9,
    rules: { scan: true, gate: 'block' },
  });
});

test('a change of the same field is shown, and theirs can be taken', async () => {
  const user = userEvent.setup();
  const after = openProject({ rev: 9, rules: { ...DEFAULT_RULES, graceDays: 30 } });
  await openSettings(changedMeanwhile(after));
  retype('Grace (days)', '7');
  await saveRules(user);
  expect(await screen.findByText('It was: 14. Both of you changed it.')).toBeDefined();
  expect(choice('Grace (days)').getByRole('radio', { name: 'Theirs: 30' })).toBeDefined();
  expect(screen.getByLabelText('Grace (days)')).toHaveProperty('value', '7');
  await user.click(screen.getByRole('button', { name: 'Take theirs' }));
  expect(screen.getByLabelText('Grace (days)')).toHaveProperty('value', '30');
  expect(screen.queryByText(title)).toBeNull();
});

test('what only they changed in a section is kept beside what only I changed', async () => {
  const user = userEvent.setup();
  const after = openProject({ rev: 9, rules: { ...DEFAULT_RULES, warnAfterDays: 60 } });
  await openSettings(changedMeanwhile(after));
  retype('Grace (days)', '7');
  await saveRules(user);
  expect(await screen.findByText('It was: 90. Only they changed it.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Save as chosen' }));
  expect(await section('Kill rules').findByText('✓ Saved')).toBeDefined();
  expect(payloadsOf('rules.save')[1]).toMatchObject({
    rev: 9,
    rules: { warnAfterDays: 60, graceDays: 7 },
  });
});

test('a field goes to the side that was chosen', async () => {
  const user = userEvent.setup();
  const after = openProject({ rev: 9, rules: { ...DEFAULT_RULES, exemptLabels: ['legal'] } });
  await openSettings(changedMeanwhile(after));
  await user.type(screen.getByLabelText(/^Labels that are not asked/), 'infra');
  await user.click(section('Gate').getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(title)).toBeDefined();
  await user.click(screen.getByRole('radio', { name: 'Theirs: legal' }));
  await user.click(screen.getByRole('button', { name: 'Save as chosen' }));
  expect(await section('Gate').findByText('✓ Saved')).toBeDefined();
  expect(payloadsOf('rules.save')[1]).toMatchObject({ rules: { exemptLabels: ['legal'] } });
});
