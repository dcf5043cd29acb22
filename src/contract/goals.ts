// Goals, readings and rules as they cross a border.
import { z } from 'zod';
import { DIGEST_MODES } from '../domain/digest';
import { isActive, isOver } from '../domain/goal';
import { CADENCES, DEFAULT_RULES } from '../domain/rules';
import { clauseProblem } from '../domain/stream-clause';
import {
  accountId as anyAccountId,
  count,
  day,
  finite,
  goalId,
  httpsLink,
  id,
  optionalText,
  said,
  text,
  timeZone,
} from './fields';
import {
  AGE_LIMIT,
  AGREED_WITH_LIMIT,
  AGREEMENTS_LIMIT,
  AGENDA_LIMIT,
  CLAUSE_LIMIT,
  EXEMPT_LIMIT,
  FORUM_NAME_LIMIT,
  GOAL_TEXT_LIMIT,
  GOALS_LIMIT,
  GRACE_LIMIT,
  LABEL_LIMIT,
  MEMBERS_LIMIT,
  METRIC_LIMIT,
  STREAM_NAME_LIMIT,
  STREAMS_LIMIT,
  TEXT_LIMIT,
  TYPE_AGES_LIMIT,
  UNIT_LIMIT,
} from './limits';
import { MESSAGES } from '../domain/messages';

const share = said('share');

const goalFields = {
  achieve: text(GOAL_TEXT_LIMIT),
  by: text(GOAL_TEXT_LIMIT),
  metric: text(METRIC_LIMIT),
  unit: z.string().trim().max(UNIT_LIMIT, said('unit', UNIT_LIMIT)),
  direction: z.enum(['up', 'down']),
  baseline: finite,
  target: finite,
  firstDay: day,
  lastDay: day,
  share: z.number(share).int(share).min(0, share).max(100, share).optional(),
  ownerAccountId: optionalText(128),
  link: httpsLink.optional(),
};

/** What an admin types. */
export const goalInput = z.object(goalFields);
export type GoalInput = z.input<typeof goalInput>;

export const goal = z.object({
  id: goalId,
  ...goalFields,
  endedOn: day.optional(),
  successorId: goalId.optional(),
});

const reading = z.object({
  goalId,
  day,
  value: finite,
  note: optionalText(TEXT_LIMIT),
  link: httpsLink.optional(),
});

/** A reading as a page shows it. */
export const readingView = reading.extend({
  rev: count,
  /** Account of who gave it; empty when unknown. */
  by: z.string(),
  /** Instant in milliseconds. */
  at: z.number(),
  withdrawn: z.boolean(),
  /** What stood before, oldest first. */
  earlier: z.array(
    z.object({
      value: finite,
      note: z.string().optional(),
      link: httpsLink.optional(),
      by: z.string(),
      at: z.number(),
      withdrawn: z.boolean(),
    }),
  ),
});
export type ReadingView = z.infer<typeof readingView>;

const age = z
  .number(said('days'))
  .int(said('wholeDays'))
  .min(1, said('atLeastOneDay'))
  .max(AGE_LIMIT, said('atMostDays', AGE_LIMIT));

const accountId = anyAccountId.min(1);

const agreementFields = {
  firstDay: day,
  lastDay: day,
  personIds: z
    .array(accountId)
    .min(1, { error: () => MESSAGES.agreement.people })
    .max(AGREED_WITH_LIMIT, said('atMostPeople', AGREED_WITH_LIMIT)),
  agreedOn: day,
};

/** What an admin types. */
export const agreementInput = z.object(agreementFields);

export const agreement = z.object({ id: goalId, ...agreementFields });

const forum = z.object({
  name: z.string().trim().max(FORUM_NAME_LIMIT, said('tooLong', FORUM_NAME_LIMIT)),
  memberIds: z.array(accountId).max(MEMBERS_LIMIT, said('atMostPeople', MEMBERS_LIMIT)),
  cadence: z.enum(CADENCES),
  next: day.nullable(),
});

const clauseText = z.string().trim().max(CLAUSE_LIMIT, said('tooLong', CLAUSE_LIMIT));

/** A condition in Jira's language that stays within its parentheses; Jira's parser has the last word. */
const clause = clauseText.superRefine((value, context) => {
  const problem = clauseProblem(value);
  if (problem) context.addIssue({ code: 'custom', message: MESSAGES.rules.clause[problem] });
});

const stream = z.object({
  id: z.string().regex(/^s[a-z0-9-]{1,40}$/),
  name: text(STREAM_NAME_LIMIT),
  clause,
});

/** What older records do not have yet takes its usual value. */
export const rules = z.object({
  timeZone,
  scan: z.boolean(),
  warnAfterDays: age,
  flagAfterDays: age,
  agesByType: z
    .array(z.object({ typeId: id, warnAfterDays: age, flagAfterDays: age }))
    .max(TYPE_AGES_LIMIT)
    .default(DEFAULT_RULES.agesByType),
  agendaSize: z
    .number(said('number'))
    .int(said('wholeNumber'))
    .min(1, said('atLeastOne'))
    .max(AGENDA_LIMIT, said('atMost', AGENDA_LIMIT))
    .default(DEFAULT_RULES.agendaSize),
  forum: forum.default(DEFAULT_RULES.forum),
  kill: z
    .object({ statusId: id.nullable(), resolutionId: id.nullable() })
    .default(DEFAULT_RULES.kill),
  graceDays: z
    .number(said('days'))
    .int(said('wholeDays'))
    .min(0, said('notNegative'))
    .max(GRACE_LIMIT, said('atMostDays', GRACE_LIMIT)),
  gate: z.enum(['off', 'warn', 'block']),
  exemptTypeIds: z.array(id).max(EXEMPT_LIMIT),
  exemptLabels: z.array(z.string().trim().min(1).max(LABEL_LIMIT)).max(EXEMPT_LIMIT),
  undelivered: z
    .object({ resolutionIds: z.array(id).max(500), statusIds: z.array(id).max(500) })
    .nullable(),
  streams: z
    .array(stream)
    .max(STREAMS_LIMIT, said('atMostStreams', STREAMS_LIMIT))
    .refine((list) => new Set(list.map((one) => one.id)).size === list.length, MESSAGES.input)
    .default(DEFAULT_RULES.streams),
  blocked: z
    .union([z.literal(''), clause])
    .nullable()
    .default(DEFAULT_RULES.blocked),
  digest: z
    .object({ mode: z.enum(DIGEST_MODES), weekday: z.number().int().min(1).max(7) })
    .default(DEFAULT_RULES.digest),
});

export const projectSettings = z.object({
  projectId: id,
  rev: count,
  goals: z.array(goal).max(GOALS_LIMIT),
  /** Older records have none. */
  agreements: z.array(agreement).max(AGREEMENTS_LIMIT).default([]),
  rules,
});

/** A goal with what a card shows of it. */
export const goalView = z.object({
  ...goal.shape,
  active: z.boolean(),
  over: z.boolean(),
  /** Those that stand, oldest first. */
  readings: z.array(readingView),
  /** Those that were taken back, oldest first. */
  withdrawnReadings: z.array(readingView),
});
export type GoalView = z.infer<typeof goalView>;

/** Adds the readings, oldest first, and whether the goal counts on a day. */
export function viewGoal(
  value: z.infer<typeof goal>,
  readings: readonly ReadingView[],
  today: string,
): GoalView {
  return {
    ...value,
    active: isActive(value, today),
    over: isOver(value, today),
    readings: readings.filter(({ withdrawn }) => !withdrawn),
    withdrawnReadings: readings.filter(({ withdrawn }) => withdrawn),
  };
}
