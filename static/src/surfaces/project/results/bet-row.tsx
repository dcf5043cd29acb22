// One bet of a list: what it is, when it came out, and what became of it.
import { useEffect, useRef, type CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import type { Day } from '../../../../../src/domain/days';
import { Button } from '../../../components/button';
import { CARD } from '../../../components/card';
import { SMALL } from '../../../components/field';
import { Stack, Text } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { ResultHistory } from '../../../components/result/result-history';
import { oftenLine, type NameOf } from '../../../components/result/said-words';
import { ItemLink } from '../../../components/text-link';
import { fill } from '../../../format';
import { results } from '../../../messages/project-results';
import { result as words } from '../../../messages/result';
import type { Where } from '../use-numbers';
import { BetForm } from './bet-form';
import { ChildrenCount } from './children-count';
import { listOf, type KnownBet } from './result-row';
import { checkWords, goalWords, isDateKept, resultLines, shortSentence } from './row-words';
import type { Answering } from './use-answering';

const text = results.row;

const COLUMNS: CSSProperties = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: `${token('space.100')} ${token('space.300')}`,
};
const column = (grow: number, basis: string): CSSProperties => ({
  flex: `${grow} 1 ${basis}`,
  minWidth: 0,
  overflowWrap: 'anywhere',
});

interface BetRowProps {
  where: Where;
  bet: KnownBet;
  today: Day;
  nameOf: NameOf;
  answering: Answering;
}

function Actions({ bet, today, answering }: Pick<BetRowProps, 'bet' | 'today' | 'answering'>) {
  const { key } = bet.row;
  if (bet.isGone) return <span style={SMALL}>{text.gone}</span>;
  if (!bet.mayGive) return <span style={SMALL}>{text.readOnly}</span>;
  const list = listOf(bet, today);
  const [title, label] = {
    due: [text.give, text.giveFor],
    waiting: [text.early, text.earlyFor],
    given: [text.change, text.changeFor],
  }[list] as [string, string];
  return (
    <span data-bet-action="">
      <Button
        spacing="compact"
        appearance={list === 'due' ? 'primary' : 'default'}
        label={fill(label, { key })}
        onClick={() => answering.ask(bet.row.id)}
      >
        {title}
      </Button>
    </span>
  );
}

function Standing({ bet, nameOf }: Pick<BetRowProps, 'bet' | 'nameOf'>) {
  const format = useFormat();
  const [first, ...others] = resultLines(bet, nameOf, format);
  const often = oftenLine(bet.view, format);
  return (
    <>
      {first ? <Text weight="medium">{first}</Text> : null}
      {others.map((line) => (
        <span key={line} style={SMALL}>
          {line}
        </span>
      ))}
      {bet.view?.given && !bet.view.written ? <span style={SMALL}>{words.unwritten}</span> : null}
      {isDateKept(bet) ? <span style={SMALL}>{text.notInJira}</span> : null}
      {often && !bet.view?.given ? <Text weight="medium">{often}</Text> : null}
      {bet.view ? <ResultHistory view={bet.view} nameOf={nameOf} /> : null}
    </>
  );
}

export function BetRow({ where, bet, today, nameOf, answering }: BetRowProps) {
  const format = useFormat();
  const { row } = bet;
  const isAsked = answering.asked === row.id && bet.mayGive;
  const isGiven = listOf(bet, today) === 'given';
  const place = useRef<HTMLLIElement>(null);
  const wasAsked = useRef(false);
  // Who leaves the form is back at the button that opened it.
  useEffect(() => {
    if (wasAsked.current && !isAsked)
      place.current?.querySelector<HTMLElement>('[data-bet-action] button')?.focus();
    wasAsked.current = isAsked;
  }, [isAsked]);
  return (
    <li ref={place} style={{ ...CARD, listStyle: 'none', margin: 0 }}>
      <Stack space="space.150">
        <div style={COLUMNS}>
          <div style={column(3, '320px')}>
            <Stack space="space.050">
              <span>
                <span style={SMALL}>{row.key} </span>
                <ItemLink itemKey={row.key} alone>
                  {row.summary || row.key}
                </ItemLink>
              </span>
              <Text>{shortSentence(row)}</Text>
              <span style={SMALL}>
                {text.goal}: {goalWords(row)}
              </span>
            </Stack>
          </div>
          <div style={column(1, '190px')}>
            <Stack space="space.050">
              <span>{fill(text.delivered, { day: format.day(row.delivered) })}</span>
              {isGiven ? null : <span>{checkWords(bet, today, format)}</span>}
              <ChildrenCount where={where} row={row} />
            </Stack>
          </div>
          <div style={column(1, '210px')}>
            <Stack space="space.050">
              <Standing bet={bet} nameOf={nameOf} />
              {isAsked ? null : <Actions bet={bet} today={today} answering={answering} />}
            </Stack>
          </div>
        </div>
        {isAsked ? (
          <BetForm
            key={row.id}
            bet={bet}
            today={today}
            onSaved={(saved) => answering.saved(bet, saved)}
            onTheirs={(theirs) => answering.theirs(bet, theirs)}
            onLeave={answering.leave}
            onClose={() => answering.close(bet)}
            takesFocus={answering.isChosen}
          />
        ) : null}
      </Stack>
    </li>
  );
}
