// The first thing on an item that ages without an answer: why, since when, what to do. No scolding.
import { Button } from '../../components/button';
import { Stack } from '../../components/layout';
import { Notice } from '../../components/notice';
import { useFormat } from '../../components/reader';
import { fill, type Format } from '../../format';
import { item } from '../../messages/item';
import type { FlagModel } from './view-model';

const text = item.flag;

interface FlagMessageProps {
  flag: FlagModel;
  /** Opens the form; null where it is open already or may not be. */
  onAnswer: (() => void) | null;
}

/** Why it is flagged; where it is by age, beside what this team's work takes. */
function reasonWords({ reason, age, half }: FlagModel, format: Format): string {
  const days = { age: format.age(age), half: half === null ? '' : format.age(half) };
  if (half === null) return fill(text.reason[reason], days);
  if (reason === 'aged') return fill(text.reason.agedByPace, days);
  return fill(reason === 'idle' ? text.reason.idleByPace : text.reason[reason], days);
}

export function FlagMessage({ flag, onAnswer }: FlagMessageProps) {
  const format = useFormat();
  const candidate = flag.flag === 'candidate';
  const since = { day: format.day(flag.since) };
  const onList = flag.meeting
    ? fill(text.meeting, { day: format.day(flag.meeting) })
    : fill(text.candidate, since);
  const noticed = candidate ? (flag.meeting ? text.since : '') : text.warnedText;
  const sentences = [reasonWords(flag, format), fill(noticed, since), text.ends];
  const settled = flag.reason === 'goal' ? text.settled.goal : text.settled.answered;
  return (
    <Notice look={candidate ? 'warning' : 'information'} title={candidate ? onList : text.warned}>
      <Stack space="space.100" alignInline="start">
        <span>
          {flag.settled ? `${settled} ${text.settled.next}` : sentences.filter(Boolean).join(' ')}
        </span>
        {onAnswer && !flag.settled ? <Button onClick={onAnswer}>{item.answer}</Button> : null}
      </Stack>
    </Notice>
  );
}
