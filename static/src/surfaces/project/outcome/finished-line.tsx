// The first line while it is not known yet how much of what was finished was shipped.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import type { Day } from '../../../../../src/domain/days';
import { rich } from '../../../components/rich';
import { fill, type Format } from '../../../format';
import { first } from '../../../messages/project-first';
import { lengthOf, type Days } from '../address';
import { LISTED_LIMIT } from '../gather/bounds';

export const FIRST_LINE: CSSProperties = {
  font: token('font.heading.medium'),
  fontWeight: token('font.weight.regular'),
  lineHeight: '30px',
  color: token('color.text'),
  margin: 0,
  flex: '3 1 320px',
};

const figure: CSSProperties = {
  fontVariantNumeric: 'tabular-nums',
  whiteSpace: 'nowrap',
  color: token('color.text.subtlest'),
};

/** "In the last 180 days", or "From 1 Jul 2026 to 30 Sep 2026" for a time that is over. */
export function whenPhrase(days: Days, today: Day, format: Format): string {
  return days.to === today
    ? format.plural(first.when.last, lengthOf(days))
    : fill(first.when.between, { from: format.day(days.from), to: format.day(days.to) });
}

interface FinishedLineProps {
  /** What was finished, undelivered items too, as Jira counts it. */
  finished: number;
  when: string;
  format: Format;
}

/** "In the last 180 days 212 items were finished." */
export function FinishedLine({ finished, when, format }: FinishedLineProps) {
  // Jira counts many items roughly.
  const form =
    finished > LISTED_LIMIT
      ? first.finishedAbout
      : first.finished[finished === 1 ? 'one' : 'other'];
  return (
    <p style={FIRST_LINE}>
      {rich(fill(form, { when }), {
        finished: <span style={figure}>{format.number(finished)}</span>,
      })}
    </p>
  );
}
