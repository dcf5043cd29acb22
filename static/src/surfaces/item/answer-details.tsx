// The optional parts of an answer that are filled, as a small list.
import type { ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import type { Answer } from '../../../../src/domain/answer';
import { SMALL } from '../../components/field';
import { useFormat } from '../../components/reader';
import { ItemLink } from '../../components/text-link';
import { item } from '../../messages/item';

const text = item.more;

/** `unit` is the goal's. Nothing is drawn when nothing is filled. */
export function AnswerDetails({ answer, unit }: { answer: Answer; unit: string }) {
  const format = useFormat();
  const amount = (value: number | undefined) =>
    value === undefined ? undefined : format.amount(value, unit);
  const rows: [string, ReactNode][] = (
    [
      [text.delta, answer.delta === undefined ? undefined : format.change(answer.delta, unit)],
      [text.whom, answer.whom],
      [text.because, answer.because],
      [text.stopBy, answer.stopBy && format.day(answer.stopBy)],
      [text.stopValue, amount(answer.stopValue)],
      [text.enables, answer.enables && <ItemLink itemKey={answer.enables} />],
    ] as [string, ReactNode][]
  ).filter(([, value]) => value !== undefined);
  if (rows.length === 0) return null;
  return (
    <dl
      style={{
        display: 'grid',
        gridTemplateColumns: 'max-content minmax(0, 1fr)',
        gap: `${token('space.050')} ${token('space.150')}`,
        margin: 0,
        padding: 0,
        overflowWrap: 'anywhere',
      }}
    >
      {rows.map(([label, value]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt style={SMALL}>{label}</dt>
          <dd style={{ margin: 0 }}>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
