// The form of the action: the rule gets every change at once, and "Next" only what could run.
import { useEffect, useRef, useState } from 'react';
import { token } from '@atlaskit/tokens';
import { Field, firstInvalid } from '../../components/field';
import { TextInput } from '../../components/inputs';
import { Text } from '../../components/layout';
import { giveInputs, listenToBuilder } from '../../forge/automation';
import { automation as text } from '../../messages/automation';
import { GoalField } from './goal-field';
import { filledInputs, wantedOf, type InputErrors, type InputName, type Inputs } from './inputs';
import { useGoals } from './use-goals';

interface ReadingFormProps {
  start: Inputs;
  /** What the builder refused of it. */
  refused: InputErrors;
}

export function ReadingForm({ start, refused }: ReadingFormProps) {
  const [inputs, setInputs] = useState(start);
  const [errors, setErrors] = useState(refused);
  const [project, setProject] = useState(start.project);
  const [isValidating, setValidating] = useState(false);
  const form = useRef<HTMLFieldSetElement>(null);
  const goals = useGoals(project);
  const change = (part: Partial<Inputs>) => {
    const next = { ...inputs, ...part };
    setInputs(next);
    setErrors(({ ...rest }) => {
      for (const name of Object.keys(part) as InputName[]) delete rest[name];
      return rest;
    });
    giveInputs(filledInputs(next));
  };
  useEffect(
    () =>
      listenToBuilder({
        onValidating: setValidating,
        onNext() {
          const wanted = wantedOf(inputs);
          setErrors(wanted);
          if (Object.keys(wanted).length === 0) giveInputs(filledInputs(inputs));
        },
      }),
    [inputs],
  );
  useEffect(() => {
    if (Object.keys(errors).length > 0 && !form.current?.contains(document.activeElement))
      firstInvalid(form.current)?.focus();
  }, [errors]);
  const entry = (name: InputName, optional = false) => (
    <Field
      label={text.fields[name]}
      optional={optional}
      help={text.help[name]}
      error={errors[name]}
    >
      {(control) => (
        <TextInput
          control={control}
          value={inputs[name]}
          onChange={(typed) => change({ [name]: typed })}
          onLeave={name === 'project' ? () => setProject(inputs.project) : undefined}
        />
      )}
    </Field>
  );
  return (
    <fieldset
      ref={form}
      disabled={isValidating}
      style={{
        display: 'grid',
        gap: token('space.150'),
        border: 0,
        margin: 0,
        padding: token('space.150'),
      }}
    >
      <legend style={{ font: token('font.heading.xsmall'), padding: 0 }}>{text.title}</legend>
      <Text>{text.text}</Text>
      {entry('project')}
      <GoalField
        goals={goals}
        value={inputs.goal}
        error={errors.goal}
        onChange={(goal) => change({ goal })}
      />
      {entry('value')}
      {entry('day', true)}
      {entry('note', true)}
    </fieldset>
  );
}
