// What the app itself keeps of the demo shop, built by the app's own code.

import { ENTITIES, keys } from '../../../src/adapters/storage/keys';
import { resultRecord } from '../../../src/adapters/storage/item-records';
import { readingRecord, settingsRecord } from '../../../src/adapters/storage/records';
import { scanRecord } from '../../../src/adapters/storage/scan-records';
import { GATE_PROPERTY } from '../../../src/contract/properties';
import { gateTable } from '../../../src/domain/gate';
import { MESSAGES } from '../../../src/domain/messages';
import { DEFAULT_RULES, type ProjectSettings } from '../../../src/domain/rules';
import { nextDue } from '../../../src/domain/schedule';
import type { Storage } from '../../forge';
import type { Site } from '../../jira/api';
import type { Draft } from './draft';
import { shopGoals, shopReadings } from './goals';
import type { Place } from './issue';
import { keptResult } from './outcomes';
import type { DemoProject } from './projects';

/** Work that nobody chose: it is not asked. */
const EXEMPT_LABEL = 'legal';

/** The shop's goals and rules: the scan is on, and the gate blocks. */
function shopSettings(shop: DemoProject, now: number): ProjectSettings {
  return {
    projectId: shop.site.id,
    rev: 1,
    goals: shopGoals(now),
    agreements: [],
    rules: {
      ...DEFAULT_RULES,
      timeZone: 'Europe/Berlin',
      scan: true,
      gate: 'block',
      exemptTypeIds: [shop.catalog.types.chore.id],
      exemptLabels: [EXEMPT_LABEL],
    },
  };
}

/** Stores goals, rules, readings and the state of the scan, and publishes the gate. */
export function storeSettings(
  { site, storage }: { site: Site; storage: Storage },
  shop: DemoProject,
  now: number,
): void {
  const settings = shopSettings(shop, now);
  const { projectId, rules } = settings;
  storage.setEntity(ENTITIES.revision, keys.settings(projectId), settingsRecord(settings, now));
  for (const reading of shopReadings(now)) {
    const key = keys.reading(reading.goalId, reading.day);
    storage.setEntity(ENTITIES.reading, key, readingRecord(projectId, reading));
  }
  const dueAt = nextDue(null, now, rules.timeZone);
  const state = {
    projectId,
    on: true,
    onSince: now,
    dueAt,
    last: null,
    progress: null,
    waitsUntil: null,
    orderedAt: null,
    failed: null,
    pace: null,
  };
  storage.setEntity(ENTITIES.scan, keys.scan(projectId), scanRecord(state, 1, null));
  const types = shop.site.issueTypes.map(({ id, hierarchyLevel }) => ({
    id,
    level: hierarchyLevel,
  }));
  site.setProjectProperty(projectId, GATE_PROPERTY, gateTable(settings, types, MESSAGES.gate));
}

/** Stores what was said of an item beside the properties that show it. */
export function storeResult(storage: Storage, projectId: string, place: Place, draft: Draft): void {
  const kept = keptResult(draft);
  if (kept === null) return;
  const record = resultRecord(place.id, projectId, kept);
  storage.setEntity(ENTITIES.result, keys.result(place.id), record);
}
