// Filters of the page: by goal, value stream, type and label. All numbers take the same one.
import { parentOf, type Frame } from './band';
import { goalBet } from './band-clause';
import { clauseOf, type Counted } from './bet-sum';
import { and, holds, not, nothing, oneOf, saved, type Clause } from './clause';
import { betOf } from './inherit';
import type { ItemFacts } from './item';
import type { Named, SavedStream } from './rules';

/** A value stream: a saved condition. An item may be in several of them. */
export interface Stream {
  id: string;
  name: string;
  clause: Clause;
}

/** The row, and the filter, of what is in no stream. */
export const NO_STREAM = 'none';

export interface Filter {
  /** The answer that counts names this goal. */
  goalId?: string | undefined;
  /** A stream's id, or `none`. */
  stream?: string | undefined;
  typeId?: string | undefined;
  label?: string | undefined;
}

/** One stream per component, for a project that has saved none. */
export const streamsOfComponents = (components: readonly Named[]): Stream[] =>
  components.map(({ id, name }) => ({
    id: `component-${id}`,
    name,
    clause: oneOf('component', [id]),
  }));

/** The streams that a project has saved. */
export const streamsOfSaved = (list: readonly SavedStream[]): Stream[] =>
  list.map(({ id, name, clause }) => ({ id, name, clause: saved(id, clause) }));

/** Saved conditions among the streams. What is in none of those has no search, so that no filter asks it. */
export const areSaved = (streams: readonly Stream[]): boolean =>
  streams.some(({ clause }) => clause.kind === 'saved');

/** In none of the streams. Streams of one field are named in one list, because each is cheap then. */
export function inNoStream(streams: readonly Pick<Stream, 'clause'>[]): Clause {
  const lists = new Map<string, string[]>();
  const others: Clause[] = [];
  for (const { clause } of streams) {
    if (clause.kind === 'in' && clause.not !== true)
      lists.set(clause.field, [...(lists.get(clause.field) ?? []), ...clause.ids]);
    else others.push(clause);
  }
  const listed = streams.flatMap(({ clause }) => {
    if (clause.kind !== 'in' || clause.not === true) return [];
    const ids = lists.get(clause.field);
    lists.delete(clause.field);
    return ids ? [oneOf(clause.field, ids)] : [];
  });
  return and(...[...listed, ...others].map(not));
}

/** The condition of a stream, or of `none`; what is not known holds for nothing. */
export function streamClause(stream: string, streams: readonly Stream[]): Clause {
  if (stream === NO_STREAM) return inNoStream(streams);
  return streams.find(({ id }) => id === stream)?.clause ?? nothing;
}

/** The filter in a form that goes together with any number. An unknown goal holds for nothing. */
export function filterCounted(frame: Frame, filter: Filter, streams: readonly Stream[]): Counted {
  const { goalId, stream, typeId, label } = filter;
  const parts: Clause[] = [];
  if (stream !== undefined) parts.push(streamClause(stream, streams));
  if (typeId !== undefined) parts.push(oneOf('type', [typeId]));
  if (label !== undefined) parts.push(oneOf('label', [label]));
  if (goalId === undefined) return { scope: and(...parts) };
  const goal = frame.goals.find(({ id }) => id === goalId);
  if (!goal) return { scope: nothing };
  return { scope: and(...parts), bet: goalBet(goal) };
}

/** The filter as one search condition. */
export const filterClause = (frame: Frame, filter: Filter, streams: readonly Stream[]): Clause =>
  clauseOf(frame, filterCounted(frame, filter, streams));

/** The same for an item in memory, at the instant `now` (milliseconds). */
export function fitsFilter(
  item: ItemFacts,
  frame: Frame,
  { filter, streams, now }: { filter: Filter; streams: readonly Stream[]; now: number },
): boolean {
  const { goalId, stream, typeId, label } = filter;
  if (typeId !== undefined && item.typeId !== typeId) return false;
  if (label !== undefined && !item.labels.includes(label)) return false;
  if (stream !== undefined && !holds(streamClause(stream, streams), item, now)) return false;
  if (goalId === undefined) return true;
  const { answer } = betOf(item, parentOf(item, frame), frame.goals);
  return answer !== null && answer.why !== 'run' && answer.goal === goalId;
}
