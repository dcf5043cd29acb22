// The few storage operations that the app uses, each with what Forge documents for it.
// https://developer.atlassian.com/platform/forge/storage-reference/

/** A stored record; the attributes of each entity stand in the manifest. */
export type Fields = Record<string, unknown>;

export interface Write {
  entity: string;
  key: string;
  value: Fields;
  /** Only when the record has this `rev` now. */
  ifRev?: number;
}

export interface Range {
  index: string;
  partition: string[];
  /** Only records whose range attribute is at most this. */
  atMost?: string;
  /** Only records whose range attribute is at least this; a query takes one of the two. */
  atLeast?: string;
}

export interface Driver {
  get(entity: string, key: string): Promise<unknown>;
  set(entity: string, key: string, value: Fields): Promise<void>;
  /** Removes a record; one that is not there is no error. */
  remove(entity: string, key: string): Promise<void>;
  /** False when the key exists: the primitive for locks and create-once records. */
  create(entity: string, key: string, value: Fields): Promise<boolean>;
  /** All writes or none; false when a condition does not hold. At most 25. */
  commit(writes: readonly Write[]): Promise<boolean>;
  /** All records of a partition in the order of the index's range. Queries may lag behind writes. */
  list(entity: string, range: Range): Promise<unknown[]>;
  /** Some of them from the end on, with their keys; `next` leads to those before. */
  latest(
    entity: string,
    range: Range,
    after: string | null,
    limit: number,
  ): Promise<{ records: { key: string; value: unknown }[]; next: string | null }>;
}
