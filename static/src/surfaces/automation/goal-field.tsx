// The goal of the rule: one of the project's, or words that the running rule looks up.
import { useState } from 'react';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { TextInput } from '../../components/inputs';
import { Select, type Option } from '../../components/select';
import { automation as text } from '../../messages/automation';

/** No id of a goal looks like this. */
const OTHER = '?';

interface GoalFieldProps {
  goals: readonly Option[];
  value: string;
  error: string | undefined;
  onChange: (goal: string) => void;
}

export function GoalField({ goals, value, error, onChange }: GoalFieldProps) {
  const [isTyped, setTyped] = useState(false);
  const isListed = value === '' || goals.some((goal) => goal.value === value);
  if (goals.length > 0 && isListed && !isTyped)
    return (
      <Field label={text.fields.goal} error={error}>
        {(control) => (
          <Select
            control={control}
            value={value}
            options={[
              { value: '', label: text.choose },
              ...goals,
              { value: OTHER, label: text.other },
            ]}
            onChange={(chosen) => {
              setTyped(chosen === OTHER);
              onChange(chosen === OTHER ? '' : chosen);
            }}
          />
        )}
      </Field>
    );
  return (
    <>
      <Field label={text.fields.goal} help={text.help.goal} error={error}>
        {(control) => <TextInput control={control} value={value} onChange={onChange} />}
      </Field>
      {goals.length > 0 ? (
        <div>
          <Button
            spacing="compact"
            onClick={() => {
              setTyped(false);
              onChange('');
            }}
          >
            {text.list}
          </Button>
        </div>
      ) : null}
    </>
  );
}
