// What is shown of an item on its card.
import type { CSSProperties, ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import { dayOf } from '../../../../../src/domain/days';
import { SMALL } from '../../../components/field';
import { ItemLink } from '../../../components/text-link';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { sort } from '../../../messages/project-sort';
import type { SortItem } from './sort-item';

const text = sort.card;

const SUMMARY: CSSProperties = {
  font: token('font.heading.large'),
  margin: 0,
  overflowWrap: 'anywhere',
};

const FACTS: CSSProperties = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 150px), 1fr))',
  gap: token('space.150'),
  margin: 0,
  padding: 0,
};

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div style={{ minWidth: 0 }}>
      <dt style={SMALL}>{name}</dt>
      <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>{children}</dd>
    </div>
  );
}

interface CardFaceProps {
  item: SortItem;
  /** The viewer’s day. */
  today: string;
}

export function CardFace({ item, today }: CardFaceProps) {
  const format = useFormat();
  const { facts, summary, typeName, parent, resolutionName } = item;
  const finished = dayOf(facts.categoryChanged, format.timeZone);
  return (
    <>
      <div>
        <span style={SMALL}>{facts.key}</span>
        <h3 style={SUMMARY}>
          <ItemLink itemKey={facts.key} alone>
            {summary || facts.key}
          </ItemLink>
        </h3>
      </div>
      <dl style={FACTS}>
        <Fact name={text.type}>{typeName}</Fact>
        <Fact name={text.closed}>
          {fill(text.closedAt, {
            day: format.day(finished),
            ago: format.relative(finished, today),
          })}
        </Fact>
        <Fact name={text.parent}>
          {parent ? (
            <ItemLink itemKey={parent.key} alone>
              {`${parent.key} ${parent.summary}`.trim()}
            </ItemLink>
          ) : (
            text.noParent
          )}
        </Fact>
        <Fact name={text.labels}>{facts.labels.join(', ') || text.noLabels}</Fact>
        <Fact name={text.resolution}>{resolutionName ?? text.noResolution}</Fact>
      </dl>
    </>
  );
}
