// Text of the messages to people, in the project settings.
import { words } from '../words';

export const settingsDigest = words('settings-digest', {
  title: 'Messages',
  text: 'Ladder can write to people, so that nobody has to remember to look. Messages hold counts and links, no texts of items.',
  mode: 'How messages go out',
  modes: {
    off: { title: 'Not at all', text: 'Nobody is written to.' },
    notify: {
      title: 'By Jira’s email',
      text: 'Jira sends an email to the person alone, at an item that concerns them.',
    },
    comment: {
      title: 'As a comment',
      text: 'A comment on such an item mentions the person. Who sees the item can read it. A goal’s owner is told of the goal only where an item is answered for it.',
    },
  },
  weekday: 'Day of the weekly summary',
  weekdayHelp:
    'Sent in the night to that day, in the project’s time zone. Nobody gets two in one week.',
  weekdays: {
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    sunday: 'Sunday',
  },
  who: 'A result that is due is told once, to the assignee or else the reporter. The summary goes to members of the forum, owners of goals that end or had no reading for a month, and people with due results, when there is something to say; from one project a week for each person. Each can stop it for themselves at the end of the project page.',
  scanOff:
    'Messages are sent by the nightly look through the backlog, which is off in this project.',
  effect: {
    now: 'As saved: {now}.',
    then: 'As saved: {now}. With this: {then}.',
    off: 'nobody is written to',
    next: '{how}, the next summary {when}',
    asleep: '{how}, the summary each {weekday}, once the nightly look is on',
    how: { notify: 'by Jira’s email', comment: 'as a comment' },
    when: { today: 'today', night: 'in the night to {weekday}, {day}' },
  },
  tonight: {
    one: 'As of now {count} person would be told of due results tonight.',
    other: 'As of now {count} people would be told of due results tonight.',
  },
  week: {
    one: 'The summary would go to {count} person.',
    other: 'The summary would go to {count} people.',
  },
  least: {
    tonight: {
      one: 'As of now at least {count} person would be told of due results tonight.',
      other: 'As of now at least {count} people would be told of due results tonight.',
    },
    week: {
      one: 'The summary would go to at least {count} person.',
      other: 'The summary would go to at least {count} people.',
    },
  },
  unplaced: {
    one: 'One owner of a goal would not hear of it: there is no item for it to write at.',
    other: '{count} owners of goals would not hear of them: there is no item for them to write at.',
  },
  count: 'Count who would be told',
  counting: 'Counting who would be told …',
  failed: 'Who would be told could not be counted.',
  again: 'Try again',
} as const);
