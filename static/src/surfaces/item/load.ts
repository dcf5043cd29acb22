// Everything the panel needs before it is useful: the item from Jira as the user, and one run of the
// app with goals, rules and the parent's answer. The two do not wait for each other.
import { fingerprint } from '../../../../src/contract/fingerprint';
import type { OpenItem } from '../../../../src/contract/procedures';
import { PROPERTY_KEYS, readAnswer, readResult } from '../../../../src/contract/properties';
import { FACT_FIELDS, FACT_PROPERTIES, factsOf } from '../../../../src/adapters/jira/items';
import { isDay, type Day } from '../../../../src/domain/days';
import type { ItemFacts, ParentFacts } from '../../../../src/domain/item';
import { call, jira } from '../../forge';
import type { Format } from '../../format';
import { createStandIn, NO_STAND_IN } from './draft-stand-in';
import { createDraftStore, type DraftStore } from './draft-store';
import { isSaid } from './draft-texts';

export interface ItemData {
  open: OpenItem;
  facts: ItemFacts;
  summary: string;
  /** Jira's due date. */
  due: Day | null;
  /** The property of the answer as Jira gave it; undefined when there is none. */
  answerValue: unknown;
  /** Fingerprint of the value that this page has shown; what a save is compared with. */
  seen: string | null;
  parent: (ParentFacts & { summary: string }) | null;
  /** Who reads it, as Jira says. */
  account: string | undefined;
  /** What this window knows of the draft. */
  drafts: DraftStore;
}

async function readItem(itemId: string) {
  const issue = await jira('getIssue', {
    params: { issueIdOrKey: itemId },
    query: { fields: [...FACT_FIELDS, 'duedate'].join(','), properties: FACT_PROPERTIES.join(',') },
  });
  const due = issue.fields?.duedate;
  return {
    facts: factsOf(issue),
    summary: issue.fields?.summary ?? '',
    due: due && isDay(due) ? due : null,
    answerValue: issue.properties?.[PROPERTY_KEYS.answer],
  };
}

/** The parent with its untrusted properties read; null when it does not speak for this item. */
function parentOf({ parent }: OpenItem, facts: ItemFacts): ItemData['parent'] {
  if (!parent || parent.id !== facts.parentId) return null;
  const { answer, result, ...rest } = parent;
  return { ...rest, answer: readAnswer(answer), result: readResult(result) };
}

/**
 * @param account who types; what this browser keeps of a draft is kept apart by it
 * @throws {CallError} when Jira or the app does not answer
 */
export async function loadItem(
  itemId: string,
  account: string | undefined,
  now: () => number,
  format: Format,
): Promise<ItemData> {
  const [open, item] = await Promise.all([call('item.open', { itemId }), readItem(itemId)]);
  const standIn = account ? createStandIn(() => localStorage, account, itemId) : NO_STAND_IN;
  const drafts = createDraftStore(itemId, open.draft, standIn, now);
  let draft = drafts.opened;
  // The save came through, and the page went before it knew.
  if (draft && isSaid(draft.texts, item.facts, format)) {
    draft = null;
    drafts.forget();
    call('draft.discard', { itemId }).catch(() => undefined);
  }
  return {
    ...item,
    open: { ...open, draft },
    account,
    drafts,
    seen: fingerprint(item.answerValue),
    parent: parentOf(open, item.facts),
  };
}
