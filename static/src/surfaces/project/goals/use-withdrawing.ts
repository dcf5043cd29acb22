// Taking a reading back, and putting it back.
import { useState } from 'react';
import type { ReadingView } from '../../../../../src/contract/goals';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { troubleOf, type Trouble } from '../../../components/failure';
import { call, CallError } from '../../../forge';
import { readings as text } from '../../../messages/project-goals';

export interface Withdrawing {
  /** Day of the reading that is being changed; null while nothing is. */
  busy: string | null;
  trouble: { title: string; trouble: Trouble } | null;
  withdraw: (reading: ReadingView, withdrawn: boolean) => void;
}

/** One at a time. After a refusal for a newer reading the project is shown as it is now. */
export function useWithdrawing(
  projectId: string,
  onProject: (next: OpenProject) => void,
  onDone: (said: string) => void,
): Withdrawing {
  const [busy, setBusy] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Withdrawing['trouble']>(null);

  async function refuse(error: unknown, title: string): Promise<void> {
    setTrouble({ title, trouble: troubleOf(error) });
    if (!(error instanceof CallError) || error.code !== 'conflict') return;
    onProject(await call('project.open', { projectId }));
    setTrouble({ title, trouble: { message: text.changedMeanwhile } });
  }

  async function run({ goalId, day, rev }: ReadingView, withdrawn: boolean): Promise<void> {
    setBusy(day);
    setTrouble(null);
    try {
      onProject(await call('reading.withdraw', { projectId, goalId, day, rev, withdrawn }));
      onDone(withdrawn ? text.said.back : text.said.put);
    } catch (error) {
      // Where the project can't be opened either, the first refusal stands.
      await refuse(error, withdrawn ? text.backFailed : text.putFailed).catch(() => undefined);
    } finally {
      setBusy(null);
    }
  }
  return {
    busy,
    trouble,
    withdraw: (reading, withdrawn) => {
      if (busy === null) void run(reading, withdrawn);
    },
  };
}
