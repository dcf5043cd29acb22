// The dated readings of a goal, the newest first.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../../src/contract/goals';
import { useFormat } from '../../../components/reader';
import { TextLink } from '../../../components/text-link';
import { messages } from '../../../messages';

const text = messages.project.goals;

const cell: CSSProperties = {
  padding: `${token('space.050')} ${token('space.200')} ${token('space.050')} 0`,
  borderBottom: `1px solid ${token('color.border')}`,
  textAlign: 'start',
  fontWeight: 'inherit',
  verticalAlign: 'baseline',
};
const figure: CSSProperties = {
  ...cell,
  textAlign: 'end',
  whiteSpace: 'nowrap',
  fontVariantNumeric: 'tabular-nums',
};
const head = { color: token('color.text.subtle'), font: token('font.body.small') };

/** Takes back the thick lines that css-reset draws. */
const PLAIN: CSSProperties = { border: 'none' };

export function ReadingsTable({ goal }: { goal: GoalView }) {
  const format = useFormat();
  const newestFirst = [...goal.readings].reverse();
  if (newestFirst.length === 0)
    return <span style={{ color: token('color.text.subtle') }}>{text.noReadings}</span>;
  return (
    <table style={{ borderCollapse: 'collapse', width: 'auto' }} aria-label={text.readings}>
      <thead style={PLAIN}>
        <tr>
          <th scope="col" style={{ ...cell, ...head }}>
            {text.column.day}
          </th>
          <th scope="col" style={{ ...figure, ...head }}>
            {text.column.value}
          </th>
          <th scope="col" style={{ ...cell, ...head }}>
            {text.column.note}
          </th>
        </tr>
      </thead>
      <tbody style={PLAIN}>
        {newestFirst.map(({ day, value, note, link }, index) => (
          <tr key={index}>
            <th scope="row" style={{ ...cell, whiteSpace: 'nowrap' }}>
              {format.day(day)}
            </th>
            <td style={figure}>{format.amount(value, goal.unit)}</td>
            <td style={cell}>
              {note}{' '}
              {link ? (
                <TextLink href={link} newTab>
                  {messages.goal.link}
                </TextLink>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
