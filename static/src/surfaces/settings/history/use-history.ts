// Who changed the rules and what they were, read once for all sections, and anew after a save.
import { useCallback, useEffect, useState } from 'react';
import type { OpenProject, Output } from '../../../../../src/contract/procedures';
import { canonical } from '../../../../../src/contract/properties';
import type { Rules } from '../../../../../src/domain/rules';
import { call } from '../../../forge';

export type History = Output<'settings.history'>;

export interface HistoryState {
  /** Null while it is read; `failed` when it could not be. */
  found: History | 'failed' | null;
  retry: () => void;
}

const FIELDS = (rules: Rules) => Object.keys(rules) as (keyof Rules)[];

/** Reads on for some fields. @throws {CallError} */
export const readHistory = (
  projectId: string,
  fields: readonly (keyof Rules)[],
  after?: string,
): Promise<History> =>
  call('settings.history', {
    projectId,
    fields: [...fields],
    ...(after === undefined ? {} : { after }),
  });

export function useHistory({
  projectId,
  rules,
}: Pick<OpenProject, 'projectId' | 'rules'>): HistoryState {
  const [found, setFound] = useState<HistoryState['found']>(null);
  const [round, setRound] = useState(0);
  const [fields] = useState(() => FIELDS(rules));
  const saved = canonical(rules);
  useEffect(() => {
    let alive = true;
    readHistory(projectId, fields).then(
      (history) => alive && setFound(history),
      () => alive && setFound('failed'),
    );
    return () => {
      alive = false;
    };
  }, [projectId, fields, saved, round]);
  return { found, retry: useCallback(() => setRound((before) => before + 1), []) };
}
