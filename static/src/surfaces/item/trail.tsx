// From the goal to this item, one step below the other.
import type { ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../src/contract/goals';
import type { Day } from '../../../../src/domain/days';
import { SMALL } from '../../components/field';
import { GoalProgress, goalWay } from '../../components/goal-summary';
import { useFormat } from '../../components/reader';
import { ItemLink } from '../../components/text-link';
import { fill } from '../../format';
import { item } from '../../messages/item';

const text = item.trail;

const Step = ({ children, isLast = false }: { children: ReactNode; isLast?: boolean }) => (
  <li
    style={{
      position: 'relative',
      padding: `0 0 ${isLast ? '0' : token('space.100')} ${token('space.200')}`,
      marginLeft: '3px',
      borderLeft: isLast ? '1px solid transparent' : `1px solid ${token('color.border')}`,
      overflowWrap: 'anywhere',
    }}
  >
    <span
      aria-hidden="true"
      style={{
        position: 'absolute',
        left: '-4px',
        top: '6px',
        width: '7px',
        height: '7px',
        borderRadius: '50%',
        backgroundColor: isLast ? token('color.icon.selected') : token('color.icon.subtle'),
      }}
    />
    {children}
  </li>
);

interface TrailProps {
  goal: GoalView;
  today: Day;
  /** The item that carries the sentence when it is not this one. */
  parent: { key: string; summary: string } | null;
  summary: string;
}

export function Trail({ goal, today, parent, summary }: TrailProps) {
  const format = useFormat();
  return (
    <ol aria-label={text.label} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      <Step>
        <strong style={{ fontWeight: token('font.weight.medium') }}>
          {fill(text.achieve, { achieve: goal.achieve })}
        </strong>
      </Step>
      <Step>
        {fill(text.by, { by: goal.by })}
        <div style={{ ...SMALL, marginBottom: token('space.050') }}>
          {goalWay(goal, today, format)}
        </div>
        <GoalProgress goal={goal} today={today} />
      </Step>
      {parent ? (
        <Step>
          <ItemLink itemKey={parent.key} alone>{`${parent.key} ${parent.summary}`}</ItemLink>
        </Step>
      ) : null}
      <Step isLast>
        <bdi>{summary}</bdi> <span style={SMALL}>({text.here})</span>
      </Step>
    </ol>
  );
}
