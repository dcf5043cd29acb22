// A reading that a rule of the customer's automation reports. Rules run again, twice and at once:
// what counts is the goal and the day, and that in the end this value stands there.
import type { Input, Output } from '../contract/procedures';
import { dayOf } from '../domain/days';
import { AppError } from '../domain/errors';
import { lastServed } from '../domain/goal';
import { filled, MESSAGES } from '../domain/messages';
import type { KeptReading, Ports } from '../ports';
import { keepReading } from './save-reading';

const SAY = MESSAGES.report;
/** Others who change the same day at the same moment have each at most one turn in between. */
const TRIES = 5;

type Change = Output<'reading.report'>['change'];

function changeOf(before: KeptReading | null, value: number): Change {
  if (!before) return 'added';
  if (before.value !== value) return 'corrected';
  return before.withdrawn ? 'restored' : 'unchanged';
}

/** Goals of a project as a rule can name them. The caller's right to see the project was checked. */
export async function listGoals(ports: Ports, projectId: string): Promise<Output<'goals.list'>> {
  const { goals, rules } = await ports.settings.load(projectId);
  return { today: dayOf(ports.clock.now(), rules.timeZone), goals };
}

/**
 * Adds the reading of a day, corrects it, or lets it stand again after it was taken back; the value
 * that stands there already changes nothing. The caller's right to report was checked.
 * @throws AppError invalid_input for a day to come or after the goal's end; conflict when others
 *   kept changing the same day
 */
export async function reportReading(
  ports: Ports,
  by: string,
  input: Input<'reading.report'>,
): Promise<Output<'reading.report'>> {
  const { projectId, goalId, value, note } = input;
  const { goals, rules } = await ports.settings.load(projectId);
  const goal = goals.find(({ id }) => id === goalId);
  if (!goal) throw new AppError('not_found', MESSAGES.goal.unknown);
  const today = dayOf(ports.clock.now(), rules.timeZone);
  const { day = today } = input;
  if (day > today) throw new AppError('invalid_input', MESSAGES.reading.future);
  const last = lastServed(goal);
  if (day > last) throw new AppError('invalid_input', filled(SAY.ended, { day: last }));
  for (let tries = 1; ; tries += 1) {
    const before = await ports.readings.read(goalId, day);
    const change = changeOf(before, value);
    const done = { goal: goal.metric, day, value, change };
    if (change === 'unchanged') return done;
    // A rule gives no link: where a person found the number stays.
    const next = { goalId, day, value, note, link: before?.link, withdrawn: false };
    try {
      await keepReading(ports, by, 'reading.save', { projectId, before }, next);
      return done;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
      if (tries === TRIES) throw new AppError('conflict', SAY.busy, { cause: error });
    }
  }
}
