// Items of the lane for tests; each test names only what it is about.
import type { KeptAnswer } from '../../../../src/domain/answer';
import { fingerprint } from '../../../../src/contract/fingerprint';
import { writeAnswer } from '../../../../src/contract/properties';
import {
  standingOf,
  type LaneItem,
} from '../../../../static/src/surfaces/project/backlog/lane/lane-item';

const GOALS = new Set(['g1', 'g2']);

export const half = (more: Partial<KeptAnswer> = {}): KeptAnswer => ({
  why: 'move',
  state: 'half',
  ...more,
});

/** Item `SHOP-n`, with what it says so far. */
export const laneItem = (n: number, own: KeptAnswer | null = null, parent = 0): LaneItem => ({
  id: String(n),
  key: `SHOP-${n}`,
  summary: `Item ${n}`,
  seen: own ? fingerprint(writeAnswer(own)) : null,
  own,
  standing: standingOf(own, GOALS),
  parent: parent ? { id: String(parent), key: `SHOP-${parent}`, summary: 'Parent' } : null,
  age: 40,
});
