// All records of a project, part by part, as they are kept.
import { z } from 'zod';
import type { StoredSection } from '../../domain/data';
import type { DataRecord, ProjectData } from '../../ports';
import { jobRecord, readJob } from './data-jobs';
import { subjectOf } from './data-subjects';
import type { Driver, Fields, Range } from './driver';
import { ENTITIES, INDEXES, keys } from './keys';
import { actWrite, revOf, writeOver } from './writes';

const PLACES: Record<StoredSection, { entity: string; index: string }> = {
  settings: { entity: ENTITIES.revision, index: INDEXES.revisionsOfProject },
  revisions: { entity: ENTITIES.revision, index: INDEXES.revisionsOfProject },
  readings: { entity: ENTITIES.reading, index: INDEXES.readingsOfProject },
  results: { entity: ENTITIES.result, index: INDEXES.resultsOfProject },
  decisions: { entity: ENTITIES.decision, index: INDEXES.decisionsOfProject },
  passes: { entity: ENTITIES.pass, index: INDEXES.passesOfProject },
  snapshots: { entity: ENTITIES.snapshot, index: INDEXES.snapshotsOfProject },
  acts: { entity: ENTITIES.act, index: INDEXES.actsOfProject },
};
/** What one person keeps, by its kind. */
const NOTES = ['answer', 'hints', 'signals', 'sort-rules', 'decisions'];
const NOTES_AT_ONCE = 100;

const asRecord = (value: unknown): Fields | null => z.looseObject({}).safeParse(value).data ?? null;

export function projectData(driver: Driver, nextId: () => string): ProjectData {
  const there = async (section: StoredSection, key: string): Promise<Fields | null> =>
    asRecord(await driver.get(PLACES[section].entity, key));

  async function removeParents(projectId: string): Promise<void> {
    const { scan: entity } = ENTITIES;
    for (const set of [0, 1])
      for (let part = 0; ; part += 1) {
        const key = keys.parentsPart(projectId, set, part);
        if ((await driver.get(entity, key)) === undefined) break;
        await driver.remove(entity, key);
      }
    await driver.remove(entity, keys.parents(projectId));
    await driver.remove(entity, keys.parentsForgotten(projectId));
  }

  return {
    async page(projectId, section, after, limit) {
      if (section === 'settings') {
        const key = keys.settings(projectId);
        const value = await there(section, key);
        return { values: value && revOf(value) > 0 ? [{ key, value }] : [], next: null };
      }
      const { entity, index } = PLACES[section];
      const range: Range = { index, partition: [projectId] };
      const { records, next } = await driver.latest(entity, range, after, limit);
      const values = records.flatMap(({ key, value }): DataRecord[] => {
        const record = asRecord(value);
        return record && key !== keys.settings(projectId) ? [{ key, value: record }] : [];
      });
      return { values, next };
    },
    subjectOf,
    there,
    put(section, { key, value }, over) {
      const { entity } = PLACES[section];
      if (over === null) return driver.create(entity, key, value);
      return driver.commit([{ entity, key, value, ifRev: revOf(over) }]);
    },
    async remove(section, all) {
      await Promise.all(all.map((key) => driver.remove(PLACES[section].entity, key)));
    },
    async removeNotes(projectId) {
      const { draft: entity } = ENTITIES;
      for (const kind of NOTES) {
        const range = { index: INDEXES.notesOfProject, partition: [projectId, kind] };
        const { records } = await driver.latest(entity, range, null, NOTES_AT_ONCE);
        const left = await Promise.all(
          records.map(async ({ key }) => (await driver.get(entity, key)) !== undefined),
        );
        if (!left.some(Boolean)) continue;
        await Promise.all(records.map(({ key }) => driver.remove(entity, key)));
        return true;
      }
      return false;
    },
    async removeRound(projectId) {
      await driver.remove(ENTITIES.scan, keys.scan(projectId));
      await removeParents(projectId);
    },
    async job(projectId) {
      const record = await driver.get(ENTITIES.job, keys.dataJob(projectId));
      const rev = revOf(record);
      return rev === 0 ? null : { rev, job: readJob(record) };
    },
    saveJob: (projectId, job, over, act) =>
      writeOver(
        driver,
        {
          entity: ENTITIES.job,
          key: keys.dataJob(projectId),
          value: jobRecord(projectId, job, over + 1),
        },
        over,
        act ? [actWrite(act, nextId())] : [],
      ),
  };
}
