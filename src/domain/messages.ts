// Every sentence that the backend decides and a user reads. What only the pages say stands in
// static/src/messages. `{name}` is filled in by `fill`.
import { AGREEMENT_MESSAGES, GOAL_MESSAGES } from './goal-messages';
import { NOTICE_WORDS } from './notice-words';

export const MESSAGES = {
  field: {
    empty: 'This must not be empty.',
    tooLong: 'This is longer than {limit} characters.',
    day: 'Give a day as year-month-day, for example 2026-12-31.',
    timeZone: 'This time zone is not known, for example Europe/Berlin.',
    https: 'Give an address that starts with https://.',
    id: 'This is not an id.',
    goalId: 'This is not the id of a goal.',
    number: 'Give a number.',
    tooLarge: 'This number is too large.',
    days: 'Give a number of days.',
    wholeDays: 'Give whole days.',
    wholeNumber: 'Give a whole number.',
    atLeastOne: 'Give at least 1.',
    atMost: 'Give at most {limit}.',
    atMostPeople: 'Name at most {limit} people.',
    atMostStreams: 'Keep at most {limit} streams.',
    atLeastOneDay: 'Give at least 1 day.',
    atMostDays: 'Give at most {limit} days.',
    notNegative: 'Give 0 days or more.',
    unit: 'Keep the unit to {limit} characters.',
    share: 'Give a whole number from 0 to 100.',
    itemKey: 'Give the key of an item, for example SHOP-12.',
  },
  goal: GOAL_MESSAGES,
  agreement: AGREEMENT_MESSAGES,
  scan: {
    goesOn: 'The look through the backlog goes on in a moment.',
  },
  decision: {
    notSaved: 'This was not decided. Look at the marked field.',
    reason: 'Say why, in a few words.',
    until: 'Give the day until which it rests.',
    untilPast: 'This day is over. Give one to come.',
    untilFar: 'Give a day within the next five years.',
    fix: 'Say how it was mended.',
    changed: 'This item has changed since the list was loaded.',
    begun: 'Somebody is just deciding about this item.',
    notOpen: 'This item is closed.',
    subtask: 'Sub-tasks are not decided about. Decide on the parent item.',
    noIntent: 'There is nothing to finish here any more.',
    notYours: 'Somebody else has begun this.',
    notByYou: 'Somebody else has moved the item since, so that nothing was recorded.',
    notClosed: 'The item is not closed in Jira, so that nothing was recorded.',
    nothingToUndo: 'No decision stands on this item.',
    stillClosed: 'The item is still closed. Reopen it in Jira, then take the decision back.',
  },
  /** What stands on an item for everybody, whoever reads it. */
  comment: {
    kill: 'Ended by {forum}. {reason}',
    killAlone: 'Ended by decision. {reason}',
    park: 'Parked until {day}. {reason}\nIt stays open and is not asked for until then. To bring it back sooner, take the decision back on the kill list of this project, or ask whoever wrote this comment.',
  },
  rules: {
    warnFirst: 'An item is warned first. Give at least the number of days of the warning.',
    typeTwice: 'A type has ages of its own only once.',
    nameTwice: 'Another stream has this name. Give each its own.',
    clauseRefused: 'Jira does not take this condition: {why}',
    clause: {
      empty: 'Say in JQL which items belong to the stream, for example labels = checkout.',
      order: 'Leave ORDER BY out. A stream is a set of items without an order.',
      quote: 'A quotation mark is not closed.',
      parentheses: 'The parentheses do not match.',
      character:
        'This holds a character that JQL does not take here. A backslash belongs inside quotation marks.',
    },
    notSaved: 'The rules were not saved. Look at the marked fields.',
  },
  data: {
    otherWork:
      'Other work on the data of this project was begun meanwhile. Open the page again to see how far it is.',
    goalsFull: 'With the goals of the file the project would keep more than {limit}.',
    row: {
      shape: 'This is not a record as Ladder writes it.',
      newer: 'This was written by a newer version of Ladder.',
      project: 'This belongs to another project.',
      key: 'What the record says of itself does not fit its key.',
      item: 'This item is not in this project, or you cannot see it.',
      goal: 'This goal is not one of this project.',
      signature: 'Only this person can sign. Ask them to sign again on the Goals tab.',
      foreignGoals: 'Goals of this file belong to another project.',
      busy: 'Somebody is writing in this place at the moment. Take the file in once more.',
    },
  },
  settings: {
    changed: 'The settings were changed by somebody else. Reload them, then save again.',
  },
  answer: {
    notSaved: 'The answer was not saved. Look at the marked part.',
    otherProject: 'This goal is not one of this project. Choose one of its goals.',
    checkPast: 'This day is over. Give one on which you can still look.',
    goalNotActive: 'This goal is not active. Choose one that is.',
    changed: 'This answer was changed while you were writing.',
    beingSaved: 'This answer is just being saved. Try again in half a minute.',
    notSure:
      'Jira did not confirm the save. Look at the item again before you save once more; what you typed is kept.',
    subtask: 'Sub-tasks are not asked. Answer on the parent item.',
    newer: 'This answer was written by a newer version of Ladder and can only be read here.',
    tooLong: 'The answer is longer than Jira keeps. Shorten it.',
    enablesItself: 'An item cannot enable itself.',
    enablesUnknown: 'This item does not exist, or you cannot see it.',
    enablesOther: 'This item is in another project. Its goal does not count here.',
    enablesOver: 'The goal of this item is not active, so there is nothing to take over.',
    enablesNothing: 'This item names no goal that could be taken over.',
  },
  draft: {
    otherWindow: 'Another window of yours keeps a different draft of this item.',
  },
  result: {
    notDone: 'A result can be given once the item is done.',
    notTheBet:
      'A result belongs to the item that carries the sentence. This one has none of its own.',
    changed: 'Somebody else gave a result meanwhile.',
    noReading: 'This reading does not exist, or it was taken back. Choose another, or none.',
    otherGoal: 'This reading belongs to another goal than the item names.',
    laterPast: 'Give a day that is still to come.',
  },
  sort: {
    open: 'Only finished items are sorted.',
    level: 'Only items at the standard level are sorted.',
    answered: 'This item has an answer of its own. Its result is given in its panel.',
    parent: 'The parent answers for this item, so it is sorted already.',
    newer: 'This answer was written by a newer version of Ladder and can only be read here.',
    unreadable: 'The answer of this item cannot be read. Open Ladder on the item to look at it.',
    notSorted: 'This item is not sorted, so there is nothing to take back.',
    restore: 'Only what stood there before the sorting can be put back.',
  },
  reading: {
    notSaved: 'The reading was not saved. Look at the marked fields.',
    future: 'This day is still to come. A reading is a number that somebody has seen.',
    unknown: 'There is no reading of this day.',
    changed: 'Somebody else changed the reading of this day meanwhile. Reload, then save again.',
  },
  /** What a rule's audit log says where the action "Add a reading to a goal" is refused. */
  report: {
    missing: {
      project: 'The project is missing. Give its key, for example SHOP.',
      goal: 'The goal is missing. Give its metric, its sentence or its id.',
      value: 'The value is missing. A smart value that is empty arrives as nothing.',
    },
    unreadable: 'An input is neither text nor a number.',
    nobody: 'This rule runs as nobody whom Jira knows. Choose the connection of a person.',
    project: 'There is no project “{project}”, or the user of this rule cannot see it.',
    goal: 'This project has no goal “{goal}”. Give its metric, its sentence or its id, letter by letter.',
    goals:
      'Several goals of this project are called “{goal}”. Give the id of the one that is meant.',
    ended: 'This goal ended on {day}. Readings of later days are not taken.',
    value: '“{value}” is not a number. Write digits and a decimal point alone, for example 2.4.',
    twoWays: '“{value}” can be read in two ways. Write it with a point, or without a mark.',
    day: '“{day}” is not a day. Write year-month-day, for example 2026-12-31 or {{now.jqlDate}}.',
    busy: 'Others keep changing the reading of this day. Let the rule run again later.',
  },
  notice: NOTICE_WORDS,
  gate: {
    none: 'Ladder: this item does not say yet which goal it serves. Open Ladder on the item and answer; it takes half a minute.',
    half: 'Ladder: the answer of this item is only half. Open Ladder on the item and finish the sentence.',
    goal: 'Ladder: the goal of this item is not active. Open Ladder on the item and choose one that is.',
  },
  /** The same on the item's own page, where Ladder is open already. */
  start: {
    none: 'This item does not say yet which goal it serves.',
    half: 'The answer of this item is only half.',
    goal: 'The goal of this item is not active.',
  },
  pass: {
    notOpen: 'Only an item that is not done can start.',
    notAsked: 'Only items at the standard level are asked when they start.',
    none: 'Nobody has let this item start anyway.',
    changed: 'Somebody else changed this meanwhile. Look at the item again.',
  },
  setup: {
    workflowGone: 'This workflow is not one of this project any more. Look again.',
    workflowChanged:
      'Somebody changed this workflow meanwhile. Look at it as it stands now, then try again.',
    workflowFixed: 'Jira does not let this workflow be changed right now. Look again later.',
    workflowUnknown:
      'Jira describes this workflow in a way that this version of Ladder does not know, and parts of it could be lost. Nothing was changed. Place the gate by hand, as the admin guide says.',
    slow: 'Jira has taken the order and is still at it. Look again in a minute.',
    transitionGone: 'This workflow has no such transition any more. Look again.',
  },
  denied: {
    anonymous: 'Log in to use Ladder.',
    browse: 'You cannot see this.',
    edit: 'You need the permission to edit this item.',
    result: 'You need the permission to edit or transition this item.',
    decide:
      'To decide about this item you need the permission to edit or transition it, and, where a forum names its members, to be one of them.',
    report: 'The owner of the goal and administrators of the project can add readings.',
    sign: 'Only people with whom it was agreed can sign, each for themselves.',
    administer: 'You need to be an administrator of this project.',
    administerJira: 'You need to be an administrator of Jira.',
  },
  input: 'Some of this cannot be saved as it is.',
  sameMoment: 'Somebody else saved at the same moment. Reload, then save again.',
  placeUnknown: 'This place in the list is not known any more. Open the list again.',
  otherVersion: 'A stored record was written by another version of Ladder.',
  jira: {
    invalid_input: 'Jira did not accept this.',
    forbidden: 'Jira does not allow you to do this.',
    not_found: 'This does not exist, or you cannot see it.',
    conflict: 'This was changed meanwhile.',
    rate_limited: 'Jira is busy. Try again in a minute.',
    jira_unavailable: 'Jira did not answer as expected. Try again in a minute.',
    limit_reached: 'This is more than Jira takes.',
    internal: 'Something went wrong.',
  },
  storageBusy: 'Storage is busy, so this was not completed. Try again in a minute.',
  internal: 'Something went wrong. Nothing was changed.',
} as const;

/** Fills the `{name}` places of a sentence; what is filled in is not filled again. */
export const filled = (sentence: string, values: Record<string, string>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** Fills `{limit}` with a number in digits alone, which every language reads. */
export const withLimit = (sentence: string, limit: number): string =>
  sentence.replace('{limit}', String(limit));
