// One bet, large, for a shared screen.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import type { Day } from '../../../../../../src/domain/days';
import { Button } from '../../../../components/button';
import { CARD } from '../../../../components/card';
import { SMALL } from '../../../../components/field';
import { goalWay } from '../../../../components/goal-summary';
import { Inline, Stack, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { ResultHistory } from '../../../../components/result/result-history';
import { oftenLine, type NameOf } from '../../../../components/result/said-words';
import { hasTypedResult } from '../../../../forge/typed-result';
import { ItemLink } from '../../../../components/text-link';
import { fill } from '../../../../format';
import { results } from '../../../../messages/project-results';
import type { Where } from '../../use-numbers';
import { ChildrenCount } from '../children-count';
import { checkDay, type KnownBet } from '../result-row';
import { checkWords, goalWords, wholeSentence } from '../row-words';
import type { Results } from '../use-results';
import { MeetingForm } from './meeting-form';
import type { MeetingAct } from './meeting-keys';
import { MetricSince } from './metric-since';
import { outcomeLine } from './minutes';
import type { MeetingState } from './use-meeting';

const text = results.meeting;

// At Jira's usual width there is room for the four choices in one row.
const HALF = (basis: string): CSSProperties => ({ flex: `1 1 ${basis}`, minWidth: 0 });
const LARGE: CSSProperties = {
  font: token('font.heading.large'),
  fontWeight: token('font.weight.regular'),
  margin: 0,
  maxWidth: '46em',
  overflowWrap: 'anywhere',
};

interface MeetingCardProps {
  bet: KnownBet;
  where: Where;
  today: Day;
  nameOf: NameOf;
  meeting: MeetingState;
  results: Results;
  listen: (act: ((act: MeetingAct) => void) | null) => void;
}

function Ask(props: MeetingCardProps) {
  const format = useFormat();
  const { bet, today, meeting, results: model, listen } = props;
  const { said, isAgain } = meeting;
  if (bet.isGone && !meeting.draftOf(bet.row.id) && !hasTypedResult(bet.row.id))
    return <Text as="p">{fill(text.gone, { key: bet.row.key })}</Text>;
  if (!bet.mayGive) return <Text as="p">{results.row.readOnly}</Text>;
  if (said && !isAgain)
    return (
      <Stack space="space.150">
        <Text as="p" weight="medium">
          {fill(text.saidHere, { line: outcomeLine(said, format) })}
        </Text>
        <Inline space="space.100">
          <Button onClick={meeting.again}>{text.again}</Button>
        </Inline>
      </Stack>
    );
  return (
    <MeetingForm
      key={`${bet.row.id} ${isAgain}`}
      bet={bet}
      today={today}
      meeting={meeting}
      results={model}
      listen={listen}
    />
  );
}

export function MeetingCard(props: MeetingCardProps) {
  const { bet, where, today, nameOf } = props;
  const format = useFormat();
  const { row, view } = bet;
  const often = oftenLine(view, format);
  return (
    <article style={{ ...CARD, padding: token('space.300') }}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: token('space.400') }}>
        <div style={HALF('min(100%, 400px)')}>
          <Stack space="space.200">
            <Stack space="space.050">
              <span style={SMALL}>{row.key}</span>
              <h3
                style={{ font: token('font.heading.medium'), margin: 0, overflowWrap: 'anywhere' }}
              >
                <ItemLink itemKey={row.key} alone>
                  {row.summary || row.key}
                </ItemLink>
              </h3>
            </Stack>
            {wholeSentence(row, checkDay(bet), format).map((line, index) => (
              <p key={index} style={index === 0 ? LARGE : { margin: 0 }}>
                {line}
              </p>
            ))}
            <Stack space="space.050">
              <Text weight="medium">{goalWords(row)}</Text>
              {row.goal ? <span style={SMALL}>{goalWay(row.goal, today, format)}</span> : null}
            </Stack>
            {row.goal ? (
              <MetricSince goal={row.goal} delivered={row.delivered} today={today} />
            ) : null}
            <Stack space="space.050">
              <span>{fill(text.delivered, { day: format.day(row.delivered) })}</span>
              <span>{checkWords(bet, today, format)}</span>
              <ChildrenCount where={where} row={row} />
              {often ? <Text weight="medium">{often}</Text> : null}
              {view ? <ResultHistory view={view} nameOf={nameOf} /> : null}
            </Stack>
          </Stack>
        </div>
        <div style={HALF('min(100%, 500px)')}>
          <Ask {...props} />
        </div>
      </div>
    </article>
  );
}
