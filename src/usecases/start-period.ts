// The next period: goals that follow others, saved at once.
import { GOALS_LIMIT } from '../contract/limits';
import type { Input } from '../contract/procedures';
import { AppError, type FieldErrors } from '../domain/errors';
import { goalProblems, lastServed, type Goal } from '../domain/goal';
import { MESSAGES, withLimit } from '../domain/messages';
import type { Ports } from '../ports';
import { applySettings } from './apply-settings';
import { expectRevision, ownerProblem } from './save-goal';

const SAY = MESSAGES.goal;

type NextGoal = Input<'period.start'>['goals'][number];

/** What keeps one of them from being saved, by field. */
async function problemsOf(
  ports: Ports,
  projectId: string,
  { goal }: NextGoal,
  old: Goal,
  by: string,
): Promise<FieldErrors> {
  const problems: FieldErrors = { ...goalProblems(goal) };
  if (goal.firstDay <= lastServed(old)) problems['firstDay'] ??= SAY.nextOverlaps;
  const owner = await ownerProblem(ports, projectId, goal.ownerAccountId, [by, old.ownerAccountId]);
  return owner ? { ...problems, ownerAccountId: owner } : problems;
}

/**
 * Answers are not rewritten: the goal before is told which one follows it.
 * @throws AppError invalid_input with a sentence at `goals.<n>.<field>`
 */
export async function startPeriod(
  ports: Ports,
  by: string,
  input: Input<'period.start'>,
): Promise<void> {
  const { projectId } = input;
  const settings = await ports.settings.load(projectId);
  expectRevision(settings, input.rev);
  if (settings.goals.length + input.goals.length > GOALS_LIMIT)
    throw new AppError('limit_reached', withLimit(SAY.limit, GOALS_LIMIT));
  const fields: FieldErrors = {};
  const followers = new Map<string, Goal>();
  for (const [n, next] of input.goals.entries()) {
    const old = settings.goals.find(({ id }) => id === next.follows);
    if (!old) throw new AppError('not_found', SAY.unknown);
    const problems = await problemsOf(ports, projectId, next, old, by);
    if (old.successorId !== undefined || followers.has(old.id)) problems['achieve'] = SAY.nextTwice;
    for (const [field, problem] of Object.entries(problems))
      fields[`goals.${n}.${field}`] = problem;
    followers.set(old.id, { ...next.goal, id: ports.ids.next() });
  }
  if (Object.keys(fields).length > 0)
    throw new AppError('invalid_input', SAY.periodNotStarted, { fields });
  const goals = settings.goals.map((goal) => {
    const follower = followers.get(goal.id);
    return follower ? { ...goal, successorId: follower.id } : goal;
  });
  await applySettings(
    ports,
    { ...settings, goals: [...goals, ...followers.values()] },
    {
      projectId,
      subject: 'goals',
      kind: 'period.start',
      by,
      at: ports.clock.now(),
      before: [...followers.keys()],
      after: [...followers.values()],
    },
  );
}
