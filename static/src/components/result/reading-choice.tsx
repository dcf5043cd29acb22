// The reading a result rests on, and what the result counts as before it is saved.
import { useFormat } from '../reader';
import { Field } from '../field';
import { Text } from '../layout';
import { Select } from '../select';
import { fill } from '../../format';
import { result as text } from '../../messages/result';
import { citedBy, evidenceBy, readingsOf, type AskedBet, type ResultDraft } from './result-draft';

interface ReadingChoiceProps {
  draft: ResultDraft;
  bet: AskedBet;
  error: string | undefined;
  onChange: (reading: ResultDraft['reading']) => void;
}

export function ReadingChoice({ draft, bet, error, onChange }: ReadingChoiceProps) {
  const format = useFormat();
  const { goal, delivered } = bet;
  const readings = readingsOf(bet);
  if (!goal) return <Text as="p">{text.rests.goal}</Text>;
  if (readings.length === 0)
    return <Text as="p">{fill(text.rests.empty, { metric: goal.metric })}</Text>;
  const cited = citedBy(draft, bet);
  const measured = evidenceBy(draft, bet) === 'measured';
  const rests = measured ? text.rests.measured : cited ? text.rests.before : text.rests.none;
  const options = readings.map(({ day, value }) => ({
    value: day,
    label: fill(day > delivered ? text.readingAfter : text.readingBefore, {
      value: format.amount(value, goal.unit),
      day: format.day(day),
    }),
  }));
  return (
    <Field label={text.reading} help={fill(rests, { day: format.day(delivered) })} error={error}>
      {(control) => (
        <Select
          control={control}
          options={[...options, { value: '', label: text.noReading }]}
          value={cited?.day ?? ''}
          onChange={(day) => onChange(day === '' ? null : day)}
        />
      )}
    </Field>
  );
}
