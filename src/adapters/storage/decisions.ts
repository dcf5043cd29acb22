// The decisions about items, and the record of all acts.
import type { Acts, Decisions, StoredDecision } from '../../ports';
import type { Driver, Range } from './driver';
import { ENTITIES, INDEXES, keys } from './keys';
import { decisionRecord, readDecision, readStoredDecision } from './item-records';
import { readAct } from './records';
import { actWrite, appendAct, revOf, writeOver } from './writes';

/** Decisions that keep an item off the list until a day. */
const RESTING = ['park', 'keep'];

/** Decisions, one record for each item. @throws AppError conflict for a save over another revision */
export function decisions(driver: Driver, nextId: () => string): Decisions {
  const entity = ENTITIES.decision;
  // A record that somebody has only just begun holds nothing yet.
  const stored = (records: readonly unknown[]): StoredDecision[] =>
    records.filter((record) => revOf(record) > 0).map(readStoredDecision);
  const listed = async (range: Range) => stored(await driver.list(entity, range));
  const inProject = (projectId: string): Range => ({
    index: INDEXES.decisionsOfProject,
    partition: [projectId],
  });
  return {
    async read(itemId) {
      const record = await driver.get(entity, keys.decision(itemId));
      return revOf(record) === 0 ? null : readDecision(record);
    },
    save: (itemId, projectId, kept, over, act) =>
      writeOver(
        driver,
        { entity, key: keys.decision(itemId), value: decisionRecord(itemId, projectId, kept) },
        over,
        act ? [actWrite(act, nextId())] : [],
      ),
    async page(projectId, after, limit) {
      const { records, next } = await driver.latest(entity, inProject(projectId), after, limit);
      return { values: stored(records.map(({ value }) => value)), next };
    },
    ofProject: (projectId) => listed(inProject(projectId)),
    async due(projectId, today) {
      const found = await Promise.all(
        RESTING.map((kind) =>
          listed({
            index: INDEXES.decisionsByEnd,
            partition: [projectId, kind],
            atMost: today,
          }),
        ),
      );
      return found.flat();
    },
    unsettled: (projectId) =>
      listed({ index: INDEXES.decisionsByPending, partition: [projectId, 'yes'] }),
  };
}

/** The record of acts: added to, never changed. @throws AppError conflict for an id that is there */
export function acts(driver: Driver, nextId: () => string): Acts {
  return {
    append: (act) => appendAct(driver, act, nextId()),
    async page(projectId, kinds, after, limit) {
      const only = kinds?.length === 1 ? kinds[0] : undefined;
      const range =
        only === undefined
          ? { index: INDEXES.actsOfProject, partition: [projectId] }
          : { index: INDEXES.actsByKind, partition: [projectId, only] };
      const { records, next } = await driver.latest(ENTITIES.act, range, after, limit);
      const all = records.map(({ key, value }) => readAct(key, value));
      return { values: kinds ? all.filter(({ kind }) => kinds.includes(kind)) : all, next };
    },
  };
}
