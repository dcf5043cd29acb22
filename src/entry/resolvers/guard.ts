// The one guard before every procedure: parse, check with Jira as the user for the very id that is
// acted on, run, answer an envelope. Nothing from the payload or the page's context is believed about
// who calls; a resolver never throws.
import { z } from 'zod';
import type { Envelope, Failure } from '../../contract/envelope';
import { readBy } from '../../contract/read-by';
import {
  procedures,
  type Access,
  type Input,
  type Output,
  type Procedure,
  type ProcedureName,
} from '../../contract/procedures';
import { AppError, StorageBusyError, type FieldErrors } from '../../domain/errors';
import { mayReport } from '../../domain/goal';
import { isMember } from '../../domain/rules';
import type { Permission, Ports } from '../../ports';
import { MESSAGES } from '../../domain/messages';

/** Who calls, as the platform says, and what they may do to what they named. */
export interface Caller {
  accountId: string;
  rights: ReadonlySet<Permission>;
}

export type UseCase<N extends ProcedureName> = (
  input: Input<N>,
  caller: Caller,
) => Promise<Output<N>>;

/** What Forge hands to a resolver function; the account comes from the platform. */
export interface Call {
  payload: unknown;
  context: { accountId?: string | undefined };
}

/** Forge's account id of a visitor who is not logged in. */
const ANONYMOUS = 'unidentified';

function fieldErrors(error: z.ZodError): FieldErrors {
  const fields: FieldErrors = {};
  for (const { path, message } of error.issues) fields[path.map(String).join('.')] ??= message;
  return fields;
}

const subjects = {
  item: z.object({ itemId: z.string() }),
  items: z.object({ itemIds: z.array(z.string()) }),
  project: z.object({ projectId: z.string() }),
  goal: z.object({ projectId: z.string(), goalId: z.string() }),
  agreement: z.object({ projectId: z.string(), agreementId: z.string() }),
};

/** What may be done with a thing: Jira's permissions, and what the project's own rules add. */
interface Rights {
  permissions: ReadonlySet<Permission>;
  /** Owner of the goal that is named. */
  ownsGoal: boolean;
  /** One of the people of the agreement that is named. */
  isNamed: boolean;
  /** Member of the forum of the project in which the named item lies. */
  isMember: boolean;
}

const NOBODY = { ownsGoal: false, isNamed: false, isMember: false };

async function rightsFor(
  ports: Ports,
  access: Access,
  input: unknown,
  accountId: string,
): Promise<Rights> {
  if (access.on === 'goal') return rightsOnGoal(ports, input, accountId);
  if (access.on === 'agreement') return rightsOnAgreement(ports, input, accountId);
  const permissions = await permissionsFor(ports, access, input);
  const bare = { ...NOBODY, permissions };
  // Who can't see the item does not learn who decides about it.
  if (access.right !== 'decide' || !permissions.has('BROWSE_PROJECTS')) return bare;
  const projectId = await ports.items.projectOf(subjects.item.parse(input).itemId);
  const { rules } = await ports.settings.load(projectId);
  return { ...bare, isMember: isMember(rules.forum, accountId) };
}

async function rightsOnGoal(ports: Ports, input: unknown, accountId: string): Promise<Rights> {
  const { projectId, goalId } = subjects.goal.parse(input);
  const permissions = await ports.rights.onProject(projectId);
  const bare = { ...NOBODY, permissions };
  // Who can't see the project does not learn which goals it has.
  if (!permissions.has('BROWSE_PROJECTS')) return bare;
  const { goals } = await ports.settings.load(projectId);
  const goal = goals.find(({ id }) => id === goalId);
  if (!goal) throw new AppError('not_found', MESSAGES.goal.unknown);
  return { ...bare, ownsGoal: mayReport(goal, accountId, false) };
}

