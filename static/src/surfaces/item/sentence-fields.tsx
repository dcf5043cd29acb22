// "By […] we expect […], measured by […], checked on […]" as fields, read from top to bottom.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../src/contract/goals';
import { addDays, type Day } from '../../../../src/domain/days';
import { Button } from '../../components/button';
import { Field, LABEL } from '../../components/field';
import { TextArea, TextInput } from '../../components/inputs';
import { Inline } from '../../components/layout';
import { useFormat } from '../../components/reader';
import { item } from '../../messages/item';
import type { AnswerForm, FormErrors } from './form';

const text = item.sentence;
const QUICK_DAYS = [30];

export const columns = (narrow: boolean): CSSProperties => ({
  display: 'grid',
  gap: token('space.150'),
  gridTemplateColumns: narrow ? 'minmax(0, 1fr)' : 'minmax(0, 1fr) minmax(0, 1fr)',
});

export interface FieldsProps {
  form: AnswerForm;
  errors: FormErrors;
  change: (part: Partial<AnswerForm>) => void;
  /** A field was left. */
  onLeave: () => void;
  goal: GoalView | undefined;
  narrow: boolean;
  /** A save is under way: what was typed now would be lost. */
  readOnly: boolean;
}

export function SentenceFields(props: FieldsProps & { today: Day }) {
  const { form, errors, change, onLeave, today, goal, narrow, readOnly } = props;
  const format = useFormat();
  const days = QUICK_DAYS.map((count) => ({
    label: format.plural(text.inDays, count),
    day: addDays(today, count),
  }));
  if (goal && goal.lastDay >= today) days.push({ label: text.goalEnd, day: goal.lastDay });
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <legend style={{ ...LABEL, padding: 0, marginBottom: token('space.075') }}>
        {text.legend}
      </legend>
      <div style={columns(narrow)}>
        <Field label={text.by} error={errors.by}>
          {(control) => (
            <TextArea
              control={control}
              value={form.by}
              placeholder={text.byHint}
              onChange={(by) => change({ by })}
              onLeave={onLeave}
              readOnly={readOnly}
            />
          )}
        </Field>
        <Field label={text.expect} error={errors.expect}>
          {(control) => (
            <TextArea
              control={control}
              value={form.expect}
              placeholder={text.expectHint}
              onChange={(expect) => change({ expect })}
              onLeave={onLeave}
              readOnly={readOnly}
            />
          )}
        </Field>
        <Field label={text.measure} error={errors.measure}>
          {(control) => (
            <TextInput
              control={control}
              value={form.measure}
              onChange={(measure) => change({ measure })}
              onLeave={onLeave}
              readOnly={readOnly}
            />
          )}
        </Field>
        <Field label={text.checkBy} error={errors.checkBy}>
          {(control) => (
            <>
              <TextInput
                control={control}
                type="date"
                value={form.checkBy}
                onChange={(checkBy) => change({ checkBy })}
                onLeave={onLeave}
                readOnly={readOnly}
              />
              <Inline space="space.050">
                {days.map(({ label, day }) => (
                  <Button key={label} spacing="compact" onClick={() => change({ checkBy: day })}>
                    {label}
                  </Button>
                ))}
              </Inline>
            </>
          )}
        </Field>
      </div>
    </fieldset>
  );
}
