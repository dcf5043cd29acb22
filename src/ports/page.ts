// Lists that are read piece by piece.

/** One page of a list; `next` leads to the one after it, null at the end. */
export interface Page<T> {
  values: T[];
  next: string | null;
}