async function rightsOnAgreement(ports: Ports, input: unknown, accountId: string): Promise<Rights> {
  const { projectId, agreementId } = subjects.agreement.parse(input);
  const permissions = await ports.rights.onProject(projectId);
  const bare = { ...NOBODY, permissions };
  if (!permissions.has('BROWSE_PROJECTS')) return bare;
  const { agreements } = await ports.settings.load(projectId);
  const agreement = agreements.find(({ id }) => id === agreementId);
  if (!agreement) throw new AppError('not_found', MESSAGES.agreement.unknown);
  return { ...bare, isNamed: agreement.personIds.includes(accountId) };
}

async function permissionsFor(
  ports: Ports,
  access: Exclude<Access, { on: 'goal' | 'agreement' }>,
  input: unknown,
): Promise<ReadonlySet<Permission>> {
  switch (access.on) {
    case 'item':
      return ports.rights.onItem(subjects.item.parse(input).itemId);
    case 'project':
      return ports.rights.onProject(subjects.project.parse(input).projectId);
    case 'items': {
      const { itemIds } = subjects.items.parse(input);
      const seen = await ports.rights.seen(itemIds);
      // All or nothing: an answer about some of them would tell which ones are hidden.
      return new Set(itemIds.every((itemId) => seen.has(itemId)) ? ['BROWSE_PROJECTS'] : []);
    }
  }
}

function isAllowed(
  { right }: Access,
  { permissions: rights, ownsGoal, isNamed, isMember }: Rights,
): boolean {
  switch (right) {
    case 'report':
      return rights.has('BROWSE_PROJECTS') && (ownsGoal || rights.has('ADMINISTER_PROJECTS'));
    case 'sign':
      return rights.has('BROWSE_PROJECTS') && isNamed;
    case 'browse':
      return rights.has('BROWSE_PROJECTS');
    case 'edit':
      return rights.has('BROWSE_PROJECTS') && rights.has('EDIT_ISSUES');
    case 'decide':
      return (
        isMember &&
        rights.has('BROWSE_PROJECTS') &&
        (rights.has('EDIT_ISSUES') || rights.has('TRANSITION_ISSUES'))
      );
    case 'result':
      return (
        rights.has('BROWSE_PROJECTS') &&
        (rights.has('EDIT_ISSUES') || rights.has('TRANSITION_ISSUES'))
      );
    case 'administer':
      return rights.has('ADMINISTER_PROJECTS');
    case 'administerJira':
      return rights.has('BROWSE_PROJECTS') && rights.has('ADMINISTER');
  }
}

function failureOf(error: unknown, requestId: string): Failure {
  if (error instanceof StorageBusyError)
    return { code: 'internal', message: MESSAGES.storageBusy, requestId };
  if (!(error instanceof AppError))
    return { code: 'internal', message: MESSAGES.internal, requestId };
  const { code, message, fields, reason, details } = error;
  return {
    ...{ code, message, requestId },
    ...(fields && { fields }),
    ...(reason && { reason }),
    ...(details ? { details } : {}),
  };
}

/** Puts the guard before a use case. */
export function guard<N extends ProcedureName>(
  ports: Ports,
  name: N,
  run: UseCase<N>,
): (call: Call) => Promise<Envelope<Output<N>>> {
  const procedure: Procedure = procedures[name];
  return async ({ payload, context }) => {
    const requestId = ports.ids.next();
    try {
      const { accountId } = context;
      if (!accountId || accountId === ANONYMOUS)
        throw new AppError('forbidden', MESSAGES.denied.anonymous);
      const parsed = readBy(procedure.input, payload);
      if (!parsed.success)
        throw new AppError('invalid_input', MESSAGES.input, {
          fields: fieldErrors(parsed.error),
        });
      const rights = await rightsFor(ports, procedure.access, parsed.data, accountId);
      if (!isAllowed(procedure.access, rights))
        throw new AppError('forbidden', MESSAGES.denied[procedure.access.right]);
      const data = await run(parsed.data as Input<N>, { accountId, rights: rights.permissions });
      // Strips what the contract does not name.
      return { ok: true, data: procedure.output.parse(data) as Output<N> };
    } catch (error) {
      ports.log.error('procedure refused', error, { procedure: name, requestId });
      return { ok: false, error: failureOf(error, requestId) };
    }
  };
}
