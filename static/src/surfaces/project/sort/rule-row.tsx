// One rule: which field, which value, what became of such items, and how many it fits.
import { SORTINGS, type SortRule, type Sorting } from '../../../../../src/domain/sort';
import { Button } from '../../../components/button';
import { SMALL } from '../../../components/field';
import { Inline } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { sort } from '../../../messages/project-sort';
import { sortTable } from '../../../messages/project-sort-table';
import type { RuleValues } from './rules';

const text = sortTable.rules;

const FIELDS = ['type', 'label', 'parent', 'resolution'] as const;

interface RuleRowProps {
  rule: SortRule;
  /** From 1. */
  number: number;
  of: number;
  values: RuleValues;
  /** Items it suggests something for, and those that were looked at. */
  fits: number;
  looked: number;
  onChange: (rule: SortRule) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

interface PickProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

function Pick<T extends string>({ label, value, options, onChange }: PickProps<T>) {
  return (
    <select
      aria-label={label}
      className="ld-input ls-pick"
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

export function RuleRow(props: RuleRowProps) {
  const { rule, number, of, values, fits, looked, onChange, onMove, onRemove } = props;
  const format = useFormat();
  const { field, value } = rule;
  const known = values[field];
  const options = value === '' ? [{ value: '', label: text.noValue }, ...known] : known;
  const fitting =
    fits === 0
      ? text.fitsNone
      : fits === looked && looked > 1
        ? fill(text.fitsAll, { count: format.number(fits) })
        : format.plural(text.fits, fits);
  return (
    <li>
      <Inline space="space.075">
        <span aria-hidden="true">{number}</span>
        <Pick
          label={fill(text.fieldLabel, { number })}
          value={field}
          options={FIELDS.map((name) => ({ value: name, label: text.field[name] }))}
          onChange={(next) => onChange({ ...rule, field: next, value: '' })}
        />
        <span>{text.is}</span>
        <Pick
          label={fill(text.valueLabel, { number })}
          value={value}
          options={options}
          onChange={(next) => onChange({ ...rule, value: next })}
        />
        <span>{text.then}</span>
        <Pick<Sorting>
          label={fill(text.sortLabel, { number })}
          value={rule.sort}
          options={SORTINGS.map((one) => ({ value: one, label: sort.did[one] }))}
          onChange={(next) => onChange({ ...rule, sort: next })}
        />
        <span style={SMALL}>{fitting}</span>
        <Button
          spacing="compact"
          appearance="subtle"
          isDisabled={number === 1}
          label={fill(text.up, { number })}
          onClick={() => onMove(-1)}
        >
          ↑
        </Button>
        <Button
          spacing="compact"
          appearance="subtle"
          isDisabled={number === of}
          label={fill(text.down, { number })}
          onClick={() => onMove(1)}
        >
          ↓
        </Button>
        <Button
          spacing="compact"
          appearance="subtle"
          label={fill(text.remove, { number })}
          onClick={onRemove}
        >
          {text.removeShort}
        </Button>
      </Inline>
    </li>
  );
}
