// What may be said besides: folded, open when something in it is filled or refused.
import { useState } from 'react';
import Textfield from '@atlaskit/textfield';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../src/contract/goals';
import { Field } from '../../components/field';
import { fill } from '../../format';
import { messages } from '../../messages';
import { MORE_FIELDS, type AnswerForm, type FormErrors } from './form';
import { columns } from './sentence-fields';

const text = messages.item.more;

interface MoreFieldsProps {
  form: AnswerForm;
  errors: FormErrors;
  change: (part: Partial<AnswerForm>) => void;
  goal: GoalView | undefined;
  narrow: boolean;
}

export function MoreFields({ form, errors, change, goal, narrow }: MoreFieldsProps) {
  const [open, setOpen] = useState(MORE_FIELDS.some((field) => form[field] !== ''));
  // Someone who keeps things running is asked only for the reason.
  const fields = form.why === 'run' ? (['because'] as const) : MORE_FIELDS;
  const refused = fields.some((field) => errors[field] !== undefined);
  const help: Partial<Record<(typeof MORE_FIELDS)[number], string>> = {
    delta: goal?.unit
      ? fill(text.deltaHelp, { metric: goal.metric, unit: goal.unit })
      : text.deltaHelpPlain,
    because: text.becauseHelp,
    stopBy: text.stopByHelp,
    enables: text.enablesHelp,
  };
  return (
    <details open={open || refused} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary style={{ cursor: 'pointer', color: token('color.text.subtle') }}>
        {text.title}
      </summary>
      <div style={{ ...columns(narrow), paddingTop: token('space.100') }}>
        {fields.map((field) => (
          <Field key={field} label={text[field]} optional help={help[field]} error={errors[field]}>
            {(control) => (
              <Textfield
                {...control}
                type={field === 'stopBy' ? 'date' : 'text'}
                inputMode={field === 'delta' || field === 'stopValue' ? 'decimal' : 'text'}
                isInvalid={control['aria-invalid']}
                value={form[field]}
                onChange={(event) => change({ [field]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </details>
  );
}
