// The demo: a web shop and its neighbours, made up from a seed. Same seed, same present, same shop.

import type { Storage } from '../../forge';
import type { Site, SiteIssue } from '../../jira/api';
import { loginUsers } from '../people';
import { PRIORITIES, RESOLUTIONS, TEAM } from './catalog';
import type { Draft } from './draft';
import { issueOf, type Place } from './issue';
import { linksOf } from './links';
import { planProject } from './plan';
import { demoProject, type DemoProject } from './projects';
import { seededRandom, type Random } from '../../random';
import { demoBoard } from './sprints';
import { storeResult, storeSettings } from './records';

export interface DemoOptions {
  site: Site;
  storage: Storage;
  /** The present of the demo, milliseconds: everything is counted back from it. */
  now: number;
  /** Items in all projects together. */
  issues?: number;
  projects?: number;
  seed?: string;
}

export interface DemoReport {
  items: number;
  projects: string[];
  /** Keys of items in SHOP that show one thing each, e.g. `unanswered`, `half`, `due-epic`. */
  notable: Record<string, string>;
}

export const DEFAULT_ISSUES = 720;
export const DEFAULT_PROJECTS = 3;

/** Who drops an item may say how it ends; a comment can be left on every screen. */
const DROP_SCREEN = { id: '10300', name: 'Drop screen', fields: [{ id: 'resolution' }] };

/** Issues that are added in one transaction. */
const BATCH = 1000;
/** Share of a neighbour, and of all neighbours together; the shop has the rest. */
const NEIGHBOUR_SHARE = 1 / 12;
const NEIGHBOURS_SHARE = 0.4;

/**
 * Fills an empty site with exactly `issues` items in `projects` projects. The first is SHOP; it has
 * goals, answers, results and rules, with the scan on and the gate blocking.
 */
export function seedDemo(options: DemoOptions): DemoReport {
  const { site, storage, now, seed = 'ladder' } = options;
  const { issues = DEFAULT_ISSUES, projects = DEFAULT_PROJECTS } = options;
  [...loginUsers(), ...TEAM].forEach((user) => site.addUser(user));
  PRIORITIES.forEach((priority) => site.addPriority(priority));
  Object.values(RESOLUTIONS).forEach((resolution) => site.addResolution(resolution));

  const random = seededRandom(seed);
  const ids = counters();
  const notable: Record<string, string> = {};
  const sizes = projectSizes(issues, projects);
  for (const [index, size] of sizes.entries()) {
    const project = demoProject(index);
    const main = index === 0;
    site.addProject(project.site);
    const own = random.fork(project.site.key);
    const drafts = planProject({ now, size, random: own, main });
    const places = numbered(drafts, project, ids.issue);
    const { board, sprints, members } = demoBoard(project, index, drafts, {
      now,
      random: own.fork('sprints'),
    });
    site.addBoard(board);
    sprints.forEach((sprint) => site.addSprint(sprint));
    addInBatches(site, issuesOf(drafts, { project, places, members, now, random: own, ids }));
    if (!main) continue;
    // Its workflow is the one of all company-managed projects.
    site.setTransitionScreen(project.site.id, project.catalog.statuses.dropped.id, DROP_SCREEN);
    storeSettings({ site, storage }, project, now);
    for (const [draft, place] of places) {
      storeResult(storage, project.site.id, place, draft);
      if (draft.notable !== null) notable[draft.notable] = place.key;
    }
  }
  const { items } = site.counts();
  return { items, projects: site.projects().map((project) => project.key), notable };
}

/** How many items each project gets; they add up to `issues`. */
function projectSizes(issues: number, projects: number): number[] {
  const others = Math.max(0, projects - 1);
  const share = others === 0 ? 0 : Math.min(NEIGHBOUR_SHARE, NEIGHBOURS_SHARE / others);
  const size = Math.floor(issues * share);
  return [issues - others * size, ...Array.from({ length: others }, () => size)];
}

type Counters = Record<'issue' | 'change' | 'link', () => string>;

function counters(): Counters {
  const from = (first: number) => {
    let next = first;
    return () => String(next++);
  };
  return { issue: from(10_001), change: from(20_001), link: from(30_001) };
}

function numbered(
  drafts: readonly Draft[],
  project: DemoProject,
  nextId: () => string,
): Map<Draft, Place> {
  return new Map(
    drafts.map((draft, index) => [
      draft,
      { id: nextId(), key: `${project.site.key}-${index + 1}` },
    ]),
  );
}

interface IssuesOptions {
  project: DemoProject;
  places: ReadonlyMap<Draft, Place>;
  /** Sprint ids by draft. */
  members: ReadonlyMap<Draft, readonly number[]>;
  now: number;
  random: Random;
  ids: Counters;
}

function* issuesOf(drafts: readonly Draft[], options: IssuesOptions): Generator<SiteIssue> {
  const { project, places, members, now, random, ids } = options;
  const components = new Map(project.site.components.map(({ id, name }) => [name, id]));
  const links = linksOf(drafts, places, random.fork('links'), ids.link);
  for (const draft of drafts) {
    const place = places.get(draft);
    if (place === undefined) continue;
    yield issueOf(draft, {
      now,
      random: random.fork(place.key),
      projectId: project.site.id,
      catalog: project.catalog,
      components,
      place,
      parent: draft.parent === null ? null : (places.get(draft.parent) ?? null),
      links: links.get(draft) ?? [],
      sprintIds: members.get(draft) ?? [],
      changeId: ids.change,
    });
  }
}

function addInBatches(site: Site, issues: Iterable<SiteIssue>): void {
  let batch: SiteIssue[] = [];
  for (const issue of issues) {
    batch.push(issue);
    if (batch.length < BATCH) continue;
    site.addIssues(batch);
    batch = [];
  }
  if (batch.length > 0) site.addIssues(batch);
}
