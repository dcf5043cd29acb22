// What may be said besides: folded, open when something in it is filled or refused.
import { useState } from 'react';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { Fold } from '../../components/fold';
import { TextInput } from '../../components/inputs';
import { Inline } from '../../components/layout';
import { fill, unitOfChange } from '../../format';
import { item } from '../../messages/item';
import { MORE_FIELDS } from './form';
import { columns, type FieldsProps } from './sentence-fields';

const text = item.more;

interface MoreFieldsProps extends FieldsProps {
  /** Shows dismissed hints again; null when there are none. */
  onShowHints: (() => void) | null;
}

export function MoreFields(props: MoreFieldsProps) {
  const { form, errors, change, onLeave, goal, narrow, readOnly, onShowHints } = props;
  const [open, setOpen] = useState(MORE_FIELDS.some((field) => form[field] !== ''));
  // Someone who keeps things running is asked only for the reason.
  const fields = form.why === 'run' ? (['because'] as const) : MORE_FIELDS;
  const refused = fields.some((field) => errors[field] !== undefined);
  const help: Partial<Record<(typeof MORE_FIELDS)[number], string>> = {
    delta: goal?.unit
      ? fill(text.deltaHelp, { metric: goal.metric, unit: unitOfChange(goal.unit) })
      : text.deltaHelpPlain,
    because: text.becauseHelp,
    stopBy: text.stopByHelp,
    enables: text.enablesHelp,
  };
  return (
    <Fold title={text.title} isOpen={open || refused} onToggle={setOpen}>
      <div style={columns(narrow)}>
        {fields.map((field) => (
          <Field key={field} label={text[field]} optional help={help[field]} error={errors[field]}>
            {(control) => (
              <TextInput
                control={control}
                type={field === 'stopBy' ? 'date' : 'text'}
                inputMode={field === 'delta' || field === 'stopValue' ? 'decimal' : 'text'}
                value={form[field]}
                onChange={(value) => change({ [field]: value })}
                onLeave={onLeave}
                readOnly={readOnly}
              />
            )}
          </Field>
        ))}
        {onShowHints ? (
          <Inline space="space.100">
            <Button spacing="compact" appearance="subtle" onClick={onShowHints}>
              {item.advice.again}
            </Button>
          </Inline>
        ) : null}
      </div>
    </Fold>
  );
}
