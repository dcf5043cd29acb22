// The kill list as one model: who stands where, what is being decided, and what was said last.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DecisionView } from '../../../../../src/contract/decision-procedures';
import type { OpenProject } from '../../../../../src/contract/procedures';
import type { DecisionInput, DraftEntry } from '../../../../../src/domain/decision';
import { useAnnouncer } from '../../../components/live-region';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { kill as text } from '../../../messages/project-kill';
import type { Candidate, KillPlace } from '../gather/kill-list';
import type { Where } from '../use-numbers';
import { agendaOf, type AgendaParts } from './agenda';
import {
  datePresets,
  entryOf,
  type Choice,
  type DatePreset,
  type FormDraft,
} from './decision-input';
import { saidWords } from './decision-words';
import { useDecisionDraft, type DecisionDraft } from './draft';
import type { Mended } from './fix/fix-part';
import { useItemNames } from './item-names';
import { useCandidates, type Candidates } from './use-candidates';
import { useLocked } from './use-locked';

const NOBODY: readonly string[] = [];

/** Why somebody can't decide about an item, or not yet; null when they can. */
export type Barrier = 'member' | 'reading' | 'locked' | null;

export interface KillModel {
  project: OpenProject;
  candidates: Candidates;
  parts: AgendaParts;
  /** What was decided before is read of all that is listed or in the draft, or can't be. */
  isWhole: boolean;
  draft: DecisionDraft;
  /** Of the draft, what was not tried to be applied. */
  waiting: readonly DraftEntry[];
  presets: readonly DatePreset[];
  /** Whose form is open, and for what. */
  asked: { id: string; choice: Choice } | null;
  ask: (id: string, choice: Choice) => void;
  leave: () => void;
  barrierOf: (candidate: Candidate) => Barrier;
  /** Why the viewer can decide about nothing that is listed; null when they can about some of it. */
  bars: 'member' | 'locked' | null;
  /** Whether nothing that the viewer decides about this item can be applied. */
  isLocked: (itemId: string) => boolean;
  /** Whether an item of the draft is deleted, or hidden from the viewer. */
  isGone: (itemId: string) => boolean;
  revOf: (itemId: string) => number;
  /** Undefined while it is not known. */
  summaryOf: (itemId: string) => string | undefined;
  entryOf: (itemId: string) => DraftEntry | undefined;
  /** False when the draft is full. */
  decide: (candidate: Candidate, decision: DecisionInput) => boolean;
  /** Takes a decision out of the draft. */
  undo: (itemId: string) => void;
  /** Takes the last decision made here back and gives its item; null when there is none. */
  undoLast: () => string | null;
  canUndo: boolean;
  /** What was being typed about an item, for as long as the page is open. */
  typed: Map<string, FormDraft>;
  fixed: (mended: Mended) => void;
  takeRecord: (view: DecisionView) => void;
  /** What was fixed last. */
  mended: Mended | null;
  /** Age of the oldest that is listed, whole days: bars are drawn against it. */
  oldest: number;
  /** What happened last, for those who hear the page. */
  said: string;
}

