// Text around the kill list: what the nightly look found, parking old items together, and parents
// that go on without an answer.
import { words } from '../words';

export const killScan = words('project-kill-offer.killScan', {
  last: 'Last look: {when}. {listed} looked at, {changed} changed.',
  lastNothing: 'Last look: {when}. No mark on an open item had to change.',
  never:
    'Nobody has looked yet. The first look is at night, after 02:00 in the zone of the project.',
  next: 'Next look after {when}, your time.',
  due: 'Next look: due now, within the hour.',
  off: 'The nightly look is off, so nothing new comes here.',
  on: 'On since {when}.',
  running: 'A look is under way since {since}: step {step} of {of}.',
  ordered: 'A look is ordered. It begins within a minute.',
  waits: 'It waits for Jira until {when}.',
  stopped: {
    forbidden:
      'The look at {when} stopped: Jira did not let Ladder read or write here. An administrator of Jira can see which permissions the app has in this project.',
    not_found: 'The look at {when} stopped: Jira does not show this project to Ladder.',
    jira_unavailable: 'The look at {when} stopped: Jira gave no answer. It is tried again.',
    other: 'The look at {when} stopped before its end. The log of the app says where.',
  },
  gate: 'On {when} Jira did not let Ladder write the rules that the workflow asks, so it may go by older ones. Everything else was done.',
  notice:
    'On {when} Jira refused a message to somebody for the third time, so it was given up. Everything else was done.',
  differ: {
    one: '{count} item says something else in Jira than Ladder keeps; the nightly look mends it.',
    other:
      '{count} items say something else in Jira than Ladder keeps; the nightly look mends them.',
  },
  done: 'The look is done: {listed} looked at, {changed} changed.',
  doneNothing: 'The look is done: no mark on an open item had to change.',
  now: 'Look now',
  again: 'You can ask for the next one at {when}, your time.',
  failed: 'The look could not be ordered',
} as const);

export const killOffer = words('project-kill-offer.killOffer', {
  first:
    'Nothing is on the list before it was warned for {grace} days: the first items can come on {day}.',
  title: 'Old items, parked together',
  open: 'Park old items together',
  sentence: {
    one: '{count} item is older than {age}.',
    other: '{count} items are older than {age}.',
  },
  ask: { one: 'Park it, with a notice?', other: 'Park them all, with a notice?' },
  means:
    'A parked item stays open in Jira. It is off the kill list and out of the numbers of the backlog until its day; then it wakes.',
  what: 'open items that are asked, not parked, and were created before then',
  older: 'Older than',
  years: { one: '{count} year', other: '{count} years' },
  look: 'Look at the list',
  notNow: 'Not now',
  dismissFailed: 'This could not be kept; the offer comes again next time.',
  failed: 'The items could not be read',
  none: 'Nothing is that old.',
  cut: 'The latest {count} decisions were looked at: what was parked together before them stands in the record.',
  table: {
    caption: 'The oldest first. What is not chosen stays as it is.',
    item: 'Item',
    status: 'Status',
    created: 'Created',
    choose: 'Park {key}',
    page: 'Choose all on this page',
    pages: 'Pages of old items',
  },
  chosen: { one: '{count} chosen', other: '{count} chosen' },
  leftOut: { one: '{count} left out', other: '{count} left out' },
  all: 'Choose all',
  noneOf: 'Choose none',
  until: 'Parked until',
  untilHelp:
    'On this day they wake: they count again, and come on the kill list when they still have a reason.',
  reason: 'Reason',
  usualReason: 'Open for more than {age}; parked together at the first look through the backlog.',
  notice: 'Leave a comment on each item',
  noticeHelp: 'Under your name; Jira tells who watches the item. It reads:',
  park: { one: 'Park {count} item', other: 'Park {count} items' },
  mayNone: 'You may neither edit nor transition these items, so somebody else has to park them.',
  tooMany: 'The first {count} are parked; the rest is offered again after that.',
  cancel: 'Cancel',
  gathering: 'Reading the items: {count} so far',
  run: {
    park: 'Parking old items',
    undo: 'Taking it back',
    progress: {
      park: '{ended} of {total} parked or tried',
      undo: '{ended} of {total} taken back or tried',
    },
    bar: '{ended} of {total}',
    stop: 'Stop',
    paused: 'Jira is busy. It goes on at {when}.',
    stay: 'You can go on elsewhere on this page; leave the page open until it is done.',
    parked: { one: '{count} parked', other: '{count} parked' },
    undone: { one: '{count} taken back', other: '{count} taken back' },
    silent: {
      one: '{count} of them without its comment',
      other: '{count} of them without their comment',
    },
    failed: { one: '{count} not done', other: '{count} not done' },
    left: { one: '{count} not tried', other: '{count} not tried' },
    again: { one: 'Try {count} again', other: 'Try {count} again' },
    undoAll: { one: 'Take {count} back', other: 'Take all {count} back' },
    undoHelp: 'The items count again at once. Comments stay where they are.',
    close: 'Close',
    failedTitle: 'What was not done, and why',
    why: 'Why',
  },
  before: {
    one: '{count} item was parked together on {when}, until {day}: “{reason}”',
    other: '{count} items were parked together on {when}, until {day}: “{reason}”',
  },
  refused: {
    closed: 'It is closed by now.',
    parked: 'Somebody has decided about it already.',
    changed: 'It was changed while this ran.',
    gone: 'It is gone, or you can’t see it any more.',
    decided: 'Somebody has decided about it since.',
    comment: 'It is parked; the comment could not be written: {reason}',
    unknown: 'It could not be done. Try again.',
  },
} as const);

export const killLingering = words('project-kill-offer.killLingering', {
  title: 'Parents without an answer',
  text: 'They are open for longer than {days} days and say nothing of their own. Who answers one, answers for its children; the oldest come first.',
  none: 'Every parent that old has an answer of its own.',
  sentence: {
    one: '{count} parent goes on without an answer.',
    other: '{count} parents go on without an answer.',
  },
  what: 'open parents that are older than that and have no answer of their own',
  open: { one: '{count} open child', other: '{count} open children' },
  finished: {
    one: '{count} finished in the last 30 days',
    other: '{count} finished in the last 30 days',
  },
  openOf: 'open children of {key}',
  finishedOf: 'children of {key} that were finished in the last 30 days',
  answer: 'Answer {key}',
  answered: 'Answered',
  choices: {
    kinds: { kill: 'Kill', park: 'Park', keep: 'Keep', fix: 'Answer' },
    kindLabel: {
      kill: 'Kill {key}',
      park: 'Park {key}',
      keep: 'Keep {key}',
      fix: 'Answer {key}',
    },
  },
  alone: {
    kill: 'Only this parent is closed; its open children stay open.',
    park: 'Only this parent rests; its children are asked as before.',
    keep: 'Only this parent is left alone; its children are asked as before.',
    fix: 'Its answer counts for its children, too.',
  },
  failed: 'The parents could not be read',
  pages: 'Pages of parents without an answer',
} as const);
