// Advice on the wording of an answer: one sentence and a small example for each hint.
import type { Hint } from '../../../src/domain/advice';
import { words } from '../words';

export const itemAdvice = words('item-advice', {
  label: 'Advice',
  dismiss: 'Dismiss',
  /** For those who hear the page: which hint the button is about. */
  dismissLabel: 'Dismiss: {text}',
  again: 'Show dismissed hints again',
  hints: {
    'fake-user': {
      text: 'This is a wish of somebody on the team; name who is better off once it is out.',
      example: 'As a shopper, I want to see delivery costs before I pay.',
    },
    'thing-is-value': {
      text: 'What you expect is the thing itself; say what changes for somebody once it is there.',
      example: 'By building a new search page we expect 10 % more visits that find an item.',
    },
    'to-do': {
      text: 'This reads like a task; say what will be different once it is done.',
      example: '30 fewer requests for an export a month.',
    },
    'no-number': {
      text: 'There is no number in it; say how much, or give the expected change under “More”.',
      example: '5 % fewer people to leave at the last step.',
    },
    'check-too-early': {
      text: 'The check date is before the due date of the item; look some days after it is out.',
      example: 'Due on 1 Dec, checked on 15 Dec.',
    },
  } satisfies Record<Hint, { text: string; example: string }>,
} as const);
