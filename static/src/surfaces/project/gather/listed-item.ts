// A finished item as it is listed: its facts, and what tables, prints and files say of it.
import type { JiraIssue } from '../../../../../src/adapters/jira/answers';
import { factsOf } from '../../../../../src/adapters/jira/items';
import type { Filter } from '../../../../../src/domain/filter';
import type { ItemFacts } from '../../../../../src/domain/item';
import { hoursOf, pointsOf, type EffortUnit } from './effort';

export interface ListedItem {
  facts: ItemFacts;
  summary: string;
  typeName: string;
  parent: { key: string; summary: string } | null;
  /** In each unit; null where it has none, and where estimates were not asked for. */
  estimate: Record<EffortUnit, number | null>;
  resolutionName: string | null;
  componentNames: readonly string[];
}

/** @param points the fields with story points, the surest first; none where no estimate is wanted */
export function listedItemOf(issue: JiraIssue, points: readonly string[]): ListedItem {
  const { summary, issuetype, parent, resolution, components } = issue.fields ?? {};
  return {
    facts: factsOf(issue),
    summary: summary ?? '',
    typeName: issuetype?.name ?? '',
    parent: parent ? { key: parent.key, summary: parent.fields?.summary ?? '' } : null,
    estimate: { points: pointsOf(issue, points), hours: hoursOf(issue) },
    resolutionName: resolution?.name ?? null,
    componentNames: (components ?? []).map(({ name }) => name),
  };
}

/** The item with the streams it is in; before those are known, the one that the search asked for. */
export function withMembers(
  item: ListedItem,
  members: ReadonlyMap<string, readonly string[]> | null,
  { stream }: Filter,
): ListedItem {
  const savedIds = members ? members.get(item.facts.id) : stream === undefined ? [] : [stream];
  return { ...item, facts: { ...item.facts, savedIds: savedIds ?? [] } };
}
