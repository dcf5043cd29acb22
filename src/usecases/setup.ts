// What is in place in Jira, and putting it in place, as the administrator who presses the button.
import type { Input } from '../contract/procedures';
import type { Setup } from '../contract/setup';
import { AppError } from '../domain/errors';
import type { Act, Permission, Ports } from '../ports';

type Unknown = { known: false; why: 'forbidden' | 'unavailable' };

/** What Jira says, or why it does not say. Nothing is guessed. */
const asked = <T extends object>(answer: Promise<T>): Promise<(T & { known: true }) | Unknown> =>
  answer.then(
    (found) => ({ ...found, known: true as const }),
    (error: unknown) => {
      const refused = error instanceof AppError && error.code === 'forbidden';
      return { known: false, why: refused ? ('forbidden' as const) : ('unavailable' as const) };
    },
  );

const standardTypes = async (ports: Ports, projectId: string): Promise<string[]> => {
  const types = await ports.projects.types(projectId, 'user');
  return types.filter(({ level }) => level === 0).map(({ id }) => id);
};

/** Asks Jira for the panel and for the gate in every workflow of the project's standard types. */
export async function lookAtSetup(
  ports: Ports,
  projectId: string,
  rights: ReadonlySet<Permission>,
): Promise<Setup> {
  const [panel, gate] = await Promise.all([
    asked(ports.panels.isPinned(projectId).then((pinned) => ({ pinned }))),
    asked(
      standardTypes(ports, projectId)
        .then((typeIds) => ports.workflows.ofProject(projectId, typeIds))
        .then((workflows) => ({ workflows })),
    ),
  ]);
  return { panel, gate, may: { administerJira: rights.has('ADMINISTER') } };
}

/** What Jira has done stands: a record that storage does not take must not say that nothing was changed. */
const record = (ports: Ports, act: Act): Promise<void> =>
  ports.acts.append(act).catch((error: unknown) => {
    const { projectId, subject, kind } = act;
    ports.log.error('act not recorded', error, { projectId, subject, kind });
  });

/**
 * Shows the panel on every item of the project, or only where somebody adds it.
 * @throws AppError jira_unavailable when Jira has taken the order and is not done with it yet
 */
export async function pinPanel(
  ports: Ports,
  by: string,
  { projectId, pinned }: Input<'panel.pin'>,
): Promise<void> {
  // Where Jira does not say what is there, it is told all the same.
  const before = await ports.panels.isPinned(projectId).catch(() => null);
  if (before === pinned) return;
  const order = await ports.panels.pin(projectId, pinned);
  await record(ports, {
    projectId,
    subject: 'panel',
    kind: 'panel.pin',
    by,
    at: ports.clock.now(),
    before,
    after: pinned,
  });
  await ports.panels.finished(order);
}

/**
 * Makes the gate stand on exactly the named transitions. The rules that were there before are kept
 * with the record of the act.
 * @throws AppError conflict when somebody else changed the workflow
 */
export async function placeGate(
  ports: Ports,
  by: string,
  { projectId, workflowId, version, transitionIds }: Input<'gate.place'>,
): Promise<void> {
  const typeIds = await standardTypes(ports, projectId);
  const where = { projectId, typeIds, workflowId, version };
  const before = await ports.workflows.place(where, transitionIds);
  if (before.length === 0) return;
  await record(ports, {
    projectId,
    subject: workflowId,
    kind: 'gate.place',
    by,
    at: ports.clock.now(),
    before: { version, transitions: before },
    after: { transitionIds },
  });
}
