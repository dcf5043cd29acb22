// What the people of an agreement have said of it, and saying so oneself.
import { useCallback, useEffect, useState } from 'react';
import { fingerprint } from '../../../../../src/contract/fingerprint';
import type { Output } from '../../../../../src/contract/procedures';
import { wordingOf, type Agreement, type SignatureKind } from '../../../../../src/domain/agreement';
import type { Goal } from '../../../../../src/domain/goal';
import { troubleOf, type Trouble } from '../../../components/failure';
import { call } from '../../../forge';

export type Signed = Output<'signatures.read'>;

export interface Signatures {
  /** Null while they are read. */
  signed: Signed | null;
  /** They could not be read. */
  failed: Trouble | null;
  retry: () => void;
  /** Fingerprint of what is agreed as this page shows it. */
  wording: string;
  say: (says: SignatureKind, note: string) => Promise<boolean>;
  /** What was said last was not kept. */
  trouble: Trouble | null;
  saying: SignatureKind | null;
}

export function useSignatures(
  projectId: string,
  agreement: Agreement,
  goals: readonly Goal[],
): Signatures {
  const [signed, setSigned] = useState<Signed | null>(null);
  const [failed, setFailed] = useState<Trouble | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [saying, setSaying] = useState<SignatureKind | null>(null);
  const [round, setRound] = useState(0);
  const { id: agreementId } = agreement;
  const wording = fingerprint(wordingOf(agreement, goals)) ?? '';
  useEffect(() => {
    let alive = true;
    setFailed(null);
    call('signatures.read', { projectId, agreementId }).then(
      (found) => alive && setSigned(found),
      (error: unknown) => alive && setFailed(troubleOf(error)),
    );
    return () => {
      alive = false;
    };
  }, [projectId, agreementId, round]);
  return {
    signed,
    failed,
    retry: useCallback(() => setRound((before) => before + 1), []),
    wording,
    trouble,
    saying,
    async say(says, note) {
      if (saying) return false;
      setSaying(says);
      setTrouble(null);
      try {
        setSigned(await call('agreement.sign', { projectId, agreementId, says, wording, note }));
        return true;
      } catch (error) {
        setTrouble(troubleOf(error));
        return false;
      } finally {
        setSaying(null);
      }
    },
  };
}
