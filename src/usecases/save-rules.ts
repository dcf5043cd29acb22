// Saves a project's rules, switches its scan on or off, and publishes the gate.
import type { Input } from '../contract/procedures';
import { AppError, type FieldErrors } from '../domain/errors';
import { ruleProblems } from '../domain/rules';
import { nextDue } from '../domain/schedule';
import type { Ports } from '../ports';
import { publishGate } from './publish-gate';
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
  const now = ports.clock.now();
  const saved = await ports.settings.save(
    { ...settings, rules },
    {
      projectId,
      subject: 'rules',
      kind: 'rules.save',
      by,
      at: now,
      before: settings.rules,
      after: rules,
    },
  );
  await scheduleScan(ports, projectId, rules, now);
  await publishGate(ports, saved);
}

async function scheduleScan(
  ports: Ports,
  projectId: string,
  rules: { scan: boolean; timeZone: string },
  now: number,
): Promise<void> {
  const scan = await ports.scans.read(projectId);
  if (!scan && !rules.scan) return;
  const lastDay = scan?.lastDay ?? null;
  await ports.scans.save({
    lastAt: null,
    listed: 0,
    changed: 0,
    warned: 0,
    candidates: 0,
    ...scan,
    projectId,
    lastDay,
    on: rules.scan,
    dueAt: nextDue(lastDay, now, rules.timeZone),
  });
}
