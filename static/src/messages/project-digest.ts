// Text at the end of the first tab: whether Ladder writes to the reader.
import { words } from '../words';

export const projectDigest = words('project-digest', {
  writes:
    'Ladder may write to you about this project, at most once a week and when a result is due.',
  silent: 'Ladder does not write to you about this project.',
  stop: 'Stop',
  start: 'Write to me again',
  failed: 'This was not saved.',
} as const);
