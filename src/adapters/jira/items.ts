// Turns an issue as Jira gives it into the facts that the domain works with.
import {
  readAnswer,
  readDecision,
  readFlag,
  readPass,
  readResult,
  PROPERTY_KEYS,
} from '../../contract/properties';
import type { Category, ItemFacts, ParentFacts } from '../../domain/item';
import type { StatusMove } from '../../domain/moves';
import type { JiraHistories, JiraIssue } from './answers';

/** Fields and properties to ask for when an issue is to become facts. */
export const FACT_FIELDS = [
  'summary',
  'issuetype',
  'status',
  'resolution',
  'created',
  'updated',
  'statuscategorychangedate',
  'labels',
  'components',
  'parent',
] as const;
export const FACT_PROPERTIES = [
  PROPERTY_KEYS.answer,
  PROPERTY_KEYS.result,
  PROPERTY_KEYS.flag,
  PROPERTY_KEYS.decision,
  PROPERTY_KEYS.pass,
] as const;

/** Jira's category of a status; a key that is neither done nor in progress has not started. */
export const categoryOf = (key: string | undefined): Category =>
  key === 'done' || key === 'indeterminate' ? key : 'new';

/** A moment as Jira writes it, in milliseconds. @param otherwise what stands for one that is not there */
export const instant = (text: string | number | null | undefined, otherwise: number): number => {
  if (typeof text === 'number') return text;
  // Jira writes the offset without a colon, which not every engine reads.
  const ms = text ? Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')) : NaN;
  return Number.isNaN(ms) ? otherwise : ms;
};

const projectKey = (key: string): string => key.slice(0, key.lastIndexOf('-'));
/** A parent in another project does not speak for its children (decision 0009). */
const inOneProject = (key: string, other: string): boolean => projectKey(key) === projectKey(other);

/** Facts of an issue that was read with `FACT_FIELDS` and `FACT_PROPERTIES`. */
export function factsOf({ id, key, fields = {}, properties = {} }: JiraIssue): ItemFacts {
  const created = instant(fields.created, 0);
  return {
    id,
    key,
    typeId: fields.issuetype?.id ?? '',
    level: fields.issuetype?.hierarchyLevel ?? 0,
    labels: fields.labels ?? [],
    componentIds: (fields.components ?? []).map((one) => one.id),
    statusId: fields.status?.id ?? '',
    category: categoryOf(fields.status?.statusCategory.key),
    resolutionId: fields.resolution?.id ?? null,
    created,
    updated: instant(fields.updated, created),
    categoryChanged: instant(fields.statuscategorychangedate, created),
    parentId: fields.parent && inOneProject(key, fields.parent.key) ? fields.parent.id : null,
    answer: readAnswer(properties[PROPERTY_KEYS.answer]),
    result: readResult(properties[PROPERTY_KEYS.result]),
    flag: readFlag(properties[PROPERTY_KEYS.flag]),
    decision: readDecision(properties[PROPERTY_KEYS.decision]),
    pass: readPass(properties[PROPERTY_KEYS.pass]),
  };
}

/** What children need of an issue. */
export const parentFactsOf = ({
  id,
  key,
  fields = {},
  properties = {},
}: JiraIssue): ParentFacts => ({
  id,
  key,
  isDone: categoryOf(fields.status?.statusCategory.key) === 'done',
  answer: readAnswer(properties[PROPERTY_KEYS.answer]),
  result: readResult(properties[PROPERTY_KEYS.result]),
});

/** The moves that histories tell of. */
export const movesOf = (histories: JiraHistories['issueChangeLogs']): StatusMove[] =>
  histories
    .flatMap(({ changeHistories }) => changeHistories)
    .map(({ created, author }) => ({
      by: author?.accountId ?? null,
      byApp: author?.accountType === 'app',
      at: instant(created, 0),
    }));
