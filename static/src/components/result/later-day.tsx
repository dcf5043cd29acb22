// The day of another look, with the usual ones to press.
import { Button } from '../button';
import { Field } from '../field';
import { TextInput } from '../inputs';
import { Inline, Stack } from '../layout';
import { useFormat } from '../reader';
import type { Day } from '../../../../src/domain/days';
import { result as text } from '../../messages/result';
import { daysAhead } from './result-draft';

interface LaterDayProps {
  today: Day;
  value: string;
  error: string | undefined;
  onChange: (day: string) => void;
}

export function LaterDay({ today, value, error, onChange }: LaterDayProps) {
  const format = useFormat();
  return (
    <Stack space="space.075">
      <Field label={text.checkBy} help={text.checkByHelp} error={error}>
        {(control) => <TextInput control={control} type="date" value={value} onChange={onChange} />}
      </Field>
      <Inline space="space.075">
        {daysAhead(today).map(({ weeks, day }) => (
          <Button key={weeks} spacing="compact" onClick={() => onChange(day)}>
            {format.plural(text.weeks, weeks)}
          </Button>
        ))}
      </Inline>
    </Stack>
  );
}
