// Splits an item into smaller ones: each is created as the user, then linked. What was created is
// never created a second time.
import { CallError } from '../../../../forge';
import { common } from '../../../../messages/common';
import type { JiraCall } from '../../gather/jira-call';

export const FEWEST_PARTS = 2;

/** `unsure`: Jira did not answer, so that the item may exist. */
export type PartState =
  | { kind: 'waiting' }
  | { kind: 'creating' }
  | { kind: 'notCreated'; why: string }
  | { kind: 'unsure' }
  | { kind: 'linking'; key: string }
  | { kind: 'notLinked'; key: string; why: string }
  | { kind: 'done'; key: string };

export interface Part {
  summary: string;
  state: PartState;
}

export interface SplitOf {
  key: string;
  projectId: string;
  typeId: string;
  parent: { id: string } | null;
}

/** The key of a part's item, once it exists. */
export const keyOf = ({ state }: Part): string | null => ('key' in state ? state.key : null);

/** Whether a part is to be tried again. One that may exist is tried only when somebody has looked. */
export const isOpenPart = ({ state }: Part): boolean => state.kind !== 'done';

const why = (error: unknown): string =>
  error instanceof CallError ? error.message : common.errors.unreadable;

/** The names that sites give to a link between an item and what it was split into. */
const SPLIT_NAMES = ['issue split', 'split'];

/** The name of Jira's general link. */
const GENERAL_LINK = 'Relates';

/** The site's link for a split; the general one where it has none, or does not say. */
async function splitLink(jira: JiraCall): Promise<string> {
  const { issueLinkTypes } = await jira('issueLinkTypes').catch(() => ({ issueLinkTypes: [] }));
  const split = issueLinkTypes.find(({ name }) => SPLIT_NAMES.includes(name.trim().toLowerCase()));
  return split?.name ?? GENERAL_LINK;
}

async function create(jira: JiraCall, of: SplitOf, summary: string): Promise<PartState> {
  try {
    const { key } = await jira('createIssue', {
      body: {
        fields: {
          project: { id: of.projectId },
          issuetype: { id: of.typeId },
          summary,
          ...(of.parent && { parent: { id: of.parent.id } }),
        },
      },
    });
    return { kind: 'linking', key };
  } catch (error) {
    const isUnsure =
      error instanceof CallError && ['jira_unavailable', 'internal'].includes(error.code);
    return isUnsure ? { kind: 'unsure' } : { kind: 'notCreated', why: why(error) };
  }
}

async function link(jira: JiraCall, from: string, to: string, name: string): Promise<PartState> {
  try {
    await jira('linkIssues', {
      body: { type: { name }, inwardIssue: { key: from }, outwardIssue: { key: to } },
    });
    return { kind: 'done', key: to };
  } catch (error) {
    return { kind: 'notLinked', key: to, why: why(error) };
  }
}

/** Creates and links what is not there yet, one after the other; tells every step. */
export async function runSplit(
  jira: JiraCall,
  of: SplitOf,
  parts: readonly Part[],
  onParts: (parts: readonly Part[]) => void,
): Promise<readonly Part[]> {
  let now = [...parts];
  const show = (index: number, state: PartState): void => {
    now = now.map((part, at) => (at === index ? { ...part, state } : part));
    onParts(now);
  };
  const name = await splitLink(jira);
  for (const [index, part] of parts.entries()) {
    if (!isOpenPart(part)) continue;
    let key = keyOf(part);
    if (key === null) {
      show(index, { kind: 'creating' });
      const created = await create(jira, of, part.summary);
      show(index, created);
      key = created.kind === 'linking' ? created.key : null;
    }
    if (key === null) continue;
    show(index, { kind: 'linking', key });
    show(index, await link(jira, of.key, key, name));
  }
  return now;
}
