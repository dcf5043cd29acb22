// Text that several surfaces share.
import { words } from '../words';

export const common = words('common', {
  errors: {
    title: 'This did not work',
    unreachable: 'Jira did not answer. Check the connection, then try again.',
    unreadable: 'The answer could not be read. Try again; if it stays so, ask for help.',
    jira: {
      forbidden: 'Jira does not let you see this.',
      not_found: 'Jira does not find this. It may have been deleted, or you may not see it.',
      rate_limited: 'Jira is asked too much at the moment. Try again in a little while.',
      limit_reached: 'This is more than Jira takes at once.',
      invalid_input: 'Jira did not understand the question.',
    },
    wait: {
      one: 'Jira asks to wait for {count} second.',
      other: 'Jira asks to wait for {count} seconds.',
    },
    reference: 'Reference for help: {id}',
    copy: 'Copy reference',
    copied: 'Copied',
    again: 'Try again',
    unknownModule: 'This version of Ladder has no page for “{key}”. Ask a Jira admin to update it.',
    noSubject: 'Jira did not say what this page is shown for. Reload the page.',
    start: 'Ladder could not start. Reload the page.',
  },
  days: {
    today: 'today',
    tomorrow: 'tomorrow',
    yesterday: 'yesterday',
    ahead: { one: 'in {count} day', other: 'in {count} days' },
    ago: { one: '{count} day ago', other: '{count} days ago' },
    moment: 'a moment ago',
    age: { one: '{count} day', other: '{count} days' },
  },
  /** How a share changes: from 2 % to 3 % is one point, not one percent. */
  points: {
    unit: 'percentage points',
    count: { one: '{count}\u00a0percentage point', other: '{count}\u00a0percentage points' },
  },
  loading: 'Loading',
  optional: 'optional',
  newTab: 'opens in a new tab',
  goal: {
    sentence: 'We will achieve {achieve} by {by}',
    way: '{metric} {from} → {to} by {day}',
    now: 'now {value} ({day})',
    noReading: 'no reading yet',
    progress: '{share} of the way from {from} to {to}',
    starts: 'starts {day}',
    over: 'over since {day}',
    incomplete: 'incomplete',
    link: 'Where the number lives',
  },
} as const);
