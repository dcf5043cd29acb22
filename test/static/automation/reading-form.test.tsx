// The form of the action, in the builder of a rule.
import { beforeEach, expect, test } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { ReadingForm } from '../../../static/src/surfaces/automation/reading-form';
import { inputsOf } from '../../../static/src/surfaces/automation/inputs';
import { answerBridge, bridgeCalls, resetBridge } from '../../support/bridge';
import { answerJira, answerProcedures, show } from '../support/app';
import { openProject } from '../support/shop';
import { HOSTILE } from '../../support/hostile';

interface Heard {
  event: string;
  callback: (payload?: unknown) => void;
}

beforeEach(() => {
  resetBridge();
  answerBridge('on', () => ({ unsubscribe: () => undefined }));
  answerBridge('submit', () => true);
  answerProcedures({
    'goals.list': () => ({ today: '2026-11-21', goals: openProject().goals }),
  });
  answerJira(({ pathname }) =>
    pathname === '/rest/api/3/project/SHOP' ? { body: { id: '10000', key: 'SHOP' } } : null,
  );
});

const tell = (name: string, payload?: unknown) =>
  act(async () => {
    const heard = bridgeCalls('on').map((call) => call as Heard);
    heard.findLast(({ event }) => event === name)?.callback(payload);
  });
const type = (name: RegExp, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
const given = () => bridgeCalls('submit').at(-1);

test('every change is given to the rule, without what is empty', () => {
  show(<ReadingForm start={inputsOf({})} refused={{}} />);
  type(/^Project/, '{{issue.project.key}}');
  type(/^Value/, '{{lookup.value}}');
  expect(given()).toEqual({ project: '{{issue.project.key}}', value: '{{lookup.value}}' });
});

test('the goals of the project are offered, and a name can be typed instead', async () => {
  const [goal] = openProject().goals;
  show(<ReadingForm start={inputsOf({ project: 'SHOP', value: 2.4 })} refused={{}} />);
  const choice = await screen.findByRole('combobox', { name: 'Goal' });
  fireEvent.change(choice, { target: { value: goal?.id } });
  expect(given()).toEqual({ project: 'SHOP', goal: goal?.id, value: '2.4' });
  fireEvent.change(choice, { target: { value: '?' } });
  type(/^Goal/, '{{goalName}}');
  expect(given()).toMatchObject({ goal: '{{goalName}}' });
  fireEvent.click(screen.getByRole('button', { name: 'Choose from the goals of this project' }));
  expect(screen.getByRole('combobox', { name: 'Goal' })).toBeTruthy();
});

test('Next names what no run could use and leads there', async () => {
  const start = inputsOf({ project: 'NOPE', goal: 'Orders', value: '1,234', day: 'soon' });
  show(<ReadingForm start={start} refused={{}} />);
  await tell('AUTOMATION_ACTION_SUBMIT');
  expect(bridgeCalls('submit')).toEqual([]);
  expect(screen.getByText(/Give a number such as 2\.4/)).toBeTruthy();
  expect(screen.getByText(/Give a day as year-month-day/)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Value/ }));
  type(/^Value/, '1234');
  type(/^Day/, '');
  await tell('AUTOMATION_ACTION_SUBMIT');
  expect(given()).toEqual({ project: 'NOPE', goal: 'Orders', value: '1234' });
});

test('what the builder refused stands at its field, and nothing is typed while it checks', async () => {
  show(<ReadingForm start={inputsOf({})} refused={{ project: 'Project is required.' }} />);
  expect(screen.getByText(/Project is required/)).toBeTruthy();
  await tell('AUTOMATION_ACTION_VALIDATE_RULE_EVENT', { isValidating: true });
  expect(screen.getByRole('group').matches(':disabled')).toBe(true);
  await tell('AUTOMATION_ACTION_VALIDATE_RULE_EVENT', { isValidating: false });
  expect(screen.getByRole('group').matches(':disabled')).toBe(false);
});

test('hostile texts in a rule, and in the goals that it may choose, stay the texts that they are', async () => {
  // No project has as many goals as there are texts.
  const lines = HOSTILE.join(' ').match(/.{1,100}/gs) ?? [];
  const texts = lines.slice(0, 40);
  const [goal] = openProject().goals;
  if (!goal) throw new Error('the project has no goal');
  const goals = texts.map((metric, at) => ({ ...goal, id: `g${at}`, metric }));
  answerProcedures({ 'goals.list': () => ({ today: '2026-11-21', goals }) });
  const all = texts.join(' ').replace(/[\r\n]/g, ' ');
  const start = inputsOf({ project: 'SHOP', value: all, day: all, note: all });
  show(<ReadingForm start={start} refused={{ value: all, goal: all }} />);
  await waitFor(() => expect(document.querySelectorAll('option')).toHaveLength(texts.length + 2));
  expect(document.querySelectorAll('option > *')).toHaveLength(0);
  expect(document.querySelector('script, iframe, img, object, embed, base, style')).toBeNull();
  expect(Reflect.get(window, '__ran')).toBeUndefined();
  type(/^Project/, 'SHOP2');
  expect(given()).toEqual({ project: 'SHOP2', value: all, day: all, note: all });
});
