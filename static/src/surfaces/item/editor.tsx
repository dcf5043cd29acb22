// Editing one answer: begins from the draft or from the item's own answer.
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button';
import { firstInvalid, SMALL } from '../../components/field';
import { Inline, Stack } from '../../components/layout';
import { useFormat } from '../../components/reader';
import { fill } from '../../format';
import { item as text } from '../../messages/item';
import { AnswerFormView } from './answer-form';
import type { KeptDraft } from './draft-store';
import { editorStart, type EditorStart } from './editor-start';
import { formOf } from './form';
import type { ItemData } from './load';
import { RivalChoice } from './rival-choice';
import { useAnswerForm, type FormEvents } from './use-answer-form';
import type { Dismissals } from './use-dismissals';
import type { Item } from './use-item';
import type { ItemModel } from './view-model';

interface EditorProps {
  item: Item;
  data: ItemData;
  model: ItemModel;
  hints: Dismissals;
  narrow: boolean;
  /** Somebody asked for the form, so the cursor goes into it. */
  takesFocus: boolean;
  onLeave: () => void;
  onSaved: FormEvents['onSaved'];
}

export function Editor(props: EditorProps) {
  const { data, model } = props;
  const format = useFormat();
  const [start, setStart] = useState(() => ({
    ...editorStart(data, model, format),
    round: 0,
  }));
  const restart = (draft: KeptDraft | null) => {
    const fresh = { ...data, open: { ...data.open, draft } };
    setStart({
      ...editorStart(fresh, model, format),
      round: start.round + 1,
    });
  };
  return <Round key={start.round} {...props} start={start} onRestart={restart} />;
}

interface RoundProps extends EditorProps {
  start: EditorStart;
  /** Begins anew from a draft, or without one. */
  onRestart: (draft: KeptDraft | null) => void;
}

function Round(props: RoundProps) {
  const { item, data, model, hints, narrow, takesFocus, start, onRestart, onLeave, onSaved } =
    props;
  const { setOpen } = item;
  const itemId = data.facts.id;
  const format = useFormat();
  const state = useAnswerForm(itemId, data.drafts, start, {
    onSaved,
    onDraft: (draft) => setOpen({ draft: draft && { ...draft, at: Date.now() } }),
    onGoalRefused: item.refreshGoals,
    account: data.account,
  });
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    const first = root.current?.querySelector<HTMLElement>('input:checked, input');
    (firstInvalid(root.current) ?? first)?.focus({ preventScroll: true });
  }, [takesFocus]);
  const { copyable, parent } = model;
  return (
    <div ref={root}>
      <Stack space="space.150">
        {state.rival && !state.conflict ? (
          <RivalChoice
            rival={state.rival}
            onKeep={state.keepThis}
            onTake={(rival) => {
              state.giveWay(rival);
              setOpen({ draft: rival });
              onRestart(rival);
            }}
          />
        ) : null}
        {start.draftedAt ? (
          <Inline space="space.100">
            <span style={SMALL}>
              {fill(text.draft.from, { ago: format.ago(start.draftedAt, model.now) })}
            </span>
            <Button
              spacing="compact"
              appearance="subtle"
              isDisabled={state.saving}
              onClick={() => void state.discard().then(() => onRestart(null))}
            >
              {text.discard}
            </Button>
          </Inline>
        ) : null}
        {copyable && parent ? (
          <Inline space="space.100">
            <Button
              spacing="compact"
              isDisabled={state.saving}
              onClick={() => {
                const { why, goal, by, expect, measure, checkBy } = formOf(copyable, format);
                state.change({ why, goal, by, expect, measure, checkBy });
              }}
            >
              {fill(text.copyParent, { key: parent.key })}
            </Button>
          </Inline>
        ) : null}
        <AnswerFormView
          state={state}
          goals={model.choices}
          today={model.today}
          narrow={narrow}
          about={{ summary: data.summary, due: data.due }}
          hints={hints}
          canCancel={model.state !== 'none'}
          onLeave={onLeave}
        />
      </Stack>
    </div>
  );
}
