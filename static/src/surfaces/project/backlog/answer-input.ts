// What a save takes of an answer that is kept on an item.
import type { AnswerInput } from '../../../../../src/contract/procedures';
import type { Answer, KeptAnswer } from '../../../../../src/domain/answer';

/** Only what is said: JSON drops what is not. */
export const plainAnswer = (answer: Answer): AnswerInput =>
  JSON.parse(JSON.stringify(answer)) as AnswerInput;

/** Without its state and since when it is whole, which the app tells anew. */
export const inputOf = ({
  state: _state,
  when: _when,
  answered: _answered,
  ...said
}: KeptAnswer): AnswerInput => plainAnswer(said);
