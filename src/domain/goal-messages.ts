// Sentences of the backend about goals and what was agreed; part of MESSAGES.
export const GOAL_MESSAGES = {
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
  ownerGone:
    'Jira does not know this account any more, or it cannot see this project. Choose somebody else.',
  nextTwice: 'This goal is followed by another one already.',
  nextOverlaps: 'The next period begins after the last day of the goal before it.',
  periodNotStarted: 'The next period was not started. Look at the marked fields.',
} as const;

export const AGREEMENT_MESSAGES = {
  lastDay: 'The last day is before the first day.',
  overlaps: 'There is an agreement for some of these days already.',
  personTwice: 'Name each person once.',
  people: 'Name at least one person.',
  personGone:
    'One of these accounts is not known to Jira any more, or it cannot see this project. Take it out.',
  future: 'This day is still to come. Give the day on which it was agreed.',
  notSaved: 'The agreement was not saved. Look at the marked fields.',
  unknown: 'This agreement does not exist in this project.',
  limit: 'A project keeps at most {limit} agreements.',
  reworded: 'The goals have changed since this page was loaded. Read them once more, then sign.',
} as const;
