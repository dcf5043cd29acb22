// What the app keeps of the benched project: rules, the turn of the scan, and what people said of a
// number of items that does not grow with it.
import type { Storage } from '../local/forge';
import { ENTITIES, keys } from '../src/adapters/storage/keys';
import { decisionRecord, resultRecord } from '../src/adapters/storage/item-records';
import { settingsRecord } from '../src/adapters/storage/records';
import { scanRecord } from '../src/adapters/storage/scan-records';
import { writeDecision, writeResult } from '../src/contract/properties';
import { DEFAULT_RULES, type ProjectSettings } from '../src/domain/rules';
import { nextDue } from '../src/domain/schedule';
import { propertyOf } from '../src/usecases/keep-decision';
import type { KeptDecision, KeptResult } from '../src/ports';
import { siteGoal } from './site-goal';

/** Finished items with a result, and as many with a decision: two of each are compared in a night. */
const SAID = 56;
const PROJECT = '1';
const RESULTS = ['moved', 'flat', 'unclear'] as const;
const KINDS = ['kill', 'park', 'keep'] as const;

const SETTINGS: ProjectSettings = {
  projectId: PROJECT,
  rev: 1,
  goals: [siteGoal('g1')],
  agreements: [],
  rules: { ...DEFAULT_RULES, scan: true },
};

/** One item's record, and the properties that show it. */
export interface Keep {
  itemId: string;
  properties: Record<string, unknown>;
  result?: KeptResult;
  decision?: KeptDecision;
}

function decisionOf(at: number, now: number): KeptDecision {
  const kind = KINDS[at % 3] ?? 'keep';
  const until = kind === 'kill' ? {} : { until: '2027-06-01' };
  const told = { reason: 'Nobody asked again.', by: 'viewer', at: now, forum: '', flag: null };
  return {
    rev: 1,
    now: { kind, ...until, ...told, wasIn: '11' },
    intent: null,
    written: true,
    past: [],
  };
}

/** What is kept of the finished item at this place; null for nearly all of them. */
export function kept(place: number, itemId: string, now: number): Keep | null {
  if (place >= 2 * SAID) return null;
  if (place < SAID) {
    const result = RESULTS[place % 3] ?? 'flat';
    const shown = { result, evidence: 'judged', at: '2026-10-20' } as const;
    return {
      itemId,
      properties: { 'ladder-result': writeResult(shown) },
      result: {
        rev: 1,
        writes: 1,
        given: { ...shown, by: 'viewer' },
        written: true,
        earlier: [],
        later: [],
      },
    };
  }
  const decision = decisionOf(place, now);
  const shown = propertyOf(decision.now);
  return {
    itemId,
    decision,
    properties: shown ? { 'ladder-decision': writeDecision(shown) } : {},
  };
}

/** Puts everything in place as if the scan had just been switched on. */
export function storeKept(storage: Storage, keep: readonly Keep[], now: number): void {
  storage.setEntity(ENTITIES.revision, keys.settings(PROJECT), settingsRecord(SETTINGS, now));
  for (const { itemId, result, decision } of keep) {
    if (result)
      storage.setEntity(
        ENTITIES.result,
        keys.result(itemId),
        resultRecord(itemId, PROJECT, result),
      );
    if (decision)
      storage.setEntity(
        ENTITIES.decision,
        keys.decision(itemId),
        decisionRecord(itemId, PROJECT, decision),
      );
  }
  const state = {
    projectId: PROJECT,
    on: true,
    onSince: now,
    dueAt: nextDue(null, now, SETTINGS.rules.timeZone),
    last: null,
    progress: null,
    waitsUntil: null,
    orderedAt: null,
    failed: null,
    pace: null,
  };
  storage.setEntity(ENTITIES.scan, keys.scan(PROJECT), scanRecord(state, 1, null));
}
