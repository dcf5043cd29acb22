// An answer as its sentence.
import type { Answer } from '../../../../../../src/domain/answer';
import type { Format } from '../../../../format';
import { item as itemText } from '../../../../messages/item';
import { projectBacklog } from '../../../../messages/project-backlog';

/** "By … we expect …, measured by …, checked on …."; what is missing stays a gap. */
export function proseOf(answer: Answer, format: Format): string {
  if (answer.why === 'run') return projectBacklog.cover.conflict.run;
  const day = answer.checkBy === undefined ? '…' : format.day(answer.checkBy);
  const parts = [answer.by, answer.expect, answer.measure, day].map((part) => part ?? '…');
  return itemText.sentence.text.map((words, index) => `${words}${parts[index] ?? ''}`).join('');
}
