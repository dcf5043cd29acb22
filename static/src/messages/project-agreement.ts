// Text of the tab Goals about what was agreed, what was done in a goal's name, and when its time ends.
import { words } from '../words';

export const agreement = words('project-agreement.agreement', {
  /** After the title of the page: "What winning looks like, October to December 2026". */
  months: { same: '{from} to {to}', one: '{from}' },
  title: 'Agreed',
  on: 'Agreed on {day} with {people}.',
  running: 'For {days}.',
  nobody: 'Not agreed with anybody yet.',
  ask: 'A project admin can write down with whom it was agreed.',
  write: 'Write down with whom it was agreed',
  people: 'Signatures',
  unknown: 'Somebody whose name Jira does not show',
  gone: {
    unknown: 'this account can no longer be found',
    inactive: 'this account is not in use any more',
  },
  you: '{name} (you)',
  state: {
    none: 'not signed yet',
    signed: 'signed {day}',
    signedBefore: 'signed an earlier wording, {day}',
    declined: 'declined {day}',
    declinedBefore: 'declined an earlier wording, {day}',
  },
  informs: 'A signature informs the others. Nothing in Ladder depends on it.',
  note: 'Note',
  noteHelp: 'Read by everybody who sees this page',
  sign: 'Sign',
  signAgain: 'Sign this wording',
  decline: 'Decline',
  back: 'Take it back',
  said: { signed: 'Signed', declined: 'Declined', withdrawn: 'Taken back' },
  failed: 'This was not kept',
  readFailed: 'The signatures could not be read',
  more: 'The intended shares add up to {share}.',
} as const);

export const inItsName = words('project-agreement.inItsName', {
  title: 'In its name',
  counting: 'counting …',
  nothing: 'Nothing yet in its name.',
  open: '{open} open, {parked} of them parked. {shipped} shipped, {moved} of them moved it. {killed} ended by decision.',
  what: {
    open: 'open items whose answer names this goal',
    parked: 'parked items whose answer names this goal',
    shipped: 'items shipped that were aimed at this goal',
    moved: 'items shipped for this goal whose bet moved something',
    killed: 'items ended by decision whose answer names this goal',
    aimed: 'items shipped in its days that were aimed at any goal',
  },
  share: 'Of {aimed} shipped items that were aimed at a goal, {shipped} were aimed at this one',
  rate: ': {share}.',
  /** Under ten items a rate says little. */
  few: '.',
  meant: 'Meant: {share}.',
  notMeant: 'No share was agreed.',
} as const);

export const period = words('project-agreement.period', {
  ends: { one: 'This goal ends on {day}', other: 'These {count} goals end on {day}' },
  endedAgo: {
    one: 'The last goal ended {when}',
    other: 'The last {count} goals ended {when}',
  },
  text: 'The next period begins as a copy: days that follow, the latest reading as the start, a target to type.',
  start: 'Start the next period',
  ask: 'A project admin can start the next period in the settings.',
  /** `{ago}`: "45 days ago". An age alone would take another case in other languages. */
  unread: 'last reading {ago}',
  unreadYet: 'no reading since it began {ago}',
  owner: 'Owner: {name}',
  ownerGone: 'Owner: {gone}',
} as const);
