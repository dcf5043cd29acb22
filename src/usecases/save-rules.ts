// Saves a project's rules, switches its scan on or off, and publishes the gate.
import type { Input } from '../contract/procedures';
import { AppError, type FieldErrors } from '../domain/errors';
import { ruleProblems, type Rules } from '../domain/rules';
import type { Ports } from '../ports';
import { applySettings } from './apply-settings';
import { expectRevision } from './save-goal';
import { filled, MESSAGES } from '../domain/messages';

/** The conditions of these rules, by the place of each. */
const clausesOf = ({ streams, blocked }: Rules): [place: string, clause: string][] => [
  ...streams.map(({ clause }, at): [string, string] => [`streams.${at}.clause`, clause]),
  ...(blocked ? [['blocked', blocked] as [string, string]] : []),
];

/** What Jira's parser, asked as the user, says against conditions that were not there before. */
export async function refusedClauses(
  ports: Ports,
  rules: Rules,
  before: Rules,
): Promise<FieldErrors> {
  const known = new Set(clausesOf(before).map(([, clause]) => clause));
  const typed = clausesOf(rules).filter(([, clause]) => !known.has(clause));
  const said = await ports.projects.refusals(typed.map(([, clause]) => clause));
  return Object.fromEntries(
    typed.flatMap(([place], at) => {
      const why = said[at];
      return why ? [[`rules.${place}`, filled(MESSAGES.rules.clauseRefused, { why })]] : [];
    }),
  );
}

function expectNone(fields: FieldErrors): void {
  if (Object.keys(fields).length > 0)
    throw new AppError('invalid_input', MESSAGES.rules.notSaved, { fields });
}

/**
 * @throws AppError invalid_input with a sentence for each rule; conflict for another revision than the page saw
 */
export async function saveRules(
  ports: Ports,
  by: string,
  input: Input<'rules.save'>,
): Promise<void> {
  const { projectId, rules } = input;
  expectNone(
    Object.fromEntries(
      Object.entries(ruleProblems(rules)).map(([place, problem]) => [`rules.${place}`, problem]),
    ),
  );
  const settings = await ports.settings.load(projectId);
  expectRevision(settings, input.rev);
  expectNone(await refusedClauses(ports, rules, settings.rules));
  await applySettings(
    ports,
    { ...settings, rules },
    {
      projectId,
      subject: 'rules',
      kind: 'rules.save',
      by,
      at: ports.clock.now(),
      before: settings.rules,
      after: rules,
    },
  );
}
