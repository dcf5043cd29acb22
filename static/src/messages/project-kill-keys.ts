// Keys of the kill list, the same in the list and in its meeting.
import { words } from '../words';

export const decidingKeys = words('project-kill-keys.decidingKeys', [
  ['K', 'kill'],
  ['P', 'park until a day'],
  ['E', 'keep until a day'],
  ['F', 'fix'],
  ['1 to 4', 'takes a usual reason'],
  ['Enter', 'notes the decision'],
  ['Esc', 'leaves the form'],
] as const);
export const listingKeys = words('project-kill-keys.listingKeys', [
  ['U', 'takes the last decision back'],
  ['?', 'shows or hides this list'],
] as const);
