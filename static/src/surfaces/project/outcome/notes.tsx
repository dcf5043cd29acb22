// What has to be said beside the numbers: what is counted apart, what is estimated, what may change.
import type { ReactNode } from 'react';
import { project as projectText } from '../../../messages/project';
import { outcome } from '../../../messages/project-outcome';
import { Stack } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { rich } from '../../../components/rich';
import { fill } from '../../../format';
import type { WindowReport } from '../gather/window-report';
import type { WindowName } from '../gather/names';
import { valueOfNumber } from '../gather/number-state';
import { formFor } from './sentence';
import { Small } from './words';

const text = projectText.outcome;

interface NotesProps {
  report: WindowReport;
  number: (name: WindowName) => ReactNode;
  /** Whether some search is too long to be opened. */
  unopened: boolean;
}

export function Notes({ report, number, unopened }: NotesProps) {
  const format = useFormat();
  const { numbers, reading, mode, effort } = report;
  const unit = effort?.unit ?? null;
  const unaimed = valueOfNumber(numbers.movedUnaimed) ?? 0;
  return (
    <Stack space="space.050">
      <Small>
        {rich(unit ? text.undeliveredBy[unit] : formFor(text.undelivered, numbers.undelivered), {
          undelivered: number('undelivered'),
        })}
      </Small>
      {unaimed > 0 ? (
        <Small>
          {rich(
            unit ? text.movedUnaimedBy[unit] : formFor(text.movedUnaimed, numbers.movedUnaimed),
            {
              movedUnaimed: number('movedUnaimed'),
            },
          )}
        </Small>
      ) : null}
      {effort ? (
        <Small>
          {effort.unit ? outcome.weigh[effort.unit] : outcome.weigh.none}{' '}
          {effort.unit && effort.without > 0
            ? format.plural(outcome.weigh.without, effort.without)
            : ''}
        </Small>
      ) : null}
      <Small faint>
        {[
          text.reopened,
          ...(mode === 'counted' ? [text.estimated] : []),
          ...(numbers.aimed?.kind === 'left-out' ? [text.leftOut] : []),
          ...(unopened ? [text.noLinks] : []),
        ].join(' ')}{' '}
        {reading
          ? fill(text.reading, {
              done: format.number(reading.done),
              of: format.number(reading.of),
            })
          : ''}
      </Small>
    </Stack>
  );
}
