// The first thing on an item that ages without an answer: why, since when, what to do. No scolding.
import { Button } from '../../components/button';
import { Stack } from '../../components/layout';
import { Notice } from '../../components/notice';
import { useFormat } from '../../components/reader';
import { fill } from '../../format';
import { item } from '../../messages/item';
import type { FlagModel } from './view-model';

const text = item.flag;

interface FlagMessageProps {
  flag: FlagModel;
  /** Opens the form; null where it is open already or may not be. */
  onAnswer: (() => void) | null;
}

export function FlagMessage({ flag, onAnswer }: FlagMessageProps) {
  const format = useFormat();
  const candidate = flag.flag === 'candidate';
  const title = candidate ? fill(text.candidate, { day: format.day(flag.since) }) : text.warned;
  const reason = fill(text.reason[flag.reason], { age: format.age(flag.age) });
  const noticed = candidate ? '' : ` ${fill(text.warnedText, { day: format.day(flag.since) })}`;
  const settled = flag.reason === 'goal' ? text.settled.goal : text.settled.answered;
  return (
    <Notice look={candidate ? 'warning' : 'information'} title={title}>
      <Stack space="space.100" alignInline="start">
        <span>
          {flag.settled ? `${settled} ${text.settled.next}` : `${reason}${noticed} ${text.ends}`}
        </span>
        {onAnswer && !flag.settled ? <Button onClick={onAnswer}>{item.answer}</Button> : null}
      </Stack>
    </Notice>
  );
}
