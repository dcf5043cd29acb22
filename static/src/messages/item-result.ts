// Text about the result in the item's panel. What is asked stands in `result.ts`.
import { words } from '../words';

export const itemResult = words('item-result', {
  due: 'Delivered {day}. Did it do what we expected?',
  /** Above the questions, which ask the same. */
  asked: 'Delivered {day}. The result is due since {check}.',
  early: 'Delivered {day}. The result is due on {check}.',
  earlyAction: 'Give the result now',
  change: 'Change the result',
  /** By how often it was postponed; more often than that is said in the words of `result.ts`. */
  postponed: ['', 'Postponed once before.', 'Postponed twice before.'],
  cites: '{value} on {day}',
  unwrittenDay: 'The new check date is kept in Ladder. Jira has not taken it onto the item.',
  saved: 'Result saved',
  dateSaved: 'Check date saved',
  onParent: {
    moved: '{key} moved it, {evidence} on {day}.',
    flat: '{key} didn’t move it, {evidence} on {day}.',
    unclear: '{key}: can’t tell, {evidence} on {day}.',
    none: 'The sentence is on {key}, so the result is given there.',
  },
  readOnly: 'Whoever may edit or transition this item can give the result.',
} as const);
