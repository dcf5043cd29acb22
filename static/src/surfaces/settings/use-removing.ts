// Deleting an agreement, and taking that back by writing it down again.
import { useState } from 'react';
import type { Agreement } from '../../../../src/domain/agreement';
import { troubleOf, type Trouble } from '../../components/failure';
import { call, CallError } from '../../forge';
import { settingsAgreement as text } from '../../messages/settings-agreement';
import type { SettingsPageState } from './page';
import { sendAgain } from './send-again';

interface Refused {
  title: string;
  trouble: Trouble;
}

/** There is no form to show the sentences of fields at. */
const troubleIn = (problem: unknown): Trouble =>
  problem instanceof CallError && Object.keys(problem.fields).length > 0
    ? { message: Object.values(problem.fields).join(' ') }
    : troubleOf(problem);

export interface Removing {
  /** What was deleted last and not written down again. */
  removed: Agreement | null;
  refused: Refused | null;
  sending: boolean;
  remove: (agreement: Agreement) => Promise<void>;
  restore: (agreement: Agreement) => Promise<void>;
}

/** @param onRestored where the reader goes on */
export function useRemoving(page: SettingsPageState, onRestored: () => void): Removing {
  const { projectId } = page.open;
  const [removed, setRemoved] = useState<Agreement | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [sending, setSending] = useState(false);

  async function send(title: string, change: () => Promise<void>): Promise<boolean> {
    setSending(true);
    setRefused(null);
    try {
      await change();
      return true;
    } catch (problem) {
      setRefused({ title, trouble: troubleIn(problem) });
      return false;
    } finally {
      setSending(false);
    }
  }

  async function remove(agreement: Agreement): Promise<void> {
    const agreementId = agreement.id;
    const change = () =>
      sendAgain(page, (rev) => call('agreement.remove', { projectId, rev, agreementId }));
    if (await send(text.notDeleted, change)) setRemoved(agreement);
  }

  async function restore({ id: _, ...agreement }: Agreement): Promise<void> {
    const change = () =>
      sendAgain(page, (rev) => call('agreement.save', { projectId, rev, agreement }));
    if (!(await send(text.notRestored, change))) return;
    setRemoved(null);
    page.say(text.saved);
    onRestored();
  }

  return { removed, refused, sending, remove, restore };
}
