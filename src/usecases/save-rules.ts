// Saves a project's rules, switches its scan on or off, and publishes the gate.
import type { Input } from '../contract/procedures';
import { AppError, type FieldErrors } from '../domain/errors';
import { ruleProblems } from '../domain/rules';
import type { Ports } from '../ports';
import { applySettings } from './apply-settings';
import { expectRevision } from './save-goal';
import { MESSAGES } from '../domain/messages';

export async function saveRules(
  ports: Ports,
  by: string,
  input: Input<'rules.save'>,
): Promise<void> {
  const { projectId, rules } = input;
  const problems = Object.entries(ruleProblems(rules));
  if (problems.length > 0) {
    const fields: FieldErrors = Object.fromEntries(
      problems.map(([field, problem]) => [`rules.${field}`, problem]),
    );
    throw new AppError('invalid_input', MESSAGES.rules.notSaved, {
      fields,
    });
  }
  const settings = await ports.settings.load(projectId);
  expectRevision(settings, input.rev);
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
