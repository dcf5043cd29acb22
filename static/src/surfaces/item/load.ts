// Everything the panel shows: the item and its parent from Jira as the user, goals and rules from
// the app. The two do not wait for each other.
import { fingerprint } from '../../../../src/contract/fingerprint';
import type { OpenItem } from '../../../../src/contract/procedures';
import { PROPERTY_KEYS } from '../../../../src/contract/properties';
import {
  FACT_FIELDS,
  FACT_PROPERTIES,
  factsOf,
  parentFactsOf,
} from '../../../../src/adapters/jira/items';
import type { ItemFacts, ParentFacts } from '../../../../src/domain/item';
import { call, CallError, jira, userNames } from '../../forge';

export interface ItemData {
  open: OpenItem;
  facts: ItemFacts;
  /** The property of the answer as Jira gave it; undefined when there is none. */
  answerValue: unknown;
  /** Fingerprint of the value that this page has shown; what a save is compared with. */
  seen: string | null;
  parent: (ParentFacts & { summary: string }) | null;
}

const readIssue = (id: string, fields: readonly string[], properties: readonly string[]) =>
  jira('getIssue', {
    params: { issueIdOrKey: id },
    query: { fields: fields.join(','), properties: properties.join(',') },
  });

async function readParent(id: string | null): Promise<ItemData['parent']> {
  if (id === null) return null;
  try {
    const parent = await readIssue(id, ['summary'], [PROPERTY_KEYS.answer, PROPERTY_KEYS.result]);
    return { ...parentFactsOf(parent), summary: parent.fields?.summary ?? '' };
  } catch (error) {
    // A parent that the user may not see speaks for nothing here.
    if (error instanceof CallError && ['forbidden', 'not_found'].includes(error.code)) return null;
    throw error;
  }
}

async function readItem(itemId: string) {
  const issue = await readIssue(itemId, FACT_FIELDS, FACT_PROPERTIES);
  const facts = factsOf(issue);
  return {
    facts,
    answerValue: issue.properties?.[PROPERTY_KEYS.answer],
    parent: await readParent(facts.parentId),
  };
}

/** @throws {CallError} when Jira or the app does not answer */
export async function loadItem(itemId: string): Promise<ItemData> {
  const [open, { facts, answerValue, parent }] = await Promise.all([
    call('item.open', { itemId }),
    readItem(itemId),
  ]);
  return { open, facts, answerValue, seen: fingerprint(answerValue), parent };
}

/** Name of a user, or null when Jira does not give it. */
export async function nameOf(accountId: string): Promise<string | null> {
  return (await userNames([accountId])).get(accountId) ?? null;
}
