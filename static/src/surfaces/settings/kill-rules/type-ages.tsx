// Types of items that age at a pace of their own.
import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import Textfield from '@atlaskit/textfield';
import { token } from '@atlaskit/tokens';
import type { Named } from '../../../../../src/domain/rules';
import { Field, FieldError, LABEL, SMALL } from '../../../components/field';
import { Select } from '../../../components/select';
import { fill } from '../../../format';
import { messages } from '../../../messages';
import type { RuleErrors } from '../use-section';
import { PreviewLine } from './preview-line';
import { sortedAges, type TypeAgesForm } from './rules-form';
import type { KillName } from '../preview/kill-numbers';
import type { LivePreview } from '../preview/use-preview';

const text = messages.settings.rules;
const PARTS = [
  { part: 'warn', label: text.warnAfterDays },
  { part: 'flag', label: text.flagAfterDays },
] as const;

interface TypeAgesProps {
  ages: readonly TypeAgesForm[];
  types: readonly Named[];
  /** What a type that is added begins with. */
  usual: { warn: string; flag: string };
  errors: RuleErrors;
  preview: LivePreview<KillName>;
  onChange: (ages: TypeAgesForm[]) => void;
}

/** The sentence at this line: of its own field, or that its two ages are the wrong way round. */
function errorOf(errors: RuleErrors, index: number, part: 'warn' | 'flag', ages: TypeAgesForm) {
  const path = part === 'warn' ? 'warnAfterDays' : 'flagAfterDays';
  const own = errors[`agesByType.${String(index)}.${path}`];
  if (own) return own;
  const reversed = Number(ages.flag) < Number(ages.warn);
  return part === 'flag' && reversed ? errors.agesByType : undefined;
}

export const typeName = (types: readonly Named[], typeId: string): string =>
  types.find(({ id }) => id === typeId)?.name ?? text.byType.gone;

function AddType({ types, onAdd }: { types: readonly Named[]; onAdd: (typeId: string) => void }) {
  const [chosen, setChosen] = useState('');
  const first = types[0]?.id ?? '';
  const typeId = types.some(({ id }) => id === chosen) ? chosen : first;
  if (types.length === 0) return <span style={SMALL}>{text.byType.all}</span>;
  return (
    <Inline space="space.100" alignBlock="end" shouldWrap>
      <div style={{ minWidth: '180px' }}>
        <Field label={text.byType.choose}>
          {(control) => (
            <Select
              control={control}
              value={typeId}
              options={types.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setChosen}
            />
          )}
        </Field>
      </div>
      <Button onClick={() => onAdd(typeId)}>{text.byType.add}</Button>
    </Inline>
  );
}

export function TypeAges({ ages, types, usual, errors, preview, onChange }: TypeAgesProps) {
  const free = types.filter(({ id }) => !ages.some(({ typeId }) => typeId === id));
  const put = (index: number, part: Partial<TypeAgesForm>) =>
    onChange(ages.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const lines = ages.map((one, at) => PARTS.map(({ part }) => errorOf(errors, at, part, one)));
  const elsewhere = lines.flat().some(Boolean) ? undefined : errors.agesByType;
  return (
    <Stack space="space.150" role="group" aria-label={text.agesByType}>
      <Stack space="space.025">
        <span style={LABEL}>{text.agesByType}</span>
        <span style={SMALL}>{text.byType.help}</span>
      </Stack>
      {ages.map((one, index) => {
        const name = typeName(types, one.typeId);
        return (
          <fieldset key={one.typeId} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
            <legend style={{ ...LABEL, padding: 0, color: token('color.text') }}>{name}</legend>
            <div
              style={{
                display: 'grid',
                gap: token('space.200'),
                alignItems: 'start',
                gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 180px), 1fr))',
              }}
            >
              {PARTS.map(({ part, label }, at) => (
                <Field
                  key={part}
                  label={label}
                  help={<PreviewLine preview={preview} does={part} of={one.typeId} />}
                  error={lines[index]?.[at]}
                >
                  {(control) => (
                    <Textfield
                      {...control}
                      inputMode="numeric"
                      isInvalid={control['aria-invalid']}
                      value={one[part]}
                      onChange={(event) => put(index, { [part]: event.currentTarget.value })}
                    />
                  )}
                </Field>
              ))}
              <div style={{ paddingTop: token('space.250') }}>
                <Button
                  appearance="subtle"
                  aria-label={fill(text.byType.removeOf, { name })}
                  onClick={() => onChange(ages.filter((_, at) => at !== index))}
                >
                  {text.byType.remove}
                </Button>
              </div>
            </div>
          </fieldset>
        );
      })}
      <FieldError id="ages-by-type-error" message={elsewhere} />
      <AddType
        types={free}
        onAdd={(typeId) => onChange(sortedAges([...ages, { typeId, ...usual }]))}
      />
    </Stack>
  );
}
