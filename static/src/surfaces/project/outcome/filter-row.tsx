// What is looked at: the time, and what of it. It stays in view while the numbers are read.
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import type { Day } from '../../../../../src/domain/days';
import { NO_STREAM } from '../../../../../src/domain/filter';
import { Button } from '../../../components/button';
import { Field, type Control } from '../../../components/field';
import type { Option } from '../../../components/select';
import { outcome } from '../../../messages/project-outcome';
import type { Address, AddressChange, Narrowing, Weight } from '../address';
import { WindowControl } from '../window-control';
import { Small } from './words';
import '../project.css';

const text = outcome.filter;

export interface FilterChoices {
  goals: readonly Option[];
  /** Null while they are read. */
  streams: readonly Option[] | null;
  streamsFailed: boolean;
  /** The project has saved its own; what is in none of them is no choice. */
  streamsSaved: boolean;
  types: readonly Option[];
  /** Labels seen on the items of the window; any other can be typed. */
  labels: readonly string[];
  /** What estimates are called, or why there are none to weigh by. */
  estimate: { name: string } | { why: string };
}

interface FilterRowProps {
  address: Pick<Address, 'from' | 'to' | 'weight'>;
  /** As far as the project knows it. */
  narrowing: Narrowing;
  choices: FilterChoices;
  today: Day;
  change: (to: AddressChange) => void;
}

interface PickProps {
  label: string;
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
  isDisabled?: boolean;
  help?: string | undefined;
}

function Pick({ label, value, options, onChange, isDisabled = false, help }: PickProps) {
  return (
    <Field label={label}>
      {(control: Control) => (
        <select
          {...control}
          className="ld-input lp-field"
          value={value}
          disabled={isDisabled}
          title={help}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Takes every filter out of the address. */
export const NO_FILTERS: AddressChange = {
  goal: null,
  stream: null,
  type: null,
  label: null,
  weight: 'count',
};

const ALL: Option = { value: '', label: text.all };

function LabelField(props: {
  value: string;
  labels: readonly string[];
  onChange: (value: string) => void;
}) {
  const { value, labels, onChange } = props;
  const list = useId();
  const [draft, setDraft] = useState({ of: value, typed: value });
  const typed = draft.of === value ? draft.typed : value;
  const done = (to: string) => {
    if (to.trim() !== value) onChange(to.trim());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    done(typed);
  };
  return (
    <form onSubmit={submit}>
      <Field label={text.label}>
        {(control: Control) => (
          <>
            <input
              {...control}
              className="ld-input lp-field"
              value={typed}
              placeholder={text.all}
              maxLength={255}
              autoComplete="off"
              list={list}
              onChange={(event) => {
                const to = event.target.value;
                setDraft({ of: value, typed: to });
                // Picked from the list, or emptied: nothing more will be typed.
                if (to === '' || labels.includes(to)) done(to);
              }}
              onBlur={() => done(typed)}
            />
            <datalist id={list}>
              {labels.map((label) => (
                <option key={label} value={label} />
              ))}
            </datalist>
          </>
        )}
      </Field>
    </form>
  );
}

function Hints({ choices }: { choices: FilterChoices }): ReactNode {
  const streams = choices.streamsFailed
    ? text.streamsFailed
    : choices.streamsSaved
      ? text.savedStreams
      : choices.streams?.length === 0
        ? text.noComponents
        : text.components;
  const weigh = 'why' in choices.estimate ? ` ${choices.estimate.why}` : '';
  return (
    <Small faint>
      {streams}
      {weigh}
    </Small>
  );
}

export function FilterRow({ address, narrowing, choices, today, change }: FilterRowProps) {
  const { goals, streams, types, labels, estimate } = choices;
  const set = (part: keyof Narrowing) => (value: string) => change({ [part]: value || null });
  const isNarrowed = Object.keys(narrowing).length > 0 || address.weight !== 'count';
  const none = { value: NO_STREAM, label: text.noStream };
  const hasStreams = streams !== null && streams.length > 0;
  const weighable = 'name' in estimate;
  return (
    <div className="lp-sticky">
      <WindowControl days={address} today={today} onChange={change} />
      <div className="lp-row" role="group" aria-label={text.legend}>
        {goals.length > 0 ? (
          <Pick
            label={text.goal}
            value={narrowing.goal ?? ''}
            options={[ALL, ...goals]}
            onChange={set('goal')}
          />
        ) : null}
        <Pick
          label={text.stream}
          value={narrowing.stream ?? ''}
          options={hasStreams ? [ALL, ...streams, ...(choices.streamsSaved ? [] : [none])] : [ALL]}
          isDisabled={!hasStreams}
          onChange={set('stream')}
        />
        <Pick
          label={text.type}
          value={narrowing.type ?? ''}
          options={[ALL, ...types]}
          onChange={set('type')}
        />
        <LabelField value={narrowing.label ?? ''} labels={labels} onChange={set('label')} />
        <Pick
          label={text.weight}
          value={address.weight}
          options={[
            { value: 'count', label: text.weights.count },
            { value: 'estimate', label: weighable ? estimate.name : text.estimate },
          ]}
          isDisabled={!weighable && address.weight === 'count'}
          help={weighable ? undefined : estimate.why}
          onChange={(weight) => change({ weight: weight as Weight })}
        />
        {isNarrowed ? (
          <Button appearance="subtle" onClick={() => change(NO_FILTERS)}>
            {text.clear}
          </Button>
        ) : null}
      </div>
      <Hints choices={choices} />
    </div>
  );
}
