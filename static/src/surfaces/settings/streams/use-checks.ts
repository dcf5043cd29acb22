// Asks Jira about typed conditions a moment after the last key; what it said of one is kept.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { clauseProblem } from '../../../../../src/domain/stream-clause';
import { useFormat } from '../../../components/reader';
import type { SettingsPageState } from '../page';
import { checkClauses, readOpen, type Checked, type Members } from './check';

/** After the last key, milliseconds. */
const PAUSE = 500;

export interface Checks {
  /** Undefined while Jira is asked, and for what it is not asked about. */
  of: (clause: string) => Checked | undefined;
  /** All open items; null while they are read, or could not be. */
  open: Members | null;
  retry: () => void;
}

/** @param compares whether all open items are wanted, too */
export function useChecks(
  page: SettingsPageState,
  clauses: readonly string[],
  compares: boolean,
): Checks {
  const { timeZone: zone } = useFormat();
  const { open, site } = page;
  const place = useMemo(
    () => ({
      projectId: open.projectId,
      standardTypeIds: site.types.map(({ id }) => id),
      zone,
    }),
    [open.projectId, site, zone],
  );
  const [known, setKnown] = useState<ReadonlyMap<string, Checked>>(new Map());
  const [all, setAll] = useState<Members | null>(null);
  const waiting = clauses
    .map((clause) => clause.trim())
    .filter((clause) => clauseProblem(clause) === null && !known.has(clause));
  const key = JSON.stringify([...new Set(waiting)]);
  useEffect(() => {
    let alive = true;
    const asked = JSON.parse(key) as string[];
    if (asked.length === 0) return;
    const keep = (found: ReadonlyMap<string, Checked>) =>
      alive && setKnown((before) => new Map([...before, ...found]));
    const timer = setTimeout(() => {
      checkClauses(place, asked).then(keep, () =>
        keep(new Map(asked.map((clause) => [clause, { kind: 'failed' }]))),
      );
    }, PAUSE);
    return () => {
      alive = false;
      clearTimeout(timer);
    };
  }, [key, place]);
  const wantsAll = compares && all === null;
  useEffect(() => {
    if (!wantsAll) return;
    let alive = true;
    readOpen(place).then(
      (found) => alive && setAll(found),
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [wantsAll, place]);
  const retry = useCallback(
    () => setKnown((before) => new Map([...before].filter(([, one]) => one.kind !== 'failed'))),
    [],
  );
  return { of: (clause) => known.get(clause.trim()), open: all, retry };
}
