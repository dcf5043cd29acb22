// Counts what typed rules would do, a moment after the last change.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { canonical } from '../../../../../src/contract/properties';
import type { Frame } from '../../../../../src/domain/band';
import type { ParentFacts } from '../../../../../src/domain/item';
import type { Moment } from '../../../../../src/domain/kill';
import type { Rules } from '../../../../../src/domain/rules';
import { useFormat } from '../../../components/reader';
import { jira } from '../../../forge';
import type { Counts, Numbers } from '../../project/gather/counts';
import type { NumberState } from '../../project/gather/number-state';
import type { Site } from '../load';
import type { SettingsPageState } from '../page';
import { problemsOf } from '../use-section';
import type * as CountingFile from './counting';

/** After the last key, milliseconds. */
const PAUSE = 500;

type Counting = typeof CountingFile;
type NumberLink = Counting['NumberLink'];

/** What the numbers of a preview are made from. */
export interface PreviewOf {
  /** As typed, and as saved. */
  rules: Rules;
  saved: Rules;
  site: Site;
  frame: Omit<Frame, 'rules'>;
  moment: Moment;
  /** The viewer's, in which Jira reads moments. */
  zone: string;
}

type NumbersOf<N extends string> = (of: PreviewOf) => Record<N, CountingFile.RuledNumber>;

/** Fetches what the numbers are. Has to stay the same function. */
type LoadNumbers<N extends string> = () => Promise<NumbersOf<N>>;

export interface LivePreview<N extends string> {
  /** Draws a number; null until its code is there. */
  Number: NumberLink | null;
  /** What the counts rest on could not be read. */
  failed: boolean;
  /** Undefined while nothing can be said: a field is refused, or the number is new. */
  state: (name: N) => NumberState | undefined;
  jql: (name: N) => string | null;
  retry: (name: N) => void;
  /** Whether the typed rules can be counted at all. */
  counts: boolean;
}

interface Ready<N extends string> {
  numbersOf: NumbersOf<N>;
  counting: Counting;
  parents: readonly ParentFacts[];
  openCalls: ReturnType<Counting['limitCalls']>;
}

/** The code of the counts and the answered parents, read once; null until they are there. */
function useReady<N extends string>(
  { open, site }: SettingsPageState,
  load: LoadNumbers<N>,
  round: number,
) {
  const format = useFormat();
  const [ready, setReady] = useState<Ready<N> | 'failed' | null>(null);
  const { projectId } = open;
  const { aboveTypeIds } = site;
  useEffect(() => {
    let alive = true;
    setReady(null);
    const read = async (): Promise<Ready<N>> => {
      const numbersOf = await load();
      const counting = await import('./counting');
      const where = { projectId, zone: format.timeZone, aboveTypeIds };
      const parents = await counting.readParents(jira, where);
      return {
        counting,
        numbersOf,
        parents,
        openCalls: counting.limitCalls(jira, counting.SIDE_BY_SIDE),
      };
    };
    read().then(
      (one) => alive && setReady(one),
      () => alive && setReady('failed'),
    );
    return () => {
      alive = false;
    };
  }, [projectId, aboveTypeIds, format.timeZone, load, round]);
  return ready;
}

/** The typed rules that can be counted, once nobody has typed for a moment. */
function useSettled(typed: Rules): Rules | null {
  const valid = Object.keys(problemsOf(typed)).length === 0 ? typed : null;
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
export function usePreview<N extends string>(
  page: SettingsPageState,
  typed: Rules,
  load: LoadNumbers<N>,
): LivePreview<N> {
  const { open, site } = page;
  const format = useFormat();
  const [round, setRound] = useState(0);
  const ready = useReady(page, load, round);
  const rules = useSettled(typed);
  const [now] = useState(() => Date.now());
  const preview = useMemo(() => {
    if (!rules || !ready || ready === 'failed') return null;
    const { counting, numbersOf, parents } = ready;
    const frame = {
      goals: open.goals,
      standardTypeIds: site.types.map(({ id }) => id),
      undelivered: site.usual,
      parents,
    };
    const zone = format.timeZone;
    const moment = { now, today: open.today };
    const numbers = numbersOf({ rules, saved: open.rules, site, frame, moment, zone });
    const searches = counting.searchesOf(numbers, { projectId: open.projectId, zone });
    return { ...ready, searches };
  }, [rules, ready, open, site, now, format.timeZone]);
  const [counted, setCounted] = useState<{ of: unknown; numbers: Numbers<N> } | null>(null);
  const counts = useRef<Counts<N> | null>(null);
  useEffect(() => {
    if (!preview) return;
    let alive = true;
    const { counting, searches } = preview;
    const calls = preview.openCalls();
    const created = counting.createCounts<N>({
      jira: calls.jira,
      searches: Object.fromEntries(
        Object.entries<CountingFile.PreviewSearch>(searches).map(([name, { sum }]) => [name, sum]),
      ) as Record<N, CountingFile.PreviewSearch['sum']>,
      aboutAbove: counting.LISTED_LIMIT,
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
    (name: N) =>
      ready === 'failed' ? setRound((before) => before + 1) : void counts.current?.retry(name),
    [ready],
  );
  const counting = ready && ready !== 'failed' ? ready.counting : null;
  return {
    Number: counting && counting.NumberLink,
    failed: ready === 'failed',
    state: (name) => numbers?.[name],
    jql: (name) => preview?.searches[name]?.jql ?? null,
    retry,
    counts: rules !== null,
  };
}
