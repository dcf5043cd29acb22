// Editing one answer: begins from the draft or from the item's own answer.
import { useEffect, useRef, useState } from 'react';
import { firstInvalid } from '../../components/field';
import { useFormat } from '../../components/reader';
import { AnswerFormView } from './answer-form';
import { dropDraft, readDraft, type Draft } from './draft';
import { formOf, missingErrors, type FormErrors } from './form';
import type { ItemData } from './load';
import { useAnswerForm, type SavedAnswer } from './use-answer-form';
import type { ItemModel } from './view-model';

interface EditorProps {
  data: ItemData;
  model: ItemModel;
  narrow: boolean;
  /** Somebody asked for the form, so the cursor goes into it. */
  takesFocus: boolean;
  onLeave: () => void;
  onSaved: (saved: SavedAnswer) => void;
}

type Start = Draft & { errors: FormErrors; drafted: boolean };

export function Editor(props: EditorProps) {
  const { data, model } = props;
  const format = useFormat();
  const begin = (): Start => {
    const draft = readDraft(data.facts.id);
    const form = draft?.form ?? formOf(model.own, format);
    const metric = model.choices.find(({ id }) => id === form.goal)?.metric;
    if (form.measure === '' && metric) form.measure = metric;
    // A half answer shows at once what it lacks.
    const errors = !draft && model.own?.state === 'half' ? missingErrors(form, format) : {};
    return { form, seen: draft ? draft.seen : data.seen, errors, drafted: draft !== null };
  };
  const [start, setStart] = useState({ ...begin(), round: 0 });
  const discard = () => {
    dropDraft(data.facts.id);
    setStart({ ...begin(), round: start.round + 1 });
  };
  return <Round key={start.round} {...props} start={start} onDiscard={discard} />;
}

function Round(props: EditorProps & { start: Start; onDiscard: () => void }) {
  const { data, model, narrow, takesFocus, start, onDiscard, onLeave, onSaved } = props;
  const state = useAnswerForm(data.facts.id, start, onSaved);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    const first = root.current?.querySelector<HTMLElement>('input:checked, input');
    (firstInvalid(root.current) ?? first)?.focus();
  }, [takesFocus]);
  return (
    <div ref={root}>
      <AnswerFormView
        state={state}
        goals={model.choices}
        today={model.today}
        narrow={narrow}
        canCancel={model.state !== 'none'}
        onLeave={onLeave}
        onDiscard={start.drafted ? onDiscard : null}
      />
    </div>
  );
}
