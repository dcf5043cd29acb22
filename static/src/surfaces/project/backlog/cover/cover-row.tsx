// One parent: what it would cover, its goals by key, and its sentence in place.
import { useEffect, useRef, useState } from 'react';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../../../src/contract/goals';
import { valueOf, type ParentFacts } from '../../../../../../src/domain/item';
import { Failure } from '../../../../components/failure';
import { SMALL } from '../../../../components/field';
import { ItemLink } from '../../../../components/text-link';
import { fill } from '../../../../format';
import { projectBacklog } from '../../../../messages/project-backlog';
import type { Place } from '../../gather/backlog-counts';
import type { CoverParent, ListedParent } from '../../gather/cover';
import { ConflictNote } from './conflict-note';
import { CoverHead } from './cover-head';
import { coverKey, isTyping } from './cover-keys';
import { GoalKeys } from './goal-keys';
import { RunNote } from './run-note';
import {
  answerOfDraft,
  draftErrors,
  startDraft,
  withGoal,
  type SentenceDraft,
} from './sentence-draft';
import { SentenceForm } from './sentence-form';
import type { Cover } from './use-cover';
import { useSave } from './use-save';

const text = projectBacklog.cover;

interface CoverRowProps {
  parent: ListedParent;
  place: Place;
  /** Active goals in the order of their keys. */
  goals: readonly GoalView[];
  cover: Cover;
  /** Whether a row that may not be edited says so; where none may, it is said once for all. */
  tellsLocked: boolean;
  onAnswered: (parent: CoverParent, facts: ParentFacts) => void;
  onMove: (from: HTMLElement, by: 1 | -1) => void;
}

export function CoverRow(props: CoverRowProps) {
  const { parent, place, goals, cover, tellsLocked, onAnswered, onMove } = props;
  const { id, key, answer } = parent.facts;
  const { mayEdit } = parent;
  const root = useRef<HTMLLIElement>(null);
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  const [focused, setFocused] = useState(false);
  const answered = cover.answered.has(id);
  const [draft, setOwnDraft] = useState(() => cover.drafts.get(id) ?? null);
  const setDraft = (next: SentenceDraft | null): void => {
    setOwnDraft(next);
    if (next) cover.drafts.set(id, next);
    else cover.drafts.delete(id);
  };
  const goal = goals.find((one) => one.id === draft?.goal);
  const fixed = answer.kind === 'newer' || answer.kind === 'unreadable';
  const [savedHere, setSavedHere] = useState(false);
  const save = useSave(parent, (facts) => {
    setDraft(null);
    setOpen(false);
    setSavedHere(true);
    onAnswered(parent, facts);
  });
  // The form that had the focus is gone; the next key should find a row.
  useEffect(() => {
    if (savedHere) root.current?.querySelector<HTMLElement>('[data-after] a')?.focus();
  }, [savedHere]);

  const choose = (chosen: GoalView): void => {
    setDraft(draft ? withGoal(draft, goal, chosen) : startDraft(parent, chosen));
    setAsking(false);
    setOpen(true);
  };
  const close = (): void => {
    setOpen(false);
    setAsking(false);
    save.clear();
    root.current?.querySelector<HTMLElement>('button')?.focus();
  };
  const answerNow = draft && goal ? answerOfDraft(parent, draft, goal, place.frame.goals) : null;
  const submit = (): void => {
    if (!draft || !answerNow) return;
    const errors = draftErrors(draft);
    if (Object.keys(errors).length > 0) save.setErrors(errors);
    else void save.send(answerNow);
  };
  const begun = valueOf(answer);
  const run = (): void => {
    setAsking(false);
    void save.send({ why: 'run' });
  };
  const askRun = (): void => {
    setOpen(false);
    setAsking(true);
  };
  const blocked = answered || fixed || !mayEdit || save.saving;

  useEffect(() => {
    const row = root.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const pressed = isTyping(event.target) ? null : coverKey(event, goals.length);
      if (!pressed || !row) return;
      event.preventDefault();
      if (pressed.act === 'move') return onMove(row, pressed.by);
      if (blocked) return;
      if (pressed.act === 'run') return askRun();
      const chosen = goals[pressed.at];
      if (chosen) choose(chosen);
    };
    row?.addEventListener('keydown', onKeyDown);
    return () => row?.removeEventListener('keydown', onKeyDown);
  });

  return (
    <li
      ref={root}
      data-cover-row
      aria-busy={save.saving}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      style={{
        display: 'grid',
        gap: token('space.100'),
        padding: `${token('space.150')} ${token('space.100')}`,
        margin: 0,
        borderBottom: `1px solid ${token('color.border')}`,
        boxShadow: `inset 3px 0 ${focused ? token('color.border.focused') : 'transparent'}`,
      }}
    >
      <CoverHead parent={parent} place={place} answered={answered} />
      {answered ? (
        <span data-after>
          <ItemLink itemKey={key}>{text.openItem}</ItemLink>
        </span>
      ) : null}
      {fixed && !answered ? <span>{text[answer.kind]}</span> : null}
      {mayEdit || fixed || !tellsLocked ? null : <span style={SMALL}>{text.locked}</span>}
      {answered || fixed || !mayEdit ? null : (
        <GoalKeys
          itemKey={key}
          goals={goals}
          chosen={open && draft ? draft.goal : null}
          disabled={save.saving}
          onGoal={choose}
          onRun={askRun}
        />
      )}
      {open && draft && goal && answerNow && !answered ? (
        <SentenceForm
          itemKey={key}
          draft={draft}
          goal={goal}
          answer={answerNow}
          errors={save.errors}
          saving={save.saving}
          onChange={setDraft}
          onSave={submit}
          onClose={close}
        />
      ) : null}
      {asking && !answered ? (
        <RunNote itemKey={key} covers={parent.covers} begun={begun} onRun={run} onClose={close} />
      ) : null}
      {save.trouble ? (
        <Failure
          trouble={save.trouble}
          title={fill(text.notSaved, { key })}
          {...(draft ? { kept: text.kept } : {})}
        />
      ) : null}
      {save.conflict ? (
        <ConflictNote
          itemKey={key}
          conflict={save.conflict.found}
          onLeave={close}
          onSaveMine={() => {
            if (save.conflict) void save.send(save.conflict.mine, save.conflict.found.seen);
          }}
        />
      ) : null}
    </li>
  );
}
