// Narrows the record of acts: by what, by whom, and by day.
import { Field } from '../../../../components/field';
import { TextInput } from '../../../../components/inputs';
import { Select } from '../../../../components/select';
import { killLog } from '../../../../messages/project-kill-log';
import { actKindWords, ACT_KINDS, type ActsFilter } from './acts';
import { whoWords, type NameOf } from './log-table';

const text = killLog.filter;
const ANY = { value: '', label: text.all };

interface ActsFilterRowProps {
  filter: ActsFilter;
  /** Of the acts that were read so far. */
  people: readonly string[];
  /** There are acts that were not read. */
  isPartial: boolean;
  nameOf: NameOf;
  set: (filter: ActsFilter) => void;
}

export function ActsFilterRow({ filter, people, isPartial, nameOf, set }: ActsFilterRowProps) {
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '12px', alignItems: 'start' }}>
      <Field label={text.act}>
        {(control) => (
          <Select
            control={control}
            options={[ANY, ...ACT_KINDS.map((one) => ({ value: one, label: actKindWords(one) }))]}
            value={filter.kind}
            onChange={(kind) => set({ ...filter, kind })}
          />
        )}
      </Field>
      <Field label={text.person} help={isPartial ? text.personSoFar : undefined}>
        {(control) => (
          <Select
            control={control}
            options={[ANY, ...people.map((id) => ({ value: id, label: whoWords(id, nameOf) }))]}
            value={filter.person}
            onChange={(person) => set({ ...filter, person })}
          />
        )}
      </Field>
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} label={text[end]}>
          {(control) => (
            <TextInput
              control={control}
              type="date"
              value={filter[end]}
              onChange={(day) => set({ ...filter, [end]: day })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
