// The reading that a result rests on.
import type { Day } from '../domain/days';
import { AppError } from '../domain/errors';
import { MESSAGES } from '../domain/messages';
import type { CitedReading } from '../domain/result';
import type { ProjectSettings } from '../domain/rules';
import type { Ports } from '../ports';

const refuse = (message: string): AppError =>
  new AppError('invalid_input', MESSAGES.input, { fields: { reading: message } });

/**
 * Finds a reading of one of the project's goals.
 * @param only the goal that the bet names; null where any goal of the project may be cited
 * @throws AppError invalid_input
 */
export async function citedReading(
  ports: Ports,
  { goals }: ProjectSettings,
  cited: { goalId: string; day: Day } | undefined,
  only: string | null,
): Promise<CitedReading | null> {
  if (!cited) return null;
  const { goalId, day } = cited;
  if (only !== null && goalId !== only) throw refuse(MESSAGES.result.otherGoal);
  const reading = goals.some(({ id }) => id === goalId)
    ? await ports.readings.read(goalId, day)
    : null;
  if (!reading || reading.withdrawn) throw refuse(MESSAGES.result.noReading);
  return { goalId, day, value: reading.value };
}
