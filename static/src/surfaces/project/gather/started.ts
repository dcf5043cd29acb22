// Open items that somebody let start without an answer, with the reason that was given.
import { factsOf, FACT_FIELDS, FACT_PROPERTIES } from '../../../../../src/adapters/jira/items';
import { projectJql } from '../../../../../src/adapters/jira/jql';
import type { GivenPass } from '../../../../../src/contract/procedures';
import type { Day } from '../../../../../src/domain/days';
import { simplify } from '../../../../../src/domain/clause';
import { valueOf } from '../../../../../src/domain/item';
import { startedAnywayClause } from '../../../../../src/domain/serve';
import type { Place } from './backlog-counts';
import { STARTED_LISTED } from './bounds';
import type { JiraCall } from './jira-call';
import { searchPage } from './search';

export interface Started {
  id: string;
  key: string;
  summary: string;
  /** Null when nobody kept why: the mark was not written by Ladder. */
  reason: string | null;
  by: string | null;
  until: Day | null;
  standing: 'holds' | 'over' | 'withdrawn';
}

interface Ways {
  jira: JiraCall;
  readPasses: (itemIds: string[]) => Promise<readonly GivenPass[]>;
  /** Names by account id; unknown ones are left out. */
  namesOf: (accountIds: string[]) => Promise<ReadonlyMap<string, string>>;
  now: number;
}

function standingOf(pass: GivenPass | undefined, untilAt: number, now: number) {
  if (pass?.withdrawn) return 'withdrawn' as const;
  return untilAt > now ? ('holds' as const) : ('over' as const);
}

/** The most recently changed first. @throws {CallError} when it cannot be read */
export async function readStarted(place: Place, ways: Ways): Promise<Started[]> {
  const { projectId, zone, frame } = place;
  const { issues } = await searchPage(ways.jira, {
    jql: projectJql(projectId, simplify(startedAnywayClause(frame)), zone, 'updated DESC'),
    fields: FACT_FIELDS,
    properties: FACT_PROPERTIES,
    pageSize: STARTED_LISTED,
  });
  if (issues.length === 0) return [];
  const passes = await ways.readPasses(issues.map(({ id }) => id));
  const names = await ways.namesOf(passes.map(({ by }) => by));
  return issues.map((issue) => {
    const { id, key, pass: written } = factsOf(issue);
    const pass = passes.find(({ itemId }) => itemId === id);
    const mark = valueOf(written);
    return {
      id,
      key,
      summary: issue.fields?.summary ?? '',
      reason: pass?.reason ?? null,
      by: (pass && names.get(pass.by)) ?? null,
      until: pass?.until ?? mark?.until ?? null,
      standing: standingOf(pass, pass?.untilAt ?? mark?.untilAt ?? 0, ways.now),
    };
  });
}
