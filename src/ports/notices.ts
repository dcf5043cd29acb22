// Messages to people: what is kept of each, and the ways by which they go out.
import type { Day } from '../domain/days';
import type { CountedItems, Notice, NoticeCounts } from '../domain/digest';
import type { Letter } from '../domain/letter';

/**
 * What became of a message. Once *begun* it is never sent again, whatever became of it: nobody knows
 * whether a call without an answer was carried out. *Folded* is a due result that another message tells.
 */
export const NOTICE_STATES = ['waiting', 'begun', 'told', 'refused', 'nobody', 'folded'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

export interface KeptNotice {
  key: string;
  rev: number;
  projectId: string;
  to: string;
  itemId: string;
  others: string[];
  week: Day | null;
  counts: NoticeCounts;
  /** Absent in older records, whose counts are told as they are. */
  counted?: CountedItems | undefined;
  state: NoticeState;
  /** How often Jira refused it, and the project's day of the last attempt. */
  tries: number;
  triedOn: Day | null;
  /** Instant in milliseconds of the last change. */
  at: number;
}

export interface Notices {
  /** Whether somebody was told, or will be told, of a due result. */
  isTold(itemId: string, checkBy: Day): Promise<boolean>;
  /**
   * Keeps a message that waits, under the keys of all that it tells: all of them or none. A summary of
   * another project that reached nobody makes room for this one.
   * @returns false where one of them is kept already
   */
  claim(projectId: string, notice: Notice, at: number): Promise<boolean>;
  /** Messages of a project that wait. Queries may lag behind writes. */
  waiting(projectId: string): Promise<KeptNotice[]>;
  /** Messages of a project that were begun, or ended, at this instant or later. */
  since(projectId: string, at: number): Promise<KeptNotice[]>;
  /** Stores the next revision. @throws AppError conflict when somebody else has changed it */
  save(notice: KeptNotice): Promise<KeptNotice>;
}

/** The ways of messages, as the app. */
export interface Post {
  /** The project's key, and the address of its Ladder page. */
  pageOf(projectId: string): Promise<{ key: string; address: string }>;
  /** Those of up to a hundred items that the account may see; none where it is not in use. */
  seen(itemIds: readonly string[], accountId: string): Promise<ReadonlySet<string>>;
  /** By Jira's notification, to this person alone. */
  notify(itemId: string, to: string, letter: Letter): Promise<void>;
  /** As a comment that mentions this person. */
  comment(itemId: string, to: string, letter: Letter): Promise<void>;
}
