// What stands above a goal's strip: its name as far as there is room, and at the right end where it
// has come to and where it shall get.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../../src/contract/goals';
import type { Day } from '../../../../../src/domain/days';
import { latestReading } from '../../../../../src/domain/goal';
import { SMALL } from '../../../components/field';
import { useFormat } from '../../../components/reader';
import { fill, type Format } from '../../../format';
import { below } from '../../../messages/project-below';

const text = below.months;

/** "2.3 % (Oct 27), target 2.6 %": the latest reading up to a day. */
export function stripEnd(goal: GoalView, to: Day, format: Format): string {
  const target = format.amount(goal.target, goal.unit);
  const last = latestReading(goal.readings, to);
  if (!last) return fill(text.stripNone, { target });
  const value = format.amount(last.value, goal.unit);
  return fill(text.stripLast, { last: `${value} (${format.shortDay(last.day)})`, target });
}

/** Above what is pointed at, so that its name can be read whole where it is cut. */
const row: CSSProperties = {
  ...SMALL,
  position: 'relative',
  zIndex: 1,
  display: 'flex',
  gap: token('space.150'),
  color: token('color.text.subtle'),
};
const name: CSSProperties = {
  flex: '0 1 auto',
  minWidth: '6ch',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
};

interface StripHeadProps {
  goal: GoalView;
  /** The last day that is shown. */
  to: Day;
  left: number;
}

export function StripHead({ goal, to, left }: StripHeadProps) {
  const format = useFormat();
  const whole = fill(text.strip, { metric: goal.metric, achieve: goal.achieve });
  return (
    <div style={{ ...row, paddingInlineStart: left }}>
      <span style={name} title={whole}>
        {whole}
      </span>
      <span style={{ marginInlineStart: 'auto', whiteSpace: 'nowrap', color: token('color.text') }}>
        {stripEnd(goal, to, format)}
      </span>
    </div>
  );
}
