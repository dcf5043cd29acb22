// What is kept of messages to people: a record for each week and person, and for each due result.
import { z } from 'zod';
import { count, day } from '../../contract/fields';
import { readBy } from '../../contract/read-by';
import type { Day } from '../../domain/days';
import {
  NOTICE_STATES,
  type KeptNotice,
  type Notices,
  type NoticeState,
} from '../../ports/notices';
import type { Driver, Fields } from './driver';
import { ENTITIES, INDEXES, keys } from './keys';
import { bodyOf, iso } from './records';
import { changed, revOf } from './writes';

const noticeBody = z.object({
  v: z.literal(1),
  key: z.string(),
  rev: count,
  projectId: z.string(),
  to: z.string(),
  itemId: z.string(),
  others: z.array(z.string()),
  week: day.nullable(),
  counts: z.object({ due: count, agenda: count, unread: count, ending: count }),
  counted: z.object({ due: z.array(z.string()), agenda: z.array(z.string()) }).optional(),
  state: z.enum(NOTICE_STATES),
  tries: count,
  triedOn: day.nullable(),
  at: z.number(),
});

const noticeRecord = z.object({ body: noticeBody });

/** Ends of a message that nobody got; what was begun may have arrived. */
const IN_VAIN: readonly NoticeState[] = ['nobody', 'refused'];

/** Those that wait are found apart from the others. */
const place = (projectId: string, waits: boolean): string =>
  `${waits ? 'notice-waiting' : 'notice'}:${projectId}`;

const record = (notice: KeptNotice): Fields => ({
  projectId: notice.projectId,
  kind: 'notice',
  state: place(notice.projectId, notice.state === 'waiting'),
  by: notice.to,
  rev: notice.rev,
  at: iso(notice.at),
  body: { v: 1, ...notice },
});

/** Messages to people, each under the keys of all that it tells, so that nothing is told twice. */
export function notices(driver: Driver): Notices {
  const entity = ENTITIES.job;
  const list = async (projectId: string, waits: boolean, atLeast?: number) => {
    const records = await driver.list(entity, {
      index: INDEXES.jobsByState,
      partition: [place(projectId, waits)],
      ...(atLeast !== undefined && { atLeast: iso(atLeast) }),
    });
    return records.map((one): KeptNotice => bodyOf(noticeBody, one));
  };
  /** The revision of another project's summary that reached nobody; 0 where there is none. */
  async function spentInVain(key: string, projectId: string): Promise<number> {
    const found = readBy(noticeRecord, await driver.get(entity, key)).data?.body;
    if (!found || found.projectId === projectId || !IN_VAIN.includes(found.state)) return 0;
    return found.rev;
  }
  return {
    isTold: async (itemId, checkBy) =>
      revOf(await driver.get(entity, keys.dueNotice(itemId, checkBy))) > 0,
    async claim(projectId, { dues, ...notice }, at) {
      const { to, week } = notice;
      const dueKeys = dues.map((due) => keys.dueNotice(due.itemId, due.checkBy));
      const all = week === null ? dueKeys : [keys.weekNotice(week, to), ...dueKeys];
      const kept = (key: string, first: boolean): KeptNotice => ({
        ...{ ...notice, key, rev: 1, projectId, at },
        state: first ? 'waiting' : 'folded',
        tries: 0,
        triedOn: null as Day | null,
      });
      // Found by the project, so that nothing stays of a run that ends here.
      for (const key of all) await driver.create(entity, key, { rev: 0, projectId, at: iso(at) });
      const over = week === null ? 0 : await spentInVain(keys.weekNotice(week, to), projectId);
      return driver.commit(
        all.map((key, n) => {
          const ifRev = n === 0 ? over : 0;
          return { entity, key, value: record({ ...kept(key, n === 0), rev: ifRev + 1 }), ifRev };
        }),
      );
    },
    waiting: (projectId) => list(projectId, true),
    since: (projectId, at) => list(projectId, false, at),
    async save(notice) {
      const next = { ...notice, rev: notice.rev + 1 };
      const write = { entity, key: notice.key, value: record(next), ifRev: notice.rev };
      if (!(await driver.commit([write]))) throw changed();
      return next;
    },
  };
}
