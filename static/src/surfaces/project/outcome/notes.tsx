// What has to be said beside the numbers: what is counted apart, what is estimated, what may change.
import type { ReactNode } from 'react';
import { Stack, Text } from '@atlaskit/primitives/compiled';
import { messages } from '../../../messages';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import type { WindowReport } from '../gather/window-report';
import type { WindowName } from '../gather/names';
import { valueOfNumber } from '../gather/number-state';
import { rich } from '../rich';
import { formFor } from './sentence';

const text = messages.project.outcome;

interface NotesProps {
  report: WindowReport;
  number: (name: WindowName) => ReactNode;
  /** Whether some search is too long to be opened. */
  unopened: boolean;
}

export function Notes({ report, number, unopened }: NotesProps) {
  const format = useFormat();
  const { numbers, reading, mode } = report;
  const unaimed = valueOfNumber(numbers.movedUnaimed) ?? 0;
  return (
    <Stack space="space.050">
      <Text size="small" color="color.text.subtle">
        {rich(formFor(text.undelivered, numbers.undelivered), {
          undelivered: number('undelivered'),
        })}
      </Text>
      {unaimed > 0 ? (
        <Text size="small" color="color.text.subtle">
          {rich(formFor(text.movedUnaimed, numbers.movedUnaimed), {
            movedUnaimed: number('movedUnaimed'),
          })}
        </Text>
      ) : null}
      <Text size="small" color="color.text.subtlest">
        {[
          text.reopened,
          ...(mode === 'counted' ? [text.estimated] : []),
          ...(unopened ? [text.noLinks] : []),
        ].join(' ')}{' '}
        {reading
          ? fill(text.reading, {
              done: format.number(reading.done),
              of: format.number(reading.of),
            })
          : ''}
      </Text>
    </Stack>
  );
}
