// A reading that shows that something moved: folded, because most people cite none.
import { useState } from 'react';
import type { GoalView } from '../../../../../src/contract/goals';
import type { Day } from '../../../../../src/domain/days';
import { Field, SMALL } from '../../../components/field';
import { Fold } from '../../../components/fold';
import { goalNames } from '../../../components/goal-names';
import { useFormat } from '../../../components/reader';
import { Select } from '../../../components/select';
import { Stack } from '../../../components/layout';
import { fill } from '../../../format';
import { sort } from '../../../messages/project-sort';
import type { Wanted } from './sorter';

const text = sort.cite;

type Cited = Wanted['reading'];

interface CiteReadingProps {
  goals: readonly GoalView[];
  /** The day the item was finished; only later readings show anything. */
  finished: Day;
  value: Cited;
  onChange: (value: Cited) => void;
}

export function CiteReading({ goals, finished, value, onChange }: CiteReadingProps) {
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const useful = goals
    .map((goal) => ({ goal, readings: goal.readings.filter(({ day }) => day > finished) }))
    .filter(({ readings }) => readings.length > 0);
  const chosen = useful.find(({ goal }) => goal.id === value?.goalId);
  const choose = (goalId: string) => {
    const readings = useful.find(({ goal }) => goal.id === goalId)?.readings ?? [];
    const last = readings.at(-1);
    onChange(last && { goalId, day: last.day });
  };
  return (
    <Fold title={text.title} isOpen={open} onToggle={setOpen}>
      {useful.length === 0 ? (
        <span style={SMALL}>{fill(text.none, { day: format.day(finished) })}</span>
      ) : (
        <Stack space="space.100">
          <Field label={text.goal} help={text.help}>
            {(control) => (
              <Select
                control={control}
                value={value?.goalId ?? ''}
                onChange={choose}
                options={[
                  { value: '', label: text.noGoal },
                  ...goalNames(
                    useful.map(({ goal }) => goal),
                    format,
                  ).map(({ goal, name }) => ({ value: goal.id, label: name })),
                ]}
              />
            )}
          </Field>
          {chosen && value ? (
            <Field label={text.reading}>
              {(control) => (
                <Select
                  control={control}
                  value={value.day}
                  onChange={(day) => onChange({ goalId: chosen.goal.id, day })}
                  options={chosen.readings.map((reading) => ({
                    value: reading.day,
                    label: fill(text.option, {
                      value: format.amount(reading.value, chosen.goal.unit),
                      day: format.day(reading.day),
                    }),
                  }))}
                />
              )}
            </Field>
          ) : null}
        </Stack>
      )}
    </Fold>
  );
}
