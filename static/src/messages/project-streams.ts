// Text of what can be asked of the streams besides their table.
import { words } from '../words';

export const streamsMore = words('project-streams', {
  stream: 'Stream',
  ages: {
    title: 'How old what is open is',
    caption: 'Open items of each stream by their age in days',
    under: 'under {to} days',
    between: '{from} to {to}',
    over: '{from} and more',
    half: 'Half are older than',
    about: 'about {days} days',
    beyond: 'more than {days} days',
    none: '–',
    what: 'open items in {stream}, {age}',
    how: 'Days since an item was created. The last column is worked out from the groups, so it is about right.',
  },
  goals: {
    title: 'Goals by stream',
    caption: 'Open items of each stream that are answered for a goal',
    noGoals: 'No goal counts at present.',
    what: 'open items in {stream} for “{goal}”',
    emptyRow: 'No open item in {stream} is answered for a goal.',
    emptyGoal: 'No stream has an open item for “{goal}”.',
  },
  blockers: {
    title: 'What blocks three or more',
    none: 'No open item blocks three or more open items of a stream, by links of the type “Blocks”.',
    row: '{summary} blocks {count} open items in {stream}',
    cut: 'Looked at the first {count} open items only of: {streams}.',
  },
} as const);
