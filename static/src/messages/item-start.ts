// Text about starting an item that nobody has answered for.
import { words } from '../words';

export const itemStart = words('item-start', {
  /** The rule only warns. */
  warn: 'It can start all the same.',
  block: 'As it is, the rule of this project stops it.',
  /** The parent, which the reader can't see, may answer for it. */
  blockUnseen: 'As it is, the rule of this project may stop it.',
  anyway: 'Start anyway',
  reason: 'Why start without an answer?',
  reasonHelp: 'The reason is listed in the backlog. It holds for this item and seven days.',
  reasonMissing: 'Give a reason.',
  cancel: 'Cancel',
  passed: 'Until {day} this item may start without an answer.',
  passedBy: 'Reason: {reason} ({by}{day})',
  back: 'Take back',
  backFailed: 'It was not taken back',
  failed: 'This was not saved',
  unwritten: 'Jira did not take this yet, so the item is still stopped.',
  takenBack: 'Taken back, but Jira’s rule does not know it yet.',
  unwrittenBack: 'Until it does, the item can still start.',
  again: 'Try again',
  started: 'Work started without an answer.',
  startedUnseen: 'Work started without an answer of its own.',
  startedAnyway: 'Started anyway: {reason} ({by}{day})',
  given: 'The item may start',
  taken: 'Taken back',
} as const);
