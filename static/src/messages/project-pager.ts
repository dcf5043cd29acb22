// Words of the ways through a long list; what the list is stands with the list.
import { words } from '../words';

export const pager = words('project-pager', {
  previous: 'Previous',
  next: 'Next',
  range: '{first} to {last} of {count}',
  rangeOpen: '{first} to {last}',
  all: 'Show all {count}',
} as const);
