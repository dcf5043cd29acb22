// Decisions and what is kept of them, for tests of applying and of the record.
import type { DecisionView } from '../../../../../src/contract/decision-procedures';
import type { Decided, DraftEntry } from '../../../../../src/domain/decision';

export const NOON = Date.parse('2026-06-10T12:00:00Z');

export const decided = (more: Partial<Decided> = {}): Decided => ({
  kind: 'kill',
  reason: 'Nobody asks for it',
  by: 'ann',
  at: NOON,
  forum: 'Tuesday round',
  flag: { reason: 'aged', since: '2026-06-01' },
  wasIn: '11',
  ...more,
});

export const viewOf = (itemId: string, more: Partial<DecisionView> = {}): DecisionView => ({
  itemId,
  rev: 1,
  now: decided(),
  intent: null,
  written: true,
  past: [],
  ...more,
});

export const draftEntry = (
  itemId: string,
  more: Partial<DraftEntry['decision']> = {},
): DraftEntry => ({
  itemId,
  itemKey: `SHOP-${itemId}`,
  seen: { statusId: '11', flag: null, answer: null, rev: 0 },
  decision: { kind: 'kill', reason: 'Nobody asks for it', ...more },
  state: 'open',
});
