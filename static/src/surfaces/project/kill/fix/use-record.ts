// Records a fix once the item was mended. What was mended is not done twice when recording fails.
import { useState } from 'react';
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import type { Fix } from '../../../../../../src/domain/decision';
import { troubleOf, type Trouble } from '../../../../components/failure';
import { call } from '../../../../forge';
import type { JiraCall } from '../../gather/jira-call';
import { readIssue, seenOf, type Candidate } from '../../gather/kill-list';
import { countedEffort } from '../agenda';
import { conflictOf } from '../conflict';

export interface FixDone {
  fix: Fix;
  reason: string;
  /** Keys of the items that it was split into. */
  into?: string[];
}

export interface Recording {
  isBusy: boolean;
  trouble: Trouble | null;
  record: (done: FixDone) => Promise<void>;
  retry: () => void;
}

/** `onRecorded` gets what storage keeps of the item then. */
export function useRecord(
  jira: JiraCall,
  candidate: Candidate,
  rev: number,
  onRecorded: (view: DecisionView, done: FixDone) => void,
): Recording {
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [last, setLast] = useState<FixDone | null>(null);
  const [known, setKnown] = useState(rev);
  async function record(done: FixDone): Promise<void> {
    setLast(done);
    setTrouble(null);
    setBusy(true);
    try {
      // The mending itself has changed the item, so that it is seen anew.
      const issue = await readIssue(jira, candidate.id);
      const { fix, reason, into } = done;
      const effort = countedEffort(candidate);
      const view = await call('decision.begin', {
        itemId: candidate.id,
        decision: {
          kind: 'fix',
          fix,
          reason,
          ...(into && { into }),
          ...(effort !== null && { effort }),
        },
        seen: { ...seenOf(issue), rev: Math.max(rev, known) },
      });
      setKnown(view.rev);
      onRecorded(view, done);
    } catch (error) {
      const conflict = conflictOf(error);
      if (conflict) setKnown(conflict.view?.rev ?? 0);
      setTrouble(troubleOf(error));
    } finally {
      setBusy(false);
    }
  }
  return { isBusy, trouble, record, retry: () => void (last && record(last)) };
}
