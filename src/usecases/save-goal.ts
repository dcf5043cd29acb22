// Adds or changes a goal, ends one. Answers that name it are never rewritten.
import type { Input } from '../contract/procedures';
import { dayOf } from '../domain/days';
import { AppError, type FieldErrors } from '../domain/errors';
import { goalProblems, type Goal } from '../domain/goal';
import type { ProjectSettings } from '../domain/rules';
import { GOALS_LIMIT } from '../contract/limits';
import type { Ports } from '../ports';
import { applySettings } from './apply-settings';
import { MESSAGES, withLimit } from '../domain/messages';

const SAY = MESSAGES.goal;

/** @throws AppError conflict when the page was made from an older revision */
export function expectRevision(settings: ProjectSettings, rev: number): void {
  if (settings.rev !== rev) throw new AppError('conflict', MESSAGES.settings.changed);
}

function expectComplete(goal: Goal): void {
  const problems = Object.entries(goalProblems(goal));
  if (problems.length === 0) return;
  const fields: FieldErrors = Object.fromEntries(
    problems.map(([field, problem]) => [`goal.${field}`, problem]),
  );
  throw new AppError('invalid_input', SAY.notSaved, {
    fields,
  });
}

/**
 * Why an account cannot own a goal; nothing for one that is known here already, so that a goal whose
 * owner has left can still be changed.
 */
export async function ownerProblem(
  ports: Ports,
  projectId: string,
  owner: string | undefined,
  known: readonly (string | undefined)[],
): Promise<string | undefined> {
  if (owner === undefined || known.includes(owner)) return undefined;
  return (await ports.projects.mayBrowse(projectId, owner)) ? undefined : SAY.ownerGone;
}

/** Stores a goal; a new one gets an id that no other project has. */
export async function saveGoal(ports: Ports, by: string, input: Input<'goal.save'>): Promise<void> {
  const settings = await ports.settings.load(input.projectId);
  expectRevision(settings, input.rev);
  const before = settings.goals.find(({ id }) => id === input.goalId);
  if (input.goalId !== undefined && !before) throw new AppError('not_found', SAY.unknown);
  if (!before && settings.goals.length >= GOALS_LIMIT)
    throw new AppError('limit_reached', withLimit(SAY.limit, GOALS_LIMIT));
  const goal: Goal = {
    ...(before && { endedOn: before.endedOn, successorId: before.successorId }),
    ...input.goal,
    id: before?.id ?? ports.ids.next(),
  };
  expectComplete(goal);
  const problem = await ownerProblem(ports, input.projectId, goal.ownerAccountId, [
    by,
    before?.ownerAccountId,
  ]);
  if (problem)
    throw new AppError('invalid_input', SAY.notSaved, {
      fields: { 'goal.ownerAccountId': problem },
    });
  const goals = before
    ? settings.goals.map((other) => (other.id === goal.id ? goal : other))
    : [...settings.goals, goal];
  await applySettings(
    ports,
    { ...settings, goals },
    {
      projectId: input.projectId,
      subject: goal.id,
      kind: 'goal.save',
      by,
      at: ports.clock.now(),
      before: before ?? null,
      after: goal,
    },
  );
}

/** Ends a goal today, with an optional successor. Ending it again changes nothing. */
export async function endGoal(ports: Ports, by: string, input: Input<'goal.end'>): Promise<void> {
  const settings = await ports.settings.load(input.projectId);
  expectRevision(settings, input.rev);
  const goal = settings.goals.find(({ id }) => id === input.goalId);
  if (!goal) throw new AppError('not_found', SAY.unknown);
  const { successorId } = input;
  if (successorId !== undefined && !settings.goals.some(({ id }) => id === successorId))
    throw new AppError('invalid_input', SAY.notEnded, {
      fields: { successorId: SAY.successorUnknown },
    });
  if (successorId === goal.id)
    throw new AppError('invalid_input', SAY.notEnded, {
      fields: { successorId: SAY.successorSelf },
    });
  if (goal.endedOn !== undefined) return;
  const now = ports.clock.now();
  const ended: Goal = { ...goal, endedOn: dayOf(now, settings.rules.timeZone), successorId };
  await applySettings(
    ports,
    { ...settings, goals: settings.goals.map((other) => (other.id === goal.id ? ended : other)) },
    {
      projectId: input.projectId,
      subject: goal.id,
      kind: 'goal.end',
      by,
      at: now,
      before: goal,
      after: ended,
    },
  );
}

/** Takes an ending back. A goal that was not ended stays as it is. */
export async function resumeGoal(
  ports: Ports,
  by: string,
  input: Input<'goal.resume'>,
): Promise<void> {
  const settings = await ports.settings.load(input.projectId);
  expectRevision(settings, input.rev);
  const goal = settings.goals.find(({ id }) => id === input.goalId);
  if (!goal) throw new AppError('not_found', SAY.unknown);
  if (goal.endedOn === undefined) return;
  const resumed: Goal = { ...goal, endedOn: undefined, successorId: undefined };
  await applySettings(
    ports,
    {
      ...settings,
      goals: settings.goals.map((other) => (other.id === goal.id ? resumed : other)),
    },
    {
      projectId: input.projectId,
      subject: goal.id,
      kind: 'goal.resume',
      by,
      at: ports.clock.now(),
      before: goal,
      after: resumed,
    },
  );
}
