import { notModelled } from '../errors';

const MODELLED = ['names', 'changelog', 'transitions'];
/** Expansions that Jira knows for issues and this stand-in does not imitate. */
const LEFT_OUT = ['renderedFields', 'schema', 'editmeta', 'operations', 'versionedRepresentations'];

/** The modelled expansions that were asked for; unknown words are ignored, as Jira does. */
export function checkExpand(expand: string): string[] {
  const words = expand.split(',').map((word) => word.trim());
  const missing = words.find((word) => LEFT_OUT.includes(word));
  if (missing !== undefined) throw notModelled(`expand=${missing}`);
  return words.filter((word) => MODELLED.includes(word));
}
