// Every sentence that the backend decides and a user reads. What only the pages say stands in
// static/src/messages. `{name}` is filled in by `fill`.

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
    atLeastOneDay: 'Give at least 1 day.',
    atMostDays: 'Give at most {limit} days.',
    notNegative: 'Give 0 days or more.',
    unit: 'Keep the unit to {limit} characters.',
    itemKey: 'Give the key of an item, for example SHOP-12.',
  },
  goal: {
    achieve: 'Say what will be achieved.',
    by: 'Say by doing what.',
    metric: 'Name the number that will show it.',
    lastDay: 'The last day is before the first day.',
    targetIsBaseline: 'The target equals the baseline. Give the value you want to reach.',
    targetBelow: 'The target is below the baseline, but the number should rise.',
    targetAbove: 'The target is above the baseline, but the number should fall.',
    notSaved: 'The goal was not saved. Look at the marked fields.',
    notEnded: 'The goal was not ended.',
    unknown: 'This goal does not exist in this project.',
    limit: 'A project keeps at most {limit} goals.',
    successorUnknown: 'Choose another goal of this project.',
    successorSelf: 'A goal cannot follow itself.',
  },
  rules: {
    warnFirst: 'An item is warned first. Give at least the number of days of the warning.',
    notSaved: 'The rules were not saved. Look at the marked fields.',
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
    report: 'The owner of the goal and administrators of the project can add readings.',
    administer: 'You need to be an administrator of this project.',
    administerJira: 'You need to be an administrator of Jira.',
  },
  input: 'Some of this cannot be saved as it is.',
  sameMoment: 'Somebody else saved at the same moment. Reload, then save again.',
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
  internal: 'Something went wrong. Nothing was changed.',
} as const;

/** Fills `{limit}` with a number in plain English form. */
export const withLimit = (sentence: string, limit: number): string =>
  sentence.replace('{limit}', limit.toLocaleString('en-US'));
