// When things happened to an item, by the phase it is in.

import type { Draft } from './draft';
import { DAY, workMoment } from './moments';
import type { Random } from '../../random';
import type { Phase } from './tables';

export type Timing = Pick<Draft, 'status' | 'created' | 'started' | 'finished'>;

/** Days before the demo's present, both included. */
export interface Span {
  from: number;
  to: number;
}

export const LATELY: Span = { from: 1, to: 174 };

/** Finished work from before lately: up to eighteen months back. */
export const BEFORE: Span = { from: 186, to: 540 };

/** Shortest time between two steps of an item, in milliseconds. */
const STEP = 3 * 3_600_000;

/** Makes up when an item of this phase was created, started and finished (`span` for the last). */
export function timing(
  now: number,
  phase: Phase,
  random: Random,
  span: Span = phase === 'past' ? BEFORE : LATELY,
): Timing {
  const at = (days: number) => workMoment(now, days, random);
  switch (phase) {
    case 'old':
      // Many are about a year old, a few more than two.
      return waiting('todo', at(200 + Math.floor(700 * random.next() ** 1.6)));
    case 'open':
      return waiting(random.chance(0.2) ? 'selected' : 'todo', at(random.between(2, 160)));
    case 'running': {
      // One in five got stuck.
      const started = random.chance(0.2) ? random.between(95, 260) : random.between(1, 40);
      const begun = at(started);
      return {
        status: random.chance(0.3) ? 'review' : 'running',
        created: Math.min(at(started + random.between(3, 80)), begun - STEP),
        started: begun,
        finished: null,
      };
    }
    case 'recent':
    case 'past': {
      const finished = random.between(span.from, span.to);
      const started = finished + 1 + Math.floor(25 * random.next() ** 2);
      const end = at(finished);
      const begin = Math.min(at(started), end - STEP);
      return {
        status: 'done',
        created: Math.min(at(started + random.between(4, 90)), begin - STEP),
        started: begin,
        finished: end,
      };
    }
  }
}

function waiting(status: Draft['status'], created: number): Timing {
  return { status, created, started: null, finished: null };
}

/** A moment before work on the item began, for an answer that was given in time. */
export function momentBefore(draft: Pick<Draft, 'created' | 'started'>, now: number): number {
  const end = draft.started ?? Math.min(now, draft.created + 20 * DAY);
  return draft.created + Math.max(0, end - draft.created) / 2;
}
