// What the people of an agreement say of it, each for themselves.
import { fingerprint } from '../contract/fingerprint';
import type { Input, Output } from '../contract/procedures';
import { wordingOf, type Agreement, type Signature } from '../domain/agreement';
import { AppError } from '../domain/errors';
import { MESSAGES } from '../domain/messages';
import type { Act, KeptSignature, Ports } from '../ports';

const SAY = MESSAGES.agreement;

const KINDS = {
  signed: 'agreement.sign',
  declined: 'agreement.decline',
  withdrawn: 'agreement.unsign',
} as const satisfies Record<Signature['says'], Act['kind']>;

function found(agreements: readonly Agreement[], agreementId: string): Agreement {
  const agreement = agreements.find(({ id }) => id === agreementId);
  if (!agreement) throw new AppError('not_found', SAY.unknown);
  return agreement;
}

const plain = ({ accountId, says, wording, note, at }: KeptSignature): Signature => ({
  ...{ accountId, says, wording, note, at },
});

async function signaturesOf(
  ports: Ports,
  { id, personIds }: Agreement,
  caller: string,
): Promise<Output<'signatures.read'>> {
  const kept = await Promise.all(personIds.map((person) => ports.signatures.read(id, person)));
  return {
    signatures: kept.flatMap((one) => (one ? [plain(one)] : [])),
    mine: personIds.includes(caller) ? caller : null,
  };
}

/**
 * What the people of an agreement said of it last. @throws AppError not_found for one that is not there
 */
export async function readSignatures(
  ports: Ports,
  caller: string,
  { projectId, agreementId }: Input<'signatures.read'>,
): Promise<Output<'signatures.read'>> {
  const { agreements } = await ports.settings.load(projectId);
  return signaturesOf(ports, found(agreements, agreementId), caller);
}

/**
 * Keeps what the caller says, with its act; saying the same again changes nothing. That the
 * agreement names the caller was checked.
 * @throws AppError conflict when the page showed another wording than the one that stands
 */
export async function signAgreement(
  ports: Ports,
  by: string,
  input: Input<'agreement.sign'>,
): Promise<Output<'agreement.sign'>> {
  const { projectId, agreementId, says, wording, note } = input;
  const { agreements, goals } = await ports.settings.load(projectId);
  const agreement = found(agreements, agreementId);
  if (says !== 'withdrawn' && fingerprint(wordingOf(agreement, goals)) !== wording)
    throw new AppError('conflict', SAY.reworded);
  const before = await ports.signatures.read(agreementId, by);
  const said = before ? plain(before) : null;
  const same = said?.says === says && said.wording === wording && said.note === note;
  if (!same && (said !== null || says !== 'withdrawn')) {
    const at = ports.clock.now();
    const after: Signature = { accountId: by, says, wording, note, at };
    const act = { projectId, subject: agreementId, kind: KINDS[says], by, at, before: said, after };
    const next = { ...after, agreementId, rev: (before?.rev ?? 0) + 1 };
    await ports.signatures.save(projectId, next, before?.rev ?? 0, act);
  }
  return signaturesOf(ports, agreement, by);
}
