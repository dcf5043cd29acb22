// "We will achieve […] by […]", and the number that shows it.
import type { CSSProperties } from 'react';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { token } from '@atlaskit/tokens';
import { ChoiceCards } from '../../components/choice-cards';
import { Field } from '../../components/field';
import { messages } from '../../messages';
import type { Gone } from '../../forge';
import type { GoalErrors, GoalForm } from './goal-form';
import type { GoalHints } from './goal-hints';
import { OwnerField } from './owner-field';

const text = messages.settings.goals.form;

interface GoalFieldsProps {
  form: GoalForm;
  errors: GoalErrors;
  hints: GoalHints;
  me: string | undefined;
  ownerName: string | null;
  ownerGone: Gone | null;
  onChange: (part: Partial<GoalForm>) => void;
}

const row = (width: string): CSSProperties => ({
  display: 'grid',
  gap: token('space.150'),
  gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${width}), 1fr))`,
});

interface EntryProps {
  name: Exclude<keyof GoalForm, 'direction'>;
  type?: 'date' | 'text' | 'url';
  placeholder?: string;
  optional?: boolean;
  help?: string;
}

export function GoalFields(props: GoalFieldsProps) {
  const { form, errors, hints, me, ownerName, ownerGone, onChange } = props;
  const label = (name: EntryProps['name']) => (name === 'ownerAccountId' ? text.owner : text[name]);
  const entry = ({ name, type = 'text', placeholder = '', optional = false, help }: EntryProps) => (
    <Field label={label(name)} optional={optional} help={hints[name] ?? help} error={errors[name]}>
      {(control) => (
        <Textfield
          {...control}
          type={type}
          placeholder={placeholder}
          inputMode={['baseline', 'target', 'share'].includes(name) ? 'decimal' : 'text'}
          isInvalid={control['aria-invalid']}
          value={form[name]}
          onChange={(event) => onChange({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  const area = (name: 'achieve' | 'by', placeholder: string) => (
    <Field label={text[name]} help={hints[name]} error={errors[name]}>
      {(control) => (
        <TextArea
          {...control}
          isInvalid={control['aria-invalid']}
          minimumRows={2}
          maxHeight="200px"
          placeholder={placeholder}
          value={form[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <div style={row('260px')}>
        {area('achieve', text.achieveHint)}
        {area('by', text.byHint)}
      </div>
      <div style={{ ...row('120px'), gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 1fr)' }}>
        {entry({ name: 'metric', placeholder: text.metricHint })}
        {entry({ name: 'unit', placeholder: text.unitHint, optional: true })}
      </div>
      <ChoiceCards
        legend={text.direction}
        choices={[
          { value: 'up', content: text.up },
          { value: 'down', content: text.down },
        ]}
        value={form.direction}
        onChange={(direction) => onChange({ direction })}
        minWidth="120px"
        error={errors.direction}
      />
      <div style={row('140px')}>
        {entry({ name: 'baseline' })}
        {entry({ name: 'target' })}
        {entry({ name: 'firstDay', type: 'date' })}
        {entry({ name: 'lastDay', type: 'date' })}
      </div>
      {entry({ name: 'share', optional: true, help: text.shareHelp })}
      {entry({ name: 'link', type: 'url', optional: true, help: text.linkHelp })}
      <OwnerField
        owner={form.ownerAccountId}
        name={ownerName}
        gone={ownerGone}
        me={me}
        error={errors.ownerAccountId}
        onChange={(ownerAccountId) => onChange({ ownerAccountId })}
      />
    </>
  );
}
