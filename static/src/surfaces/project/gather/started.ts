// Open items that somebody let start without an answer, with the reason that was given.
import { factsOf, FACT_FIELDS, FACT_PROPERTIES } from '../../../../../src/adapters/jira/items';
import { projectJql } from '../../../../../src/adapters/jira/jql';
import type { GivenPass } from '../../../../../src/contract/procedures';
import type { Day } from '../../../../../src/domain/days';
import { simplify } from '../../../../../src/domain/clause';
import { valueOf, type ItemFacts } from '../../../../../src/domain/item';
import { startedAnywayClause } from '../../../../../src/domain/serve';
import type { Place } from './backlog-counts';
import { STARTED_LISTED } from './bounds';
import type { JiraCall } from './jira-call';
import { searchPage } from './search';

export interface Started {
  facts: ItemFacts;
  summary: string;
  /** What was kept when it was let start; null when nothing was, and when that could not be read. */
  pass: GivenPass | null;
  /** Name of who let it start; null when it is not known. */
  by: string | null;
  until: Day | null;
  /** `ended` is run out or taken back; only what was kept tells which. */
  standing: 'holds' | 'over' | 'withdrawn' | 'ended';
}

export interface StartedList {
  rows: Started[];
  /** Why the reasons could not be read; null when they were. */
  unread: { error: unknown } | null;
}

interface Ways {
  jira: JiraCall;
  readPasses: (itemIds: string[]) => Promise<readonly GivenPass[]>;
  /** Names by account id; unknown ones are left out. */
  namesOf: (accountIds: string[]) => Promise<ReadonlyMap<string, string>>;
  now: number;
}

function standingOf(
  pass: GivenPass | undefined,
  untilAt: number,
  { now, isRead }: { now: number; isRead: boolean },
): Started['standing'] {
  if (pass?.withdrawn) return 'withdrawn';
  if (untilAt > now) return 'holds';
  return isRead ? 'over' : 'ended';
}

/**
 * The most recently changed first. The list stands without its reasons: they are refused for all
 * when a single item is gone or hidden since.
 * @throws {CallError} when the items cannot be listed
 */
export async function readStarted(place: Place, ways: Ways): Promise<StartedList> {
  const { projectId, zone, frame } = place;
  const { issues } = await searchPage(ways.jira, {
    jql: projectJql(projectId, simplify(startedAnywayClause(frame)), zone, 'updated DESC'),
    fields: FACT_FIELDS,
    properties: FACT_PROPERTIES,
    pageSize: STARTED_LISTED,
  });
  if (issues.length === 0) return { rows: [], unread: null };
  let unread: StartedList['unread'] = null;
  const passes = await ways
    .readPasses(issues.map(({ id }) => id))
    .catch((error: unknown): readonly GivenPass[] => {
      unread = { error };
      return [];
    });
  const people = [...new Set(passes.map(({ by }) => by))];
  const names = await ways.namesOf(people).catch(() => new Map<string, string>());
  const isRead = unread === null;
  const rows = issues.map((issue): Started => {
    const facts = factsOf(issue);
    const pass = passes.find(({ itemId }) => itemId === facts.id);
    const mark = valueOf(facts.pass);
    return {
      facts,
      summary: issue.fields?.summary ?? '',
      pass: pass ?? null,
      by: (pass && names.get(pass.by)) ?? null,
      until: pass?.until ?? mark?.until ?? null,
      standing: standingOf(pass, pass?.untilAt ?? mark?.untilAt ?? 0, { now: ways.now, isRead }),
    };
  });
  return { rows, unread };
}
