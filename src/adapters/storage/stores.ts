// The storage ports over a driver.
import { AppError } from '../../domain/errors';
import { MESSAGES } from '../../domain/messages';
import { DEFAULT_RULES } from '../../domain/rules';
import type {
  Act,
  Acts,
  AnswerRevisions,
  Passes,
  Readings,
  Results,
  SettingsStore,
  Snapshots,
} from '../../ports';
import type { Driver, Fields, Write } from './driver';
import { ENTITIES, INDEXES, keys } from './keys';
import {
  actRecord,
  passRecord,
  readPass,
  readingRecord,
  readReading,
  readResult,
  readRevision,
  readSettings,
  readStoredPass,
  readStoredResult,
  resultRecord,
  revisionRecord,
  settingsRecord,
  snapshotRecord,
} from './records';

const changed = () => new AppError('conflict', MESSAGES.sameMoment);

/**
 * Writes a record over revision `over`, with other writes in the same transaction. A first record is
 * created with revision 0 before, because a condition needs something to hold on to.
 */
async function writeOver(driver: Driver, write: Write, over: number, rest: Write[] = []) {
  if (over === 0) await driver.create(write.entity, write.key, { rev: 0 });
  const done = await driver.commit([{ ...write, ifRev: over }, ...rest]);
  if (!done) throw changed();
}

const actWrite = (act: Act, id: string): Write => ({
  entity: ENTITIES.act,
  key: keys.act(act.projectId, act.at, id),
  value: actRecord(act),
});

const revOf = (record: unknown): number => {
  const rev = (record as Fields | undefined)?.['rev'];
  return typeof rev === 'number' ? rev : 0;
};

export function settingsStore(driver: Driver, nextId: () => string): SettingsStore {
  return {
    async load(projectId) {
      const record = await driver.get(ENTITIES.revision, keys.settings(projectId));
      if (revOf(record) === 0) return { projectId, rev: 0, goals: [], rules: DEFAULT_RULES };
      return readSettings(projectId, record);
    },
    async save(settings, act) {
      const next = { ...settings, rev: settings.rev + 1 };
      const write = {
        entity: ENTITIES.revision,
        key: keys.settings(settings.projectId),
        value: settingsRecord(next, act.at),
      };
      await writeOver(driver, write, settings.rev, [actWrite(act, nextId())]);
      return next;
    },
  };
}

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
    async ofProject(projectId, which) {
      const range =
        which === 'unwritten'
          ? { index: INDEXES.passesByPending, partition: [projectId, 'yes'] }
          : { index: INDEXES.passesByEnd, partition: [projectId] };
      const records = await driver.list(ENTITIES.pass, range);
      return records.filter((record) => revOf(record) > 0).map(readStoredPass);
    },
  };
}

export function acts(driver: Driver, nextId: () => string): Acts {
  return {
    async append(act) {
      const { entity, key, value } = actWrite(act, nextId());
      if (!(await driver.create(entity, key, value))) throw changed();
    },
  };
}

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

export function snapshots(driver: Driver): Snapshots {
  return {
    publish: (snapshot) =>
      driver.set(
        ENTITIES.snapshot,
        keys.snapshot(snapshot.projectId, snapshot.day),
        snapshotRecord(snapshot),
      ),
  };
}
