// The answered parents of a project, kept from one weekly listing to the next. Lost, they are listed
// again.
import { z } from 'zod';
import { answerProperty } from '../../contract/properties';
import { day } from '../../contract/fields';
import { readBy } from '../../contract/read-by';
import type { KnownParents, Parents } from '../../ports';
import type { Driver } from './driver';
import { ENTITIES, keys } from './keys';

/** Parents in one record, which holds at most 240 KiB. */
const PART = 500;
/** So late search may show what was written, with room to spare. */
const SEARCH_LAG_MS = 15 * 60_000;

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
const forgotten = z.object({ body: z.object({ v: z.literal(1), at: z.number() }) });
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

/** Answered parents in records of some hundred; what cannot be read whole counts as not kept. */
export function parents(driver: Driver): Parents {
  const entity = ENTITIES.scan;
  const readHead = async (projectId: string) => {
    const found = readBy(head, await driver.get(entity, keys.parents(projectId)));
    return found.success ? found.data.body : null;
  };
  const forgottenAt = async (projectId: string): Promise<number> => {
    const found = readBy(forgotten, await driver.get(entity, keys.parentsForgotten(projectId)));
    return found.success ? found.data.body.at : -Infinity;
  };
  return {
    async read(projectId) {
      const known = await readHead(projectId);
      if (!known) return null;
      const all: KnownParents['parents'] = [];
      for (let index = 0; index < known.parts; index += 1) {
        const key = keys.parentsPart(projectId, known.set, index);
        const found = readBy(part, await driver.get(entity, key));
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
    async save(projectId, { listedOn, counted, parents: all }, since) {
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
      // Read last: whoever forgets later than this takes the list away themselves.
      if ((await forgottenAt(projectId)) > since - SEARCH_LAG_MS)
        await driver.remove(entity, keys.parents(projectId));
    },
    async forget(projectId, at) {
      await driver.set(entity, keys.parentsForgotten(projectId), record(projectId, { at }));
      await driver.remove(entity, keys.parents(projectId));
    },
  };
}