export function useKill(where: Where, project: OpenProject, now: number): KillModel {
  const { projectId, today, rules, scan, may } = project;
  const { zone, frame } = where;
  const format = useFormat();
  const place = useMemo<KillPlace>(
    () => ({ projectId, zone, frame, today, now }),
    [projectId, zone, frame, today, now],
  );
  const candidates = useCandidates(where, place);
  const draft = useDecisionDraft(projectId);
  const [asked, setAsked] = useState<KillModel['asked']>(null);
  const [made, setMade] = useState<readonly string[]>([]);
  const [fixedHere, setFixedHere] = useState<ReadonlySet<string>>(new Set());
  const [mended, setMended] = useState<Mended | null>(null);
  const typed = useRef(new Map<string, FormDraft>());
  const { text: said, say } = useAnnouncer();
  const { list, records, locked, take, want, isKnown } = candidates;
  const { entries } = draft;
  useEffect(() => want(entries.map(({ itemId }) => itemId)), [want, entries]);
  const open = useMemo(() => entries.filter(({ state }) => state !== 'applied'), [entries]);
  const parts = useMemo(
    () =>
      agendaOf(list?.rows ?? [], {
        size: rules.agendaSize,
        decided: new Set(open.map(({ itemId }) => itemId)),
        records,
        fixedHere,
        lastScan: scan.lastAt,
        today,
      }),
    [list, rules.agendaSize, open, records, fixedHere, scan.lastAt, today],
  );
  const oldest = useMemo(
    () => (list?.rows ?? []).reduce((most, { age }) => Math.max(most, age), 0),
    [list],
  );
  const presets = useMemo(() => datePresets(today, rules.forum), [today, rules.forum]);
  const waiting = useMemo(() => entries.filter(({ state }) => state === 'open'), [entries]);
  // A parent stands on no list here, nor does what has left the list since it was decided.
  const listed = useMemo(
    () => new Map((list?.rows ?? []).map(({ id, summary }) => [id, summary])),
    [list],
  );
  const elsewhere = list
    ? entries.map(({ itemId }) => itemId).filter((id) => !listed.has(id))
    : NOBODY;
  const others = useItemNames(where, elsewhere);
  const lockedElsewhere = useLocked(where, may.decide ? elsewhere : NOBODY);
  const isLocked = (itemId: string): boolean =>
    locked?.has(itemId) === true || lockedElsewhere.has(itemId);
  const isAllLocked =
    list !== null && list.rows.length > 0 && list.rows.every(({ id }) => locked?.has(id));
  const entryFor = (itemId: string): DraftEntry | undefined =>
    open.find((entry) => entry.itemId === itemId);
  const revOf = (itemId: string): number => records.get(itemId)?.rev ?? 0;

  function undo(itemId: string): void {
    const entry = entryFor(itemId);
    if (!entry) return;
    draft.remove(itemId);
    setMade((before) => before.filter((id) => id !== itemId));
    say(fill(text.draft.undone, { key: entry.itemKey }));
  }

  return {
    project,
    candidates,
    parts,
    isWhole:
      list !== null &&
      isKnown([...list.rows.map(({ id }) => id), ...entries.map(({ itemId }) => itemId)]),
    draft,
    waiting,
    presets,
    asked,
    ask: (id, choice) => setAsked({ id, choice }),
    leave: () => setAsked(null),
    barrierOf({ id }) {
      if (!may.decide) return 'member';
      if (!locked || !isKnown([id])) return 'reading';
      return locked.has(id) ? 'locked' : null;
    },
    bars: may.decide ? (isAllLocked ? 'locked' : null) : 'member',
    isLocked,
    isGone: (itemId) => others.get(itemId) === null,
    revOf,
    summaryOf: (itemId) => listed.get(itemId) ?? others.get(itemId)?.summary,
    entryOf: entryFor,
    decide(candidate, decision) {
      const { id, key } = candidate;
      const unit = decision.effort === undefined ? null : (list?.unit ?? null);
      const whole = { ...decision, ...(unit && { unit }) };
      if (!draft.put(entryOf(candidate, revOf(id), whole))) {
        say(fill(text.form.full, { count: format.number(entries.length) }));
        return false;
      }
      typed.current.delete(id);
      setMade((before) => [...before.filter((one) => one !== id), id]);
      setAsked(null);
      say(fill(text.draft.decided, { key, said: saidWords(decision, format) }));
      return true;
    },
    undo,
    undoLast() {
      const last = made.findLast((id) => entryFor(id) !== undefined) ?? null;
      if (last !== null) undo(last);
      return last;
    },
    canUndo: made.some((id) => entryFor(id) !== undefined),
    typed: typed.current,
    fixed(one) {
      const { candidate, done, view } = one;
      take(view);
      setFixedHere((before) => new Set([...before, candidate.id]));
      setMended(one);
      setAsked(null);
      draft.remove(candidate.id);
      say(fill(text.fix.recorded, { key: candidate.key, how: text.row.fixes[done.fix] }));
    },
    takeRecord: take,
    mended,
    oldest,
    said,
  };
}
