// A draft with everything that Jira keeps of an item.

import { keep } from '../../../src/domain/answer';
import { PROPERTY_KEYS, writeAnswer } from '../../../src/contract/properties';
import type { SiteIssue, SiteUser } from '../../jira/api';
import { documentOf } from '../document';
import { LOGIN_USERS } from '../people';
import { PRIORITIES, RESOLUTIONS, TEAM, type Catalog } from './catalog';
import type { Draft } from './draft';
import { historyOf } from './history';
import { DAY, dayFrom } from './moments';
import { outcomeProperties } from './outcomes';
import type { Random } from '../../random';
import { PHRASES } from './tables';
import { fillSlots } from './words';

export interface Place {
  id: string;
  key: string;
}

export interface IssueOptions {
  now: number;
  random: Random;
  projectId: string;
  catalog: Catalog;
  /** Component ids by name. */
  components: ReadonlyMap<string, string>;
  place: Place;
  parent: Place | null;
  links: SiteIssue['links'];
  sprintIds: readonly number[];
  changeId(): string;
}

const WORKERS: readonly SiteUser[] = [...TEAM, LOGIN_USERS.dev];
const REPORTERS: readonly SiteUser[] = [...TEAM, LOGIN_USERS.po, LOGIN_USERS.dev];
/** A little over two years: what the first run offers to park. */
const FORGOTTEN = 732 * DAY;
const NO_PART = 0.07;
const TWO_PARTS = 0.12;
const POINTS = [1, 2, 3, 3, 5, 5, 8, 13];

/** The draft as an issue of the site. */
export function issueOf(draft: Draft, options: IssueOptions): SiteIssue {
  const { now, random, catalog, place, components } = options;
  const reporter = random.pick(REPORTERS);
  const assigned = draft.started !== null || random.chance(0.25);
  const assignee = assigned ? random.pick(WORKERS) : null;
  const history = historyOf(draft, {
    catalog,
    random,
    reporter: reporter.accountId,
    assignee,
    changeId: options.changeId,
  });
  // Who says how much a piece of work will move has talked about its size, too.
  const sized = draft.answer?.fields.why !== undefined && draft.answer.fields.why !== 'run';
  const estimated =
    draft.kind !== 'epic' && draft.kind !== 'subtask' && (random.chance(0.65) || sized);
  return {
    id: place.id,
    key: place.key,
    projectId: options.projectId,
    typeId: catalog.types[draft.kind].id,
    statusId: catalog.statuses[draft.status].id,
    summary: draft.summary,
    description: description(draft, random),
    resolutionId: draft.resolution === null ? null : RESOLUTIONS[draft.resolution].id,
    priorityId: priority(random),
    parentId: options.parent?.id ?? null,
    created: draft.created,
    updated: updated(draft, history.at(-1)?.created ?? draft.created, now, random),
    resolved: draft.finished,
    categoryChanged: draft.finished ?? draft.started ?? draft.created,
    dueDate:
      draft.finished === null && random.chance(0.06) ? dayFrom(now, random.between(3, 60)) : null,
    labels: draft.labels,
    componentIds: componentsOf(draft, components, random.fork('parts')),
    fixVersionNames: version(draft),
    reporterAccountId: reporter.accountId,
    assigneeAccountId: assignee?.accountId ?? null,
    estimate: estimated ? random.pick(POINTS) : null,
    visibleTo: draft.restricted ? [LOGIN_USERS.admin.accountId, LOGIN_USERS.po.accountId] : null,
    properties: properties(draft),
    links: options.links,
    sprintIds: options.sprintIds,
    history,
  };
}

/** Most work is on one part of the product, some on two; now and then nobody says on which. */
function componentsOf(
  { kind, theme, notable }: Draft,
  components: ReadonlyMap<string, string>,
  random: Random,
): string[] {
  const own = components.get(theme.component);
  if (own === undefined || kind === 'subtask') return [];
  if (notable !== null || kind === 'epic') return [own];
  if (random.chance(NO_PART)) return [];
  const other = random.pick([...components.values()]);
  return random.chance(TWO_PARTS) && other !== own ? [own, other] : [own];
}

/** The properties as the app writes them, so that search and gate see what they would on a site. */
function properties(draft: Draft): SiteIssue['properties'] {
  const { answer, foreignAnswer } = draft;
  return {
    ...(answer === null
      ? {}
      : {
          [PROPERTY_KEYS.answer]: writeAnswer(
            keep(answer.fields, { when: answer.when, answered: dayFrom(answer.at, 0) }),
          ),
        }),
    ...(foreignAnswer === undefined ? {} : { [PROPERTY_KEYS.answer]: foreignAnswer }),
    ...outcomeProperties(draft),
  };
}

function description(draft: Draft, random: Random): unknown {
  if (draft.kind === 'subtask' || random.chance(0.2)) return null;
  const parts = [
    random.pick(PHRASES.reasons),
    ...(random.chance(0.55) ? [random.pick(PHRASES.details)] : []),
  ];
  return documentOf(fillSlots(parts.join('\n\n'), random));
}

function priority(random: Random): string | null {
  const place = random.pick([0, 1, 1, 2, 2, 2, 2, 2, 3, 3, 4]);
  return PRIORITIES[place]?.id ?? null;
}

/** Somebody looks in now and then: edits that leave no trace in the status. */
function updated(draft: Draft, changed: number, now: number, random: Random): number {
  if (draft.finished !== null) return Math.min(now, changed + random.between(0, 36) * (DAY / 12));
  const quiet = now - changed;
  const looked = changed + Math.floor(quiet * random.next() * 0.6);
  // What nothing happened to for so long is forgotten: nobody looks at it either.
  return quiet > FORGOTTEN ? Math.min(looked, now - FORGOTTEN) : looked;
}

function version(draft: Draft): string[] {
  if (draft.finished === null || draft.resolution !== 'done' || draft.kind === 'subtask') return [];
  return [dayFrom(draft.finished, 0).slice(0, 7).replace('-', '.')];
}
