// When an item was changed last, by all that a row says of it.
import type { Row } from './row-schema';

/** The latest moment of a row (milliseconds): its change, resolution, category, history or creation. */
export function newestIn(row: Row): number {
  const { fields } = row;
  const history = row.changelog?.histories?.map((entry) => entry.created) ?? [];
  return [
    fields.updated,
    fields.resolutiondate,
    fields.statuscategorychangedate,
    ...history,
  ].reduce<number>((latest, at) => Math.max(latest, at ?? latest), fields.created);
}
