// The storage ports over a driver.
import { DEFAULT_RULES } from '../../domain/rules';
import type {
  AnswerRevisions,
  Passes,
  Readings,
  Results,
  SettingsStore,
  Signatures,
  Snapshots,
} from '../../ports';
import type { Driver } from './driver';
import { ENTITIES, INDEXES, keys } from './keys';
import {
  passRecord,
  readPass,
  readResult,
  readRevision,
  readStoredPass,
  readStoredResult,
  resultRecord,
  revisionRecord,
} from './item-records';
import {
  readingRecord,
  readReading,
  readSettings,
  readSignature,
  settingsRecord,
  signatureRecord,
} from './records';
import { readSnapshot } from './scan-records';
import { actWrite, revOf, writeOver } from './writes';

/** Settings, one record for each project. @throws AppError conflict for a save over another revision */
export function settingsStore(driver: Driver, nextId: () => string): SettingsStore {
  return {
    async load(projectId) {
      const record = await driver.get(ENTITIES.revision, keys.settings(projectId));
      if (revOf(record) === 0)
        return { projectId, rev: 0, goals: [], agreements: [], rules: DEFAULT_RULES };
      return readSettings(projectId, record);
    },
    async save(settings, act, ...also) {
      const next = { ...settings, rev: settings.rev + 1 };
      const write = {
        entity: ENTITIES.revision,
        key: keys.settings(settings.projectId),
        value: settingsRecord(next, act.at),
      };
      const acts = [act, ...also].map((one) => actWrite(one, nextId()));
      await writeOver(driver, write, settings.rev, acts);
      return next;
    },
  };
}

/** Who saved an item's answer last. @throws AppError conflict for a write over another revision */
export function answerRevisions(driver: Driver): AnswerRevisions {
  return {
    async read(itemId) {
      const record = await driver.get(ENTITIES.revision, keys.answer(itemId));
      return revOf(record) === 0 ? null : readRevision(record);
    },
    write: (itemId, projectId, next, over) =>
      writeOver(
        driver,
        {
          entity: ENTITIES.revision,
          key: keys.answer(itemId),
          value: revisionRecord(itemId, projectId, next),
        },
        over,
      ),
  };
}

/**
 * Results and postponed check dates by item. @throws AppError conflict for a save over another revision
 */
export function results(driver: Driver, nextId: () => string): Results {
  return {
    async read(itemId) {
      const record = await driver.get(ENTITIES.result, keys.result(itemId));
      return revOf(record) === 0 ? null : readResult(record);
    },
    save: (itemId, projectId, kept, over, act) =>
      writeOver(
        driver,
        {
          entity: ENTITIES.result,
          key: keys.result(itemId),
          value: resultRecord(itemId, projectId, kept),
        },
        over,
        act ? [actWrite(act, nextId())] : [],
      ),
    async ofProject(projectId, which) {
      const range =
        which === 'unwritten'
          ? { index: INDEXES.resultsByPending, partition: [projectId, 'yes'] }
          : { index: INDEXES.resultsOfProject, partition: [projectId] };
      const records = await driver.list(ENTITIES.result, range);
      // A record that somebody has only just begun holds nothing yet.
      return records.filter((record) => revOf(record) > 0).map(readStoredResult);
    },
  };
}

/** Passes by item, run out ones among them. @throws AppError conflict for a save over another revision */
export function passes(driver: Driver, nextId: () => string): Passes {
  return {
    async read(itemId) {
      const record = await driver.get(ENTITIES.pass, keys.pass(itemId));
      return revOf(record) === 0 ? null : readPass(record);
    },
    save: (itemId, projectId, pass, over, act) =>
      writeOver(
        driver,
        {
          entity: ENTITIES.pass,
          key: keys.pass(itemId),
          value: passRecord(itemId, projectId, pass),
        },
        over,
        act ? [actWrite(act, nextId())] : [],
      ),
    async unwritten(projectId) {
      const range = { index: INDEXES.passesByPending, partition: [projectId, 'yes'] };
      const records = await driver.list(ENTITIES.pass, range);
      return records.filter((record) => revOf(record) > 0).map(readStoredPass);
    },
  };
}

/** Readings by goal and day. @throws AppError conflict for a save over another revision */
export function readings(driver: Driver, nextId: () => string): Readings {
  const entity = ENTITIES.reading;
  return {
    async read(goalId, day) {
      const record = await driver.get(entity, keys.reading(goalId, day));
      return revOf(record) === 0 ? null : readReading(record);
    },
    save: (projectId, reading, over, act) =>
      writeOver(
        driver,
        {
          entity,
          key: keys.reading(reading.goalId, reading.day),
          value: readingRecord(projectId, reading),
        },
        over,
        [actWrite(act, nextId())],
      ),
    async ofProject(projectId) {
      const records = await driver.list(ENTITIES.reading, {
        index: INDEXES.readingsOfProject,
        partition: [projectId],
      });
      return records.filter((record) => revOf(record) > 0).map(readReading);
    },
  };
}

/** Signatures by agreement and person. @throws AppError conflict for a save over another revision */
export function signatures(driver: Driver, nextId: () => string): Signatures {
  const entity = ENTITIES.revision;
  return {
    async read(agreementId, accountId) {
      const record = await driver.get(entity, keys.signature(agreementId, accountId));
      return revOf(record) === 0 ? null : readSignature(record);
    },
    save: (projectId, signature, over, act) =>
      writeOver(
        driver,
        {
          entity,
          key: keys.signature(signature.agreementId, signature.accountId),
          value: signatureRecord(projectId, signature),
        },
        over,
        [actWrite(act, nextId())],
      ),
  };
}

/** The nightly counts of a project, oldest first; the scan writes them. */
export function snapshots(driver: Driver): Snapshots {
  return {
    async ofProject(projectId) {
      const range = { index: INDEXES.snapshotsOfProject, partition: [projectId] };
      return (await driver.list(ENTITIES.snapshot, range)).map(readSnapshot);
    },
  };
}
