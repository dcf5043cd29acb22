// What every tab of the page rests on, and counting a set of numbers to the end.
import './bridge-global';
import type { Viewer } from './viewer';
import type { Frame } from '../src/domain/band';
import { knownRules, undeliveredOf, type ProjectSettings } from '../src/domain/rules';
import { createCounts, type Numbers, type Sum } from '../static/src/surfaces/project/gather/counts';
import { readParents } from '../static/src/surfaces/project/gather/parents';
import { readSite } from '../static/src/surfaces/project/gather/site';

export interface OpenOptions {
  viewer: Viewer;
  settings: ProjectSettings;
  /** The viewer's zone. */
  zone: string;
}

/** Opens the project as the page does, without the function run that brings the settings. */
export async function openFrame({ viewer: { jira }, settings, zone }: OpenOptions) {
  const { projectId, goals } = settings;
  const site = await readSite(jira, projectId);
  const parents = await readParents(jira, { projectId, zone, aboveTypeIds: site.aboveTypeIds });
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const rules = knownRules(settings.rules, {
    typeIds: site.typeIds,
    resolutionIds: ids(site.resolutions),
    statusIds: ids(site.statuses),
  });
  const frame: Frame = {
    goals,
    rules,
    standardTypeIds: site.standardTypeIds,
    undelivered: undeliveredOf(rules, site),
    parents,
  };
  return { frame, aboveTypeIds: site.aboveTypeIds };
}

/** Values by name; what was left out has none. @throws Error for a number that could not be had */
export function valuesOf<N extends string>(numbers: Numbers<N>): Partial<Record<N, number>> {
  const values: Partial<Record<N, number>> = {};
  for (const [name, state] of Object.entries(numbers) as [N, Numbers<N>[N]][]) {
    if (state?.kind === 'known') values[name] = state.value;
    else if (state?.kind !== 'left-out') throw new Error(`${name} was not counted`);
  }
  return values;
}

/** Counts a set of numbers. */
export async function countAll<N extends string>(
  { jira }: Viewer,
  searches: Record<N, Sum>,
): Promise<Record<N, number>> {
  const counts = createCounts<N>({ jira, searches, aboutAbove: 0, onChange: () => undefined });
  await counts.start();
  return valuesOf(counts.numbers()) as Record<N, number>;
}
