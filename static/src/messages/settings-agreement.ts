// Text of the project settings about the next period of goals, and about what was agreed.
import { words } from '../words';

export const nextPeriod = words('settings-agreement.nextPeriod', {
  title: 'The next period',
  text: 'Each goal as a copy: the days that follow, the latest reading as the start. Nothing is saved before you say so, and no answer is rewritten.',
  take: 'Take over: {goal}',
  days: '{from} to {to}',
  baseline: 'From',
  target: 'To (target)',
  share: 'Share, in %',
  start: 'Start the next period',
  save: 'Save these goals',
  cancel: 'Not now',
  none: 'Tick at least one goal.',
  number: 'Give a number.',
  done: 'The next period is written',
  failed: 'The next period was not saved',
} as const);

export const settingsAgreement = words('settings-agreement.settingsAgreement', {
  title: 'Agreement',
  text: 'With whom the goals of a period were agreed, and when. Those people can sign on the Goals tab; signatures inform, and decide nothing.',
  none: 'Nothing is written down yet.',
  add: 'Write down an agreement',
  edit: 'Edit',
  editLabel: 'Edit the agreement for {days}',
  line: '{days}: agreed on {day} with {people}.',
  unknown: 'somebody whose name Jira does not show',
  gone: {
    unknown: 'this account can no longer be found',
    inactive: 'this account is not in use any more',
  },
  firstDay: 'First day',
  lastDay: 'Last day',
  agreedOn: 'Agreed on',
  people: 'Agreed with',
  addPerson: 'Add somebody',
  full: 'An agreement names at most {count} people.',
  remove: 'Remove',
  removeOf: 'Remove {name}',
  day: 'Give a day.',
  nobody: 'Name at least one person.',
  save: 'Save the agreement',
  cancel: 'Cancel',
  saved: 'The agreement is saved',
} as const);
