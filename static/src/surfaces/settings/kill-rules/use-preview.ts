// Counts what the typed rules would do, a moment after the last change.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { canonical } from '../../../../../src/contract/properties';
import type { ParentFacts } from '../../../../../src/domain/item';
import type { Rules } from '../../../../../src/domain/rules';
import { useFormat } from '../../../components/reader';
import { jira } from '../../../forge';
import { LISTED_LIMIT, SIDE_BY_SIDE } from '../../project/gather/bounds';
import { createCounts, type Counts, type Numbers } from '../../project/gather/counts';
import { limitCalls } from '../../project/gather/jira-call';
import type { NumberState } from '../../project/gather/number-state';
import { readParents } from '../../project/gather/parents';
import type { SettingsPageState } from '../page';
import { previewOf, savable, type PreviewName } from './preview';

/** After the last key, milliseconds. */
const PAUSE = 500;
const openCalls = limitCalls(jira, SIDE_BY_SIDE);

export interface RulesPreview {
  /** Undefined while nothing can be said: a field is refused, or the number is new. */
  state: (name: PreviewName) => NumberState | undefined;
  jql: (name: PreviewName) => string | null;
  retry: (name: PreviewName) => void;
  /** Whether the typed rules can be counted at all. */
  counts: boolean;
}

/** The answered parents, read once; null while they are read and where they could not be. */
function useParents({ open, site }: SettingsPageState, round: number) {
  const format = useFormat();
  const [parents, setParents] = useState<readonly ParentFacts[] | 'failed' | null>(null);
  const { projectId } = open;
  const { aboveTypeIds } = site;
  useEffect(() => {
    let alive = true;
    setParents(null);
    readParents(jira, { projectId, zone: format.timeZone, aboveTypeIds }).then(
      (read) => alive && setParents(read),
      () => alive && setParents('failed'),
    );
    return () => {
      alive = false;
    };
  }, [projectId, aboveTypeIds, format.timeZone, round]);
  return parents;
}

/** The typed rules that can be counted, once nobody has typed for a moment. */
function useSettled(typed: Rules): Rules | null {
  const valid = savable(typed);
  const key = valid ? canonical(valid) : '';
  const latest = useRef(valid);
  latest.current = valid;
  const [settled, setSettled] = useState(valid);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => setSettled(latest.current), PAUSE);
    return () => clearTimeout(timer);
  }, [key]);
  return valid && settled;
}

/** @param typed the rules with what is typed in the place of what is saved */
export function useRulesPreview(page: SettingsPageState, typed: Rules): RulesPreview {
  const { open, site } = page;
  const format = useFormat();
  const [round, setRound] = useState(0);
  const parents = useParents(page, round);
  const rules = useSettled(typed);
  const [now] = useState(() => Date.now());
  const preview = useMemo(() => {
    if (!rules || !parents || parents === 'failed') return null;
    const frame = {
      goals: open.goals,
      standardTypeIds: site.types.map(({ id }) => id),
      undelivered: site.usual,
      parents,
    };
    const place = { projectId: open.projectId, zone: format.timeZone, now, today: open.today };
    return previewOf(rules, frame, place);
  }, [rules, parents, open, site, now, format.timeZone]);
  const [counted, setCounted] = useState<{ of: unknown; numbers: Numbers<PreviewName> } | null>(
    null,
  );
  const counts = useRef<Counts<PreviewName> | null>(null);
  useEffect(() => {
    if (!preview) return;
    let alive = true;
    const calls = openCalls();
    const created = createCounts<PreviewName>({
      jira: calls.jira,
      searches: Object.fromEntries(Object.entries(preview).map(([name, { sum }]) => [name, sum])),
      aboutAbove: LISTED_LIMIT,
      onChange: (numbers) => {
        if (alive) setCounted({ of: preview, numbers });
      },
    });
    counts.current = created;
    void created.start();
    return () => {
      alive = false;
      calls.leave();
    };
  }, [preview]);
  const numbers = preview && counted?.of === preview ? counted.numbers : null;
  const retry = useCallback(
    (name: PreviewName) =>
      parents === 'failed' ? setRound((before) => before + 1) : void counts.current?.retry(name),
    [parents],
  );
  return {
    state: (name) => (parents === 'failed' ? { kind: 'failed' } : numbers?.[name]),
    jql: (name) => preview?.[name]?.jql ?? null,
    retry,
    counts: rules !== null,
  };
}
