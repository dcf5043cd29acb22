// Text of the kill list: its forum, its agenda, the draft of decisions.
import './backend';
import { killFix } from './project-kill-fix';
import { decidingKeys, listingKeys } from './project-kill-keys';
import { words } from '../words';

export const kill = words('project-kill', {
  sentence: {
    one: '{candidate} open item waits for a decision.',
    other: '{candidate} open items wait for a decision.',
  },
  ends: 'They have aged without an answer, or their goal or a date of theirs is over. People decide; Ladder closes nothing.',
  warned: {
    one: '{warned} more is warned and may come here next.',
    other: '{warned} more are warned and may come here next.',
  },
  failed: 'The list could not be read',
  records: {
    failed: 'What was decided before could not be read',
    kept: 'The list is whole; an item that somebody decided on meanwhile says so when you apply.',
  },
  emptyTitle: 'Nothing on the kill list',
  empty:
    'Open items come here when they are older than {flag} days without an answer, or their goal, check date or stop date is over. They are warned {grace} days before.',
  emptyOff: 'The nightly look is off, so nothing new comes here.',
  offAdmin: 'Switch it on in the settings',
  offAsk: 'A project admin can switch it on in the project settings.',
  mostListed:
    'The list holds the first {listed} of {count}, by their creation; the others follow as these are decided.',
  mostListedOnly:
    'The list holds the first {listed} of them, by their creation; the others follow as these are decided.',
  look: 'Read the list again',
  forum: {
    title: 'Forum',
    nameless: 'No forum named yet',
    everybody: 'Everybody who may transition or edit an item decides about it.',
    members: 'Decided by {names}.',
    unknown: 'someone Jira does not name',
    and: '{first} and {last}',
    cadence: {
      none: '',
      weekly: 'Meets every week.',
      fortnightly: 'Meets every two weeks.',
      monthly: 'Meets every month.',
      quarterly: 'Meets every quarter.',
    },
    next: 'Next meeting: {day}, {away}.',
    today: 'The meeting is today.',
    past: 'The last meeting was set for {day}. The next one has no date yet.',
    unset: 'The next meeting has no date yet.',
    admin: 'Set it in the settings',
    ask: 'A project admin can set it in the project settings.',
    notMember:
      'You may look; members of {forum} decide. Talk to one of them about an item that you know.',
    ofForum: 'the forum',
    locked:
      'You may look: you may neither edit nor transition any of these items, so others decide about them.',
  },
  same: {
    holds: {
      points: {
        one: '1 item on the agenda holds {amount}',
        other: '{count} on the agenda hold {amount}',
      },
      hours: {
        one: '1 item on the agenda holds {amount}',
        other: '{count} on the agenda hold {amount}',
      },
    },
    buys: '; the same effort would buy {items}.',
    buysMany: '; the same effort would buy {count} answered items, among them {items}.',
    ofOne: 'The same effort would buy {items}.',
    ofOneMany: 'The same effort would buy {count} answered items, among them {items}.',
    alone: '.',
    partly: {
      one: '{count} of them has no estimate.',
      other: '{count} of them have no estimate.',
    },
    tooLarge: {
      one: '{count} of them is estimated at more than {limit} and not counted.',
      other: '{count} of them are estimated at more than {limit} and not counted.',
    },
    none: {
      one: '{count} item is on the agenda.',
      other: '{count} items are on the agenda.',
    },
    noEstimates: 'None of them has an estimate, so what their effort would buy can’t be said.',
  },
  unit: {
    points: { one: '{count} point', other: '{count} points' },
    hours: { one: '{count} hour', other: '{count} hours' },
  },
  noEffort: 'No estimate',
  agenda: {
    title: 'Agenda',
    order: 'The largest effort first, then the oldest; items of one parent stand together.',
    list: 'Items on the agenda',
    noParent: 'No parent',
    below: 'Below {key}',
    decided: 'All of the agenda is decided. Apply the decisions, or go on with the rest.',
  },
  rest: {
    title: { one: 'Behind it: {count} more', other: 'Behind it: {count} more' },
    list: 'Items behind the agenda',
    pages: 'Pages of the items behind the agenda',
  },
  fixed: {
    title: {
      one: 'Fixed since the last look: {count}',
      other: 'Fixed since the last look: {count}',
    },
    help: 'They leave the list when the next look finds no reason any more; else they come back to the agenda.',
    by: { answer: 'Answered', reword: 'Reworded', split: 'Split' },
  },
  reason: {
    aged: 'Nobody has said which goal it serves',
    goal: 'The goal it serves has ended',
    check: 'Its check date has passed and it is still open',
    stop: 'Its stop date has passed',
    idle: 'Untouched for a long time',
    unknown: 'The reason can’t be read',
  },
  row: {
    open: 'Open {days}',
    inProgress: 'In progress {days}',
    pace: 'half of what this team finishes takes {half}',
    both: '{age}; {pace}',
    asked: 'Asked for by {name}',
    nobody: 'Nobody is named as its reporter',
    since: 'On the list since {day}',
    begun: 'Somebody has begun to kill it; it is not closed yet.',
    fixedBefore: '{how} on {day}: {reason}',
    fixes: { answer: 'Answered', reword: 'Reworded', split: 'Split' },
    decidedBefore: 'Decided on before; the last time on {day}: {said} ({reason}){since}.',
    sinceThen: {
      woken: '; it woke on its day',
      reopened: '; it was reopened in Jira',
      undone: '; that was taken back',
      replaced: '',
    },
    choose: 'Decide about {key}',
    reading: 'What was decided before, and whether you may decide, is being read.',
    locked: 'You may neither edit nor transition this item, so others decide about it.',
  },
  kinds: {
    kill: 'Kill',
    park: 'Park',
    keep: 'Keep',
    fix: 'Fix',
  },
  kindLabel: {
    kill: 'Kill {key}',
    park: 'Park {key}',
    keep: 'Keep {key}',
    fix: 'Fix {key}',
  },
  means: {
    kill: 'It is closed in Jira under your name when you apply.',
    park: 'It rests until the day you give: off the agenda and out of the coverage.',
    keep: 'It stays open and off the agenda until the day you give.',
    fix: 'It stays, mended: with an answer, with better words, or in smaller parts.',
  },
  listKeys: {
    intro: 'These keys act while a row of the list has the focus and nothing is being typed.',
    keys: [...decidingKeys, ['↓ or N', 'next row'], ['↑ or B', 'row before'], ...listingKeys],
  },
  form: {
    tooLong: 'A reason has at most {most} characters; these are {count}.',
    title: {
      kill: 'Kill {key}',
      park: 'Park {key} until a day',
      keep: 'Keep {key} until a day',
    },
    usual: 'Usual reasons',
    reason: 'Why',
    reasons: {
      kill: [
        'It serves no goal we have',
        'Nobody asks for it any more',
        'Another item does this already',
        'The effort is worth more elsewhere',
      ],
      park: [
        'Not in this quarter',
        'It waits for something else',
        'Nobody has the time to look closer',
      ],
      keep: ['Promised to a customer', 'Needed by law or contract', 'Work on it begins soon'],
      fix: [],
    },
    until: 'Until',
    presets: {
      forum: 'Next meeting',
      months3: '3 months',
      months6: '6 months',
      months12: '12 months',
    },
    save: { kill: 'Decide to kill', park: 'Decide to park', keep: 'Decide to keep' },
    cancel: 'Cancel',
    later: 'Nothing changes in Jira before you apply.',
    full: 'So many decisions can’t be kept at once. Apply these {count} first.',
  },
  draft: {
    title: { one: 'Decided, not applied yet: {count}', other: 'Decided, not applied yet: {count}' },
    list: 'Decisions that are not applied yet',
    said: {
      kill: 'Kill',
      park: 'Park until {day}',
      keep: 'Keep until {day}',
      fix: 'Fix',
    },
    undo: 'Undo',
    undoFor: 'Undo the decision about {key}',
    decided: '{key}: {said}. Not applied yet.',
    undone: '{key}: the decision is taken back.',
    takenOver: 'You have also decided in another window. All of it is shown here now.',
    keeping: {
      waiting: 'Being kept …',
      kept: 'Kept for you until you apply.',
      failed: 'What you decided could not be kept; it is tried again.',
      unread: 'What you had decided could not be read; it is tried again.',
    },
    again: 'Try again now',
  },
  ...killFix,
} as const);
