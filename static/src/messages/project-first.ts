// Text of the project page that stands there before the page's own code does.
import { words } from '../words';

export const first = words('project-first', {
  title: 'Ladder',
  when: {
    last: { one: 'Today', other: 'In the last {count} days' },
    between: 'From {from} to {to}',
  },
  finished: {
    one: '{when} {finished} item was finished.',
    other: '{when} {finished} items were finished.',
  },
  finishedAbout: '{when} about {finished} items were finished.',
} as const);
