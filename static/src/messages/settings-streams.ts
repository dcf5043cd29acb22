// Text of the streams in the project settings.
import { words } from '../words';

export const settingsStreams = words('settings-streams', {
  title: 'Streams',
  text: 'The ways in which this project brings value to somebody. Each is a condition in JQL; an item may be in several.',
  components:
    'None are saved, so each component of the project is a stream. Make them yours to rename, join or replace them.',
  makeYours: 'Make them yours',
  makingFailed: 'The components could not be read. Try again.',
  noComponents: 'The project has no components to begin with.',
  add: 'Add a stream',
  full: 'A project keeps at most {count} streams.',
  name: 'Name',
  clause: 'Which items belong to it (JQL)',
  clauseHelp: 'Without ORDER BY. Only items of this project are looked at.',
  remove: 'Remove',
  removeOf: 'Remove the stream {name}',
  unnamed: 'without a name',
  checking: 'Asking Jira …',
  open: { one: '{count} open item', other: '{count} open items' },
  what: 'open items of {name}',
  refused: 'Jira does not take this condition: {why}',
  brokenSaved:
    'This worked when it was saved. A field or a value of it may be gone; the other streams are counted all the same.',
  failed: 'This could not be checked.',
  again: 'Try again',
  warn: {
    component:
      'This is the one component {component}. A stream follows value to somebody, often across several components.',
    components:
      'Each of {count} streams here is one component. A stream follows value to somebody, often across several components.',
    viewer:
      '{name}() means something else for everybody who looks, so the numbers of this stream differ for each viewer.',
    few: 'Fewer than five open items: so small a stream says little.',
    near: 'The name is nearly that of {name}. Two names for one thing confuse.',
    many: 'These are {count} streams. With more than eight it gets hard to see where value flows.',
  },
  overlap: {
    none: 'No open item is in two of them.',
    some: { one: '{count} item is in two or more.', other: '{count} items are in two or more.' },
    inNone: { one: '{count} open item is in none.', other: '{count} open items are in none.' },
    allIn: 'Every open item is in one of them.',
    whatSome: 'open items in two or more streams',
    whatNone: 'open items in no stream',
    tooMany: 'Overlaps are not looked for: a stream has more than {count} open items.',
    broken: 'Streams that Jira does not take are left out of this.',
  },
  blocked: {
    title: 'Blocked',
    legend: 'What counts as blocked',
    usual: 'What is flagged in Jira',
    own: 'A condition of our own',
    off: 'Nothing',
    clause: 'Which items are blocked (JQL)',
    help: 'For example: labels = blocked OR status = "On hold"',
    noFlag: 'This site has no field “Flagged”, so nothing is counted as blocked.',
    what: 'blocked open items',
    viewer:
      '{name}() means something else for everybody who looks, so what counts as blocked differs for each viewer.',
  },
  streams: 'Streams',
  words: '{name}: {clause}',
} as const);
