// Adding a reading, or correcting one: day, value, note and link.
import { useEffect, useId, useRef, useState } from 'react';
import { token } from '@atlaskit/tokens';
import type { GoalView, ReadingView } from '../../../../../src/contract/goals';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { Card } from '../../../components/card';
import { EditForm } from '../../../components/edit-form';
import { Field } from '../../../components/field';
import { TextInput } from '../../../components/inputs';
import { TypedNote } from '../../../components/typed-note';
import { useFormKeys } from '../../../components/use-form-keys';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { readings as text } from '../../../messages/project-goals';
import { longErrors } from './reading-draft';
import { ReadingRival } from './reading-rival';
import { useReadingForm } from './use-reading-form';

interface ReadingEditorProps {
  goal: GoalView;
  /** What is corrected; null where one is added. */
  reading: ReadingView | null;
  project: Pick<OpenProject, 'projectId' | 'today'>;
  nameOf: (accountId: string) => string | null;
  onProject: (next: OpenProject) => void;
  onSaved: () => void;
  onLeave: () => void;
  /** The writer asked for the form; else it came back with what was typed before. */
  takesFocus: boolean;
}

/** Ctrl+Enter saves, as Enter does; Esc leaves. */
export function ReadingEditor(props: ReadingEditorProps) {
  const { goal, reading, nameOf, onLeave } = props;
  const format = useFormat();
  const titleId = useId();
  const form = useReadingForm(props);
  const { draft, errors, trouble, rival, isSaving, change, save } = form;
  const place = useRef<HTMLFormElement>(null);
  const long = longErrors(draft);
  const [takesFocus] = useState(props.takesFocus);
  const leave = (): void => {
    form.drop();
    onLeave();
  };
  useEffect(() => {
    // The day stands already; the number is what is typed.
    if (takesFocus) place.current?.querySelector<HTMLElement>('[inputmode="decimal"]')?.focus();
  }, [takesFocus]);
  useFormKeys(
    place,
    () => void save(),
    () => {
      if (!isSaving) leave();
    },
  );
  const input = { readOnly: isSaving };
  return (
    <Card>
      <EditForm
        place={place}
        name={{ headingId: titleId }}
        errors={errors}
        trouble={trouble}
        isSaving={isSaving}
        text={text}
        onSave={() => void save()}
        onLeave={leave}
        instead={
          rival ? (
            <ReadingRival
              rival={rival}
              unit={goal.unit}
              nameOf={nameOf}
              isSaving={isSaving}
              onMine={() => void save()}
              onTheirs={leave}
            />
          ) : null
        }
      >
        <h4 id={titleId} style={{ font: token('font.heading.xxsmall'), margin: 0 }}>
          {reading
            ? fill(text.correctTitle, { day: format.day(reading.day) })
            : fill(text.newTitle, { metric: goal.metric })}
        </h4>
        {form.isBack ? <TypedNote onStartOver={form.startOver} /> : null}
        <div
          style={{
            display: 'grid',
            gap: token('space.150'),
            gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 240px), 1fr))',
          }}
        >
          {reading ? null : (
            <Field label={text.day} help={text.dayHelp} error={errors.day}>
              {(control) => (
                <TextInput
                  {...input}
                  control={control}
                  type="date"
                  value={draft.day}
                  onChange={(day) => change({ day })}
                />
              )}
            </Field>
          )}
          <Field
            label={goal.unit ? fill(text.valueIn, { unit: goal.unit }) : text.value}
            error={errors.value}
          >
            {(control) => (
              <TextInput
                {...input}
                control={control}
                inputMode="decimal"
                value={draft.value}
                onChange={(value) => change({ value })}
              />
            )}
          </Field>
          <Field label={text.note} optional help={text.noteHelp} error={errors.note ?? long.note}>
            {(control) => (
              <TextInput
                {...input}
                control={control}
                value={draft.note}
                onChange={(note) => change({ note })}
              />
            )}
          </Field>
          <Field label={text.link} optional help={text.linkHelp} error={errors.link ?? long.link}>
            {(control) => (
              <TextInput
                {...input}
                control={control}
                value={draft.link}
                onChange={(link) => change({ link })}
              />
            )}
          </Field>
        </div>
      </EditForm>
    </Card>
  );
}
