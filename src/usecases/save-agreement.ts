// With whom the goals of a period were agreed, and when: written down, and taken out again.
import { AGREEMENTS_LIMIT } from '../contract/limits';
import type { Input } from '../contract/procedures';
import { agreementProblems, type Agreement } from '../domain/agreement';
import { dayOf } from '../domain/days';
import { AppError, type FieldErrors } from '../domain/errors';
import { MESSAGES, withLimit } from '../domain/messages';
import type { Ports } from '../ports';
import { expectRevision } from './save-goal';

const SAY = MESSAGES.agreement;

/** People who were named before may have left; who is named anew has to be there. */
async function strangers(
  ports: Ports,
  by: string,
  { projectId, personIds }: { projectId: string; personIds: readonly string[] },
  before: readonly string[],
): Promise<boolean> {
  const added = personIds.filter((id) => id !== by && !before.includes(id));
  const known = await Promise.all(added.map((id) => ports.projects.mayBrowse(projectId, id)));
  return known.includes(false);
}

/** @throws AppError invalid_input with a sentence at each field that cannot be saved */
export async function saveAgreement(
  ports: Ports,
  by: string,
  input: Input<'agreement.save'>,
): Promise<void> {
  const { projectId } = input;
  const settings = await ports.settings.load(projectId);
  expectRevision(settings, input.rev);
  const { agreements, rules } = settings;
  const before = agreements.find(({ id }) => id === input.agreementId);
  if (input.agreementId !== undefined && !before) throw new AppError('not_found', SAY.unknown);
  if (!before && agreements.length >= AGREEMENTS_LIMIT)
    throw new AppError('limit_reached', withLimit(SAY.limit, AGREEMENTS_LIMIT));
  const now = ports.clock.now();
  const agreement: Agreement = { ...input.agreement, id: before?.id ?? ports.ids.next() };
  const others = agreements.filter(({ id }) => id !== agreement.id);
  const problems = agreementProblems(agreement, others, dayOf(now, rules.timeZone));
  const { personIds } = agreement;
  if (await strangers(ports, by, { projectId, personIds }, before?.personIds ?? []))
    problems.personIds ??= SAY.personGone;
  const fields: FieldErrors = Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [`agreement.${field}`, problem]),
  );
  if (Object.keys(fields).length > 0) throw new AppError('invalid_input', SAY.notSaved, { fields });
  await ports.settings.save(
    { ...settings, agreements: [...others, agreement] },
    {
      projectId,
      subject: agreement.id,
      kind: 'agreement.save',
      by,
      at: now,
      before: before ?? null,
      after: agreement,
    },
  );
}

/**
 * Takes an agreement out of its project; its act keeps what it said. Signatures of it are shown to
 * nobody any more.
 */
export async function removeAgreement(
  ports: Ports,
  by: string,
  { projectId, rev, agreementId }: Input<'agreement.remove'>,
): Promise<void> {
  const settings = await ports.settings.load(projectId);
  expectRevision(settings, rev);
  const before = settings.agreements.find(({ id }) => id === agreementId);
  if (!before) throw new AppError('not_found', SAY.unknown);
  await ports.settings.save(
    { ...settings, agreements: settings.agreements.filter(({ id }) => id !== agreementId) },
    {
      ...{ projectId, subject: agreementId, kind: 'agreement.remove', by },
      at: ports.clock.now(),
      before,
      after: null,
    },
  );
}
