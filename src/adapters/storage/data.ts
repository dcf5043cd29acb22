// All records of a project, part by part, as they are kept.
import { z } from 'zod';
import { readBy } from '../../contract/read-by';
import type { StoredSection } from '../../domain/data';
import type { DataRecord, ProjectData } from '../../ports';
import { jobRecord, readJob } from './data-jobs';
import { subjectOf } from './data-subjects';
import type { Driver, Fields, Range } from './driver';
import { ENTITIES, INDEXES, keys } from './keys';
import { wantsNone } from './personal';
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
const NOTES = ['answer', 'hints', 'signals', 'sort-rules', 'decisions', 'digest'];
const NOTES_AT_ONCE = 100;

const asRecord = (value: unknown): Fields | null => readBy(z.looseObject({}), value).data ?? null;

/**
 * All records of a project as they are kept, for its file and its erasure.
 * @throws AppError as the driver's calls
 */
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

  /** Removes some records of an index, looking past what queries still show; false when none is left. */
  async function removeSome(
    entity: string,
    range: Range,
    stays: (record: { key: string; value: unknown }) => boolean,
  ): Promise<boolean> {
    let after: string | null = null;
    do {
      const page = await driver.latest(entity, range, after, NOTES_AT_ONCE);
      const found = page.records.filter((one) => !stays(one)).map(({ key }) => key);
      const there = await Promise.all(found.map((key) => driver.get(entity, key)));
      const left = found.filter((_key, at) => there[at] !== undefined);
      await Promise.all(left.map((key) => driver.remove(entity, key)));
      if (left.length > 0) return true;
      after = page.next;
    } while (after !== null);
    return false;
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
    put(section, { key, value }, over, act = null) {
      const { entity } = PLACES[section];
      if (over === null) return driver.create(entity, key, value);
      const write = { entity, key, value, ifRev: revOf(over) };
      return driver.commit([write, ...(act ? [actWrite(act, nextId())] : [])]);
    },
    async remove(section, all) {
      await Promise.all(all.map((key) => driver.remove(PLACES[section].entity, key)));
    },
    async removeNotes(projectId) {
      for (const kind of NOTES)
        if (
          await removeSome(
            ENTITIES.draft,
            { index: INDEXES.notesOfProject, partition: [projectId, kind] },
            // Nobody is written to again who said no.
            ({ value }) => kind === 'digest' && wantsNone(value),
          )
        )
          return true;
      // Messages to people; the job that is under way stays.
      const range = { index: INDEXES.jobsOfProject, partition: [projectId] };
      return removeSome(ENTITIES.job, range, ({ key }) => key === keys.dataJob(projectId));
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
