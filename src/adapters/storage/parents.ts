// The answered parents of a project, kept from one weekly listing to the next, and the points that the
// app has spent. Both can be lost: they are found or counted again.
import { z } from 'zod';
import { answerProperty } from '../../contract/properties';
import { day } from '../../contract/fields';
import type { KnownParents, Parents, Points } from '../../ports';
import type { Driver } from './driver';
import { ENTITIES, keys } from './keys';

/** Parents in one record, which holds at most 240 KiB. */
const PART = 500;
const HOUR = 3_600_000;

/** What the rules of the scan need of an answer; its texts stay on the item. */
const shortAnswer = answerProperty.pick({
  why: true,
  state: true,
  goal: true,
  checkBy: true,
  stopBy: true,
});
const head = z.object({
  body: z.object({
    v: z.literal(1),
    listedOn: day,
    counted: z.number().int(),
    set: z.number().int(),
    parts: z.number().int(),
  }),
});
const part = z.object({
  body: z.object({
    v: z.literal(1),
    parents: z.array(z.object({ id: z.string(), key: z.string(), answer: shortAnswer })),
  }),
});

const record = (projectId: string, body: object) => ({
  projectId,
  state: 'parents',
  dueAt: '',
  lease: '',
  leaseUntil: 0,
  rev: 0,
  body: { v: 1, ...body },
});

export function parents(driver: Driver): Parents {
  const entity = ENTITIES.scan;
  const readHead = async (projectId: string) => {
    const found = head.safeParse(await driver.get(entity, keys.parents(projectId)));
    return found.success ? found.data.body : null;
  };
  return {
    async read(projectId) {
      const known = await readHead(projectId);
      if (!known) return null;
      const all: KnownParents['parents'] = [];
      for (let index = 0; index < known.parts; index += 1) {
        const key = keys.parentsPart(projectId, known.set, index);
        const found = part.safeParse(await driver.get(entity, key));
        if (!found.success) return null;
        for (const { id, key, answer } of found.data.body.parents)
          all.push({
            id,
            key,
            answer: { kind: 'value', value: answer },
            result: { kind: 'none' },
          });
      }
      return { listedOn: known.listedOn, counted: known.counted, parents: all };
    },
    async save(projectId, { listedOn, counted, parents: all }) {
      const set = ((await readHead(projectId))?.set ?? 0) === 0 ? 1 : 0;
      const short = all.flatMap(({ id, key, answer }) =>
        answer.kind === 'value' ? [{ id, key, answer: shortAnswer.parse(answer.value) }] : [],
      );
      const parts = Math.ceil(short.length / PART);
      for (let index = 0; index < parts; index += 1)
        await driver.set(
          entity,
          keys.parentsPart(projectId, set, index),
          record(projectId, { parents: short.slice(index * PART, (index + 1) * PART) }),
        );
      const body = { listedOn, counted, set, parts };
      await driver.set(entity, keys.parents(projectId), record(projectId, body));
    },
    forget: (projectId) => driver.remove(entity, keys.parents(projectId)),
  };
}

const hourBody = z.object({
  rev: z.number().int(),
  body: z.object({ v: z.literal(1), spent: z.number(), closedUntil: z.number() }),
});

/** Attempts to write against somebody who writes at the same time; after that the points are lost. */
const TRIES = 5;

export function points(driver: Driver): Points {
  const entity = ENTITIES.job;
  const load = async (now: number) => {
    const key = keys.points(Math.floor(now / HOUR));
    const found = hourBody.safeParse(await driver.get(entity, key));
    return found.success
      ? { key, rev: found.data.rev, ...found.data.body }
      : { key, rev: 0, spent: 0, closedUntil: 0 };
  };
  async function update(now: number, change: { spent?: number; closedUntil?: number }) {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const { key, rev, spent, closedUntil } = await load(now);
      const value = {
        projectId: '',
        kind: 'points',
        state: '',
        by: '',
        rev: rev + 1,
        at: new Date(now).toISOString(),
        body: {
          v: 1,
          spent: spent + (change.spent ?? 0),
          closedUntil: Math.max(closedUntil, change.closedUntil ?? 0),
        },
      };
      const done =
        rev === 0
          ? await driver.create(entity, key, value)
          : await driver.commit([{ entity, key, value, ifRev: rev }]);
      if (done) return;
    }
  }
  return {
    async read(now) {
      const { spent, closedUntil } = await load(now);
      return { spent, closedUntil };
    },
    add: (now, spent) => update(now, { spent }),
    close: (now, until) => update(now, { closedUntil: until }),
  };
}
