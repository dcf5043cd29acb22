// Since when nobody has touched an item, as far as its answer tells. A file of its own: the panel of an
// item does without it.
import type { KeptAnswer } from './answer';
import { addDays, type Day } from './days';

/**
 * Whether an answer became complete within these days. Answering touches an item, though Jira moves no
 * date of it. A day after tomorrow can't be one on which somebody answered, in no zone.
 */
export const isFresh = (
  { answered }: Pick<KeptAnswer, 'answered'>,
  days: number,
  today: Day,
): boolean =>
  answered !== undefined && answered > addDays(today, -days) && answered <= addDays(today, 1);
