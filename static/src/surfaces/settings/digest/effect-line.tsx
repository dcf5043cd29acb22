// What a choice about messages does before it is saved, beside what is saved: how they go out, and when
// the next summary comes.
import { nextSummary, weekdayOf, type Digest } from '../../../../../src/domain/digest';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { SMALL } from '../../../components/field';
import { useFormat } from '../../../components/reader';
import { fill, type Format } from '../../../format';
import { settingsDigest } from '../../../messages/settings-digest';

const { effect: text, weekdays } = settingsDigest;

/** The name of a day of the week; 1 is Monday. */
export const nameOf = (weekday: number): string => Object.values(weekdays)[weekday - 1] ?? '';

function standing({ mode, weekday }: Digest, open: OpenProject, format: Format): string {
  if (mode === 'off') return text.off;
  const how = text.how[mode];
  if (!open.rules.scan) return fill(text.asleep, { how, weekday: nameOf(weekday) });
  const next = nextSummary(weekday, open.today, open.scan.lastDay);
  const day = { weekday: nameOf(weekdayOf(next)), day: format.day(next) };
  const when = next === open.today ? text.when.today : fill(text.when.night, day);
  return fill(text.next, { how, when });
}

export function EffectLine({ open, typed }: { open: OpenProject; typed: Digest }) {
  const format = useFormat();
  const now = standing(open.rules.digest, open, format);
  const then = standing(typed, open, format);
  return (
    <span style={SMALL} role="status">
      {fill(now === then ? text.now : text.then, { now, then })}
    </span>
  );
}
