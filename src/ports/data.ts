// All records of a project as they are, whatever they are about: for taking them out, in, and away.
import type { JobStep, StoredSection, Tally } from '../domain/data';
import type { Page } from './page';
import type { Act } from './storage';

/** A record, word for word. */
export interface DataRecord {
  key: string;
  value: Record<string, unknown>;
}

/** What a record is about, or why it is none of this part of this project. */
export type DataSubject =
  | {
      kind: 'record';
      itemId: string | null;
      /** Goal or agreement, by which it is found. */
      goalId: string | null;
      /** Whose signature it is. */
      signerId: string | null;
    }
  | { kind: 'refused'; why: 'shape' | 'newer' | 'project' | 'key' };

/** A long piece of work on the data of a project; one at a time. */
export interface KeptJob {
  id: string;
  kind: 'import' | 'rebuild' | 'erase';
  state: 'open' | 'done';
  by: string;
  /** Instant in milliseconds. */
  at: number;
  /** Fingerprint of the file that is taken in; empty for other work. */
  file: string;
  done: number;
  of: number;
  tally: Tally;
  step: JobStep | null;
  /** Where in the step it is. */
  after: string | null;
  /** Tasks of Jira's that have to end first. */
  tasks: string[];
  left: number;
  /** Items that were bared while erasing. */
  items: number;
  /** How often erasing has gone back to the items, because somebody wrote on some meanwhile. */
  again: number;
  /**
   * When the project last forgot whom it told, in milliseconds: by an erasure, or because it had nothing
   * before a file. Handed on from job to job; null for never. No file can say it.
   */
  forgotten: number | null;
}

export interface ProjectData {
  /** Some of the records of a part; queries may lag behind writes. */
  page(
    projectId: string,
    section: StoredSection,
    after: string | null,
    limit: number,
  ): Promise<Page<DataRecord>>;
  /** Says what a record of a file is about. Nothing of it is believed. */
  subjectOf(projectId: string, section: StoredSection, record: DataRecord): DataSubject;
  /** What is kept in its place; null for nothing. */
  there(section: StoredSection, key: string): Promise<Record<string, unknown> | null>;
  /**
   * Writes a record as it is over what was there, with the act if there is one.
   * @returns false when somebody else has written it meanwhile
   */
  put(
    section: StoredSection,
    record: DataRecord,
    over: Record<string, unknown> | null,
    act?: Act | null,
  ): Promise<boolean>;
  remove(section: StoredSection, keys: readonly string[]): Promise<void>;
  /** Takes away some of the notes of people; false when there are none. */
  removeNotes(projectId: string): Promise<boolean>;
  /** Takes the project out of the nightly round, with what the round kept for itself. */
  removeRound(projectId: string): Promise<void>;
  job(projectId: string): Promise<{ rev: number; job: KeptJob } | null>;
  /** Stores the job over revision `over` (0: none) with the act. @throws AppError conflict */
  saveJob(projectId: string, job: KeptJob, over: number, act: Act | null): Promise<void>;
}
