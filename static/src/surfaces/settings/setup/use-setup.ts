// Asks what is in place once the page stands, and again when somebody wants to know.
import { useCallback, useEffect, useState } from 'react';
import type { Setup } from '../../../../../src/contract/setup';
import { troubleOf, type Trouble } from '../../../components/failure';
import { call } from '../../../forge';
import { messages } from '../../../messages';

export interface SetupState {
  /** What Jira said last; null before its first answer. */
  found: Setup | null;
  asking: boolean;
  trouble: Trouble | null;
  look: () => void;
  /** Takes over what an act gave. */
  take: (setup: Setup) => void;
}

export function useSetup(projectId: string, say: (text: string) => void): SetupState {
  const [found, setFound] = useState<Setup | null>(null);
  const [asking, setAsking] = useState(true);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    call('setup.look', { projectId })
      .then((setup) => {
        if (!current) return;
        setFound(setup);
        setTrouble(null);
        if (round > 0) say(messages.settings.setup.refreshed);
      })
      .catch((error: unknown) => current && setTrouble(troubleOf(error)))
      .finally(() => current && setAsking(false));
    return () => {
      current = false;
    };
  }, [projectId, round, say]);
  const look = useCallback(() => {
    setAsking(true);
    setRound((last) => last + 1);
  }, []);
  return { found, asking, trouble, look, take: setFound };
}
