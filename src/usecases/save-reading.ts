// Readings of goals: added, corrected, taken back. What stood before is always kept.
import type { Input } from '../contract/procedures';
import { dayOf } from '../domain/days';
import { AppError } from '../domain/errors';
import { MESSAGES } from '../domain/messages';
import type { KeptReading, Ports } from '../ports';

const SAY = MESSAGES.reading;

const shownOf = (reading: KeptReading | null) =>
  reading && {
    day: reading.day,
    value: reading.value,
    note: reading.note,
    link: reading.link,
    withdrawn: reading.withdrawn,
  };

function expectRevision(reading: KeptReading | null, rev: number): void {
  if ((reading?.rev ?? 0) !== rev)
    throw new AppError('conflict', SAY.changed, { details: shownOf(reading) });
}

/** Stores what a reading becomes, with what stood before it, and the act. */
export async function keepReading(
  ports: Ports,
  by: string,
  kind: 'reading.save' | 'reading.withdraw',
  where: { projectId: string; before: KeptReading | null },
  next: Pick<KeptReading, 'goalId' | 'day' | 'value' | 'note' | 'link' | 'withdrawn'>,
): Promise<void> {
  const { projectId, before } = where;
  const at = ports.clock.now();
  const over = before?.rev ?? 0;
  const stood = before && {
    value: before.value,
    note: before.note,
    link: before.link,
    by: before.by,
    at: before.at,
    withdrawn: before.withdrawn,
  };
  const reading: KeptReading = {
    ...next,
    rev: over + 1,
    by,
    at,
    earlier: [...(before?.earlier ?? []), ...(stood ? [stood] : [])],
  };
  await ports.readings.save(projectId, reading, over, {
    projectId,
    subject: next.goalId,
    kind,
    by,
    at,
    before: shownOf(before),
    after: shownOf(reading),
  });
}

/**
 * Adds a reading, or corrects the one of that day. Whose goal it is was checked.
 * @throws AppError conflict when somebody else changed that day's reading since `rev`
 */
export async function saveReading(
  ports: Ports,
  by: string,
  input: Input<'reading.save'>,
): Promise<void> {
  const { projectId, goalId, day, value, note, link, rev } = input;
  const { rules } = await ports.settings.load(projectId);
  if (day > dayOf(ports.clock.now(), rules.timeZone))
    throw new AppError('invalid_input', SAY.notSaved, { fields: { day: SAY.future } });
  const before = await ports.readings.read(goalId, day);
  expectRevision(before, rev);
  const next = { goalId, day, value, note, link, withdrawn: false };
  await keepReading(ports, by, 'reading.save', { projectId, before }, next);
}

/** Takes a reading back, or the taking back. One that stands so already stays as it is. */
export async function withdrawReading(
  ports: Ports,
  by: string,
  input: Input<'reading.withdraw'>,
): Promise<void> {
  const { projectId, goalId, day, withdrawn, rev } = input;
  const before = await ports.readings.read(goalId, day);
  if (!before) throw new AppError('not_found', SAY.unknown);
  expectRevision(before, rev);
  if (before.withdrawn === withdrawn) return;
  await keepReading(ports, by, 'reading.withdraw', { projectId, before }, { ...before, withdrawn });
}
