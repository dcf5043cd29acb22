// Takes only goals and rules of a file, also of another project: goals under ids of their own here, and
// of the rules what this project and its site know.
import { GOALS_LIMIT } from '../../contract/limits';
import { fingerprint } from '../../contract/fingerprint';
import type { Input, Output } from '../../contract/procedures';
import { canonical } from '../../contract/properties';
import { AppError } from '../../domain/errors';
import { isComplete, type Goal } from '../../domain/goal';
import { MESSAGES, withLimit } from '../../domain/messages';
import { ruleProblems, type Rules } from '../../domain/rules';
import type { Ports } from '../../ports';
import { applySettings } from '../apply-settings';
import { expectRevision, ownerProblem } from '../save-goal';
import { refusedClauses } from '../save-rules';

/** The same goal of the same project gives the same id in this one, and no other does. */
const idHere = (projectId: string, goalId: string): string =>
  fingerprint([projectId, goalId]) ?? goalId;

interface Known<T> {
  known: T;
  /** Names of what was left out. */
  left: string[];
}

/**
 * Rules without ids that the project does not have, and without conditions that Jira refuses.
 * @param before rules whose conditions are not asked about again
 */
async function knownRulesOf(
  ports: Ports,
  projectId: string,
  rules: Rules,
  before: Rules,
): Promise<Known<Rules>> {
  const [types, statuses, refused] = await Promise.all([
    ports.projects.types(projectId, 'user'),
    ports.projects.statuses(projectId, 'user'),
    refusedClauses(ports, rules, before),
  ]);
  const typeIds = new Set(types.map(({ id }) => id));
  const statusIds = new Set<string | null>(statuses.map(({ id }) => id));
  const { kill, undelivered } = rules;
  const known: Rules = {
    ...rules,
    exemptTypeIds: rules.exemptTypeIds.filter((id) => typeIds.has(id)),
    agesByType: rules.agesByType.filter(({ typeId }) => typeIds.has(typeId)),
    kill: { ...kill, statusId: statusIds.has(kill.statusId) ? kill.statusId : null },
    undelivered: undelivered && {
      ...undelivered,
      statusIds: undelivered.statusIds.filter((id) => statusIds.has(id)),
    },
    streams: rules.streams.filter((_stream, at) => !(`rules.streams.${at}.clause` in refused)),
    blocked: 'rules.blocked' in refused ? null : rules.blocked,
  };
  const fields = [
    ...(['exemptTypeIds', 'agesByType', 'kill', 'undelivered', 'streams', 'blocked'] as const),
  ];
  const left = fields.filter((field) => canonical(rules[field]) !== canonical(known[field]));
  return { known, left };
}

/** Goals that could be saved here, under ids of their own, without owners that are not there. */
async function knownGoalsOf(
  ports: Ports,
  { projectId, by }: { projectId: string; by: string },
  goals: readonly Goal[],
  own: ReadonlySet<string>,
): Promise<Known<Goal[]>> {
  const here = (goalId: string): string => (own.has(goalId) ? goalId : idHere(projectId, goalId));
  // In a file that somebody wrote on, two can have one id.
  const complete = goals.filter(
    (one, at) => isComplete(one) && goals.findIndex(({ id }) => id === one.id) === at,
  );
  const ids = new Set([...own, ...complete.map(({ id }) => here(id))]);
  const owners = [...new Set(complete.flatMap(({ ownerAccountId }) => ownerAccountId ?? []))];
  const problems = await Promise.all(
    owners.map((one) => ownerProblem(ports, projectId, one, [by])),
  );
  const lost = new Set<string | undefined>(
    owners.filter((_owner, at) => problems[at] !== undefined),
  );
  const known = complete.map((one): Goal => {
    const id = here(one.id);
    const next = one.successorId === undefined ? undefined : here(one.successorId);
    return {
      ...one,
      id,
      successorId: next !== undefined && ids.has(next) && next !== id ? next : undefined,
      ownerAccountId: lost.has(one.ownerAccountId) ? undefined : one.ownerAccountId,
    };
  });
  return {
    known,
    left: [
      ...(complete.length < goals.length ? ['goals'] : []),
      ...(lost.size > 0 ? ['owners'] : []),
    ],
  };
}

/** @throws AppError conflict when the page was made from older settings, limit_reached, invalid_input */
export async function adoptGoals(
  ports: Ports,
  by: string,
  input: Input<'data.adopt'>,
): Promise<Output<'data.adopt'>> {
  const { projectId, file } = input;
  const settings = await ports.settings.load(projectId);
  expectRevision(settings, input.rev);
  const own = new Set(settings.goals.map(({ id }) => id));
  const found = await knownGoalsOf(ports, { projectId, by }, input.goals, own);
  const fresh = found.known.filter(({ id }) => !own.has(id));
  const goals = [...settings.goals, ...fresh];
  if (goals.length > GOALS_LIMIT)
    throw new AppError('limit_reached', withLimit(MESSAGES.data.goalsFull, GOALS_LIMIT));
  const { known: rules, left } = await knownRulesOf(ports, projectId, input.rules, settings.rules);
  if (Object.keys(ruleProblems(rules)).length > 0)
    throw new AppError('invalid_input', MESSAGES.rules.notSaved);
  const isSameRules = canonical(rules) === canonical(settings.rules);
  if (fresh.length > 0 || !isSameRules) {
    const act = { projectId, by, at: ports.clock.now(), before: settings.rules };
    const after = { file, goals: fresh.map(({ id }) => id), rules };
    await applySettings(
      ports,
      { ...settings, goals, rules },
      { ...act, subject: 'settings', kind: 'data.adopt', after },
      // The history of the rules is read from these.
      ...(isSameRules
        ? []
        : [{ ...act, subject: 'rules', kind: 'rules.save' as const, after: rules }]),
    );
  }
  return {
    added: fresh.length,
    same: found.known.length - fresh.length,
    left: [...found.left, ...left],
  };
}
