// "By […] we expect […], measured by […], checked on […]" as fields, read from top to bottom.
import type { CSSProperties } from 'react';
import Button from '@atlaskit/button/new';
import { Inline } from '@atlaskit/primitives/compiled';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../src/contract/goals';
import { addDays, type Day } from '../../../../src/domain/days';
import { Field, LABEL } from '../../components/field';
import { useFormat } from '../../components/reader';
import { messages } from '../../messages';
import type { AnswerForm, FormErrors } from './form';

const text = messages.item.sentence;
const QUICK_DAYS = [30];

export const columns = (narrow: boolean): CSSProperties => ({
  display: 'grid',
  gap: token('space.150'),
  gridTemplateColumns: narrow ? 'minmax(0, 1fr)' : 'minmax(0, 1fr) minmax(0, 1fr)',
});

interface SentenceFieldsProps {
  form: AnswerForm;
  errors: FormErrors;
  change: (part: Partial<AnswerForm>) => void;
  today: Day;
  goal: GoalView | undefined;
  narrow: boolean;
}

export function SentenceFields({ form, errors, change, today, goal, narrow }: SentenceFieldsProps) {
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
              {...control}
              isInvalid={control['aria-invalid']}
              value={form.by}
              placeholder={text.byHint}
              minimumRows={2}
              maxHeight="200px"
              onChange={(event) => change({ by: event.target.value })}
            />
          )}
        </Field>
        <Field label={text.expect} error={errors.expect}>
          {(control) => (
            <TextArea
              {...control}
              isInvalid={control['aria-invalid']}
              value={form.expect}
              placeholder={text.expectHint}
              minimumRows={2}
              maxHeight="200px"
              onChange={(event) => change({ expect: event.target.value })}
            />
          )}
        </Field>
        <Field label={text.measure} error={errors.measure}>
          {(control) => (
            <Textfield
              {...control}
              isInvalid={control['aria-invalid']}
              value={form.measure}
              onChange={(event) => change({ measure: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={text.checkBy} error={errors.checkBy}>
          {(control) => (
            <>
              <Textfield
                {...control}
                type="date"
                isInvalid={control['aria-invalid']}
                value={form.checkBy}
                onChange={(event) => change({ checkBy: event.currentTarget.value })}
              />
              <Inline space="space.050" shouldWrap>
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
