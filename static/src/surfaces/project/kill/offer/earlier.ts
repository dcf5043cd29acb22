// What was parked with the offer before and still is: known from storage, also after the page was
// closed in the middle of it.
import { z } from 'zod';
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import { day } from '../../../../../../src/contract/fields';
import { idsJql } from '../../../../../../src/adapters/jira/jql';
import { typedIn, type Typed } from '../../../../forge/typed';
import type { JiraCall } from '../../gather/jira-call';
import { searchAll } from '../../gather/search';
import type { Records } from '../records';
import type { Listed } from './offer-run';
import type { ParkOrder } from './park-item';

const order = z.object({
  until: day,
  reason: z.string().min(1).max(500),
  comment: z.string().max(4_000).nullable(),
});

/** What was last said for all; it tells which of the parked items came from here. */
export const lastOrder = (projectId: string): Typed<ParkOrder> =>
  typedIn(order, `first-run:${projectId}`);

/** Decisions that were made by this order and stand. */
export const parkedBy = (records: Records, { until, reason }: ParkOrder): DecisionView[] =>
  [...records.values()].filter(
    ({ now }) => now?.kind === 'park' && now.until === until && now.reason === reason,
  );

const AT_ONCE = 100;

/** Their keys and summaries. @throws {CallError} */
export async function itemsOf(jira: JiraCall, ids: readonly string[]): Promise<Listed[]> {
  const items: Listed[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const chunk = ids.slice(from, from + AT_ONCE);
    await searchAll(jira, { jql: idsJql(chunk), fields: ['summary'], properties: [] }, (issues) =>
      items.push(
        ...issues.map(({ id, key, fields }) => ({ id, key, summary: fields?.summary ?? '' })),
      ),
    );
  }
  return items;
}
