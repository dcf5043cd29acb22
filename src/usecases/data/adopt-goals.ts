// Takes only goals and rules of a file, also of another project: goals under ids of their own here, and
// of the rules what this project and its site know.
import { GOALS_LIMIT } from '../../contract/limits';
import { fingerprint } from '../../contract/fingerprint';
import type { Input, Output } from '../../contract/procedures';
import { canonical } from '../../contract/properties';
import { AppError } from '../../domain/errors';
import type { Goal } from '../../domain/goal';
import { MESSAGES, withLimit } from '../../domain/messages';
import { ruleProblems, type Rules } from '../../domain/rules';
import type { Ports } from '../../ports';
import { applySettings } from '../apply-settings';
import { expectRevision } from '../save-goal';

/** The same goal of the same project gives the same id in this one, and no other does. */
const idHere = (projectId: string, goalId: string): string =>
  fingerprint([projectId, goalId]) ?? goalId;

/** Rules without ids that the project does not have. @returns them and the names of what was left out */
async function knownHere(ports: Ports, projectId: string, rules: Rules) {
  const [types, statuses] = await Promise.all([
    ports.projects.types(projectId, 'user'),
    ports.projects.statuses(projectId, 'user'),
  ]);
  const typeIds = new Set(types.map(({ id }) => id));
  const statusIds = new Set(statuses.map(({ id }) => id));
  const { kill, undelivered } = rules;
  const known: Rules = {
    ...rules,
    exemptTypeIds: rules.exemptTypeIds.filter((id) => typeIds.has(id)),
    agesByType: rules.agesByType.filter(({ typeId }) => typeIds.has(typeId)),
    kill: {
      ...kill,
      statusId: kill.statusId !== null && statusIds.has(kill.statusId) ? kill.statusId : null,
    },
    undelivered: undelivered && {
      ...undelivered,
      statusIds: undelivered.statusIds.filter((id) => statusIds.has(id)),
    },
  };
  const fields = ['exemptTypeIds', 'agesByType', 'kill', 'undelivered'] as const;
  const left = fields.filter((field) => canonical(rules[field]) !== canonical(known[field]));
  return { rules: known, left };
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
  const here = (goalId: string): string => (own.has(goalId) ? goalId : idHere(projectId, goalId));
  const fresh = input.goals
    .map((one): Goal => ({
      ...one,
      id: here(one.id),
      ...(one.successorId !== undefined && { successorId: here(one.successorId) }),
    }))
    .filter(({ id }) => !own.has(id));
  const goals = [...settings.goals, ...fresh];
  if (goals.length > GOALS_LIMIT)
    throw new AppError('limit_reached', withLimit(MESSAGES.data.goalsFull, GOALS_LIMIT));
  const { rules, left } = await knownHere(ports, projectId, input.rules);
  if (Object.keys(ruleProblems(rules)).length > 0)
    throw new AppError('invalid_input', MESSAGES.rules.notSaved);
  const result = { added: fresh.length, same: input.goals.length - fresh.length, left };
  const isSame = fresh.length === 0 && canonical(rules) === canonical(settings.rules);
  if (!isSame)
    await applySettings(
      ports,
      { ...settings, goals, rules },
      {
        ...{ projectId, subject: 'settings', kind: 'data.adopt', by, at: ports.clock.now() },
        before: settings.rules,
        after: { file, goals: fresh.map(({ id }) => id), rules },
      },
    );
  return result;
}
