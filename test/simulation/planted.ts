// Bugs that are planted to see that the simulation finds them: each changes one thing about the ports,
// storage or Jira's transport that the app runs on.
import { backlog, decisions, notices, scans } from './planted-ports';
import type { Mutation } from './process';

export const PLANTED: Readonly<Record<string, Mutation>> = {
  'warnings are skipped: every flag is a candidate at once': backlog((real) => ({
    setFlag: (ids, flag) =>
      real.setFlag(ids, flag.flag === 'warned' ? { ...flag, flag: 'candidate' } : flag),
  })),
  'the first item of every write is left out': backlog((real) => ({
    setFlag: async (ids, flag) => (ids.length > 1 ? real.setFlag(ids.slice(1), flag) : undefined),
  })),
  'counts are one too many': backlog((real) => ({
    count: async (projectId, clause) => (await real.count(projectId, clause)) + 1,
  })),
  'no answer is read': backlog((real) => ({
    async *pages(projectId, clause) {
      for await (const page of real.pages(projectId, clause))
        yield page.map((item) => ({ ...item, answer: { kind: 'none' as const } }));
    },
  })),
  'decisions are saved without their act': decisions((real) => ({
    save: (itemId, projectId, kept, over) => real.save(itemId, projectId, kept, over, null),
  })),
  'decisions are acknowledged and not saved': decisions(() => ({ save: async () => undefined })),
  'the past of decisions is dropped': decisions((real) => ({
    save: (itemId, projectId, kept, over, act) =>
      real.save(itemId, projectId, { ...kept, past: [] }, over, act),
  })),
  'nobody looks for what is due to wake, nor for what is unsettled': decisions(() => ({
    due: async () => [],
    unsettled: async () => [],
  })),
  'decisions are made in the name of the app': decisions((real) => ({
    save: (itemId, projectId, kept, over, act) =>
      real.save(
        itemId,
        projectId,
        { ...kept, now: kept.now && { ...kept.now, by: '' } },
        over,
        act,
      ),
  })),
  'decisions are not shown on their items': {
    ports: (ports) => ({
      ...ports,
      items: { ...ports.items, writeDecision: async () => undefined },
    }),
  },
  'messages are not marked before they are sent': notices((real) => ({
    save: async (notice) => (notice.state === 'begun' ? notice : real.save(notice)),
  })),
  'people are written to who want no messages': {
    ports: (ports) => ({
      ...ports,
      personal: { ...ports.personal, digestOff: async () => false },
    }),
  },
  'messages count what their reader may not see': {
    ports: (ports) => ({
      ...ports,
      post: {
        ...ports.post,
        async seen(itemIds, accountId) {
          const seen = await ports.post.seen(itemIds, accountId);
          return new Set(seen.size > 0 ? itemIds : []);
        },
      },
    }),
  },
  'a turn is never finished': scans(() => ({ finish: async () => undefined })),
  'the next turn is due in two days': scans((real) => ({
    finish: (projectId, holder, dueAt, done) =>
      real.finish(projectId, holder, dueAt + 2 * 86_400_000, done),
  })),
  'the outcome says something else than the snapshot': scans((real) => ({
    finish: (projectId, holder, dueAt, done) =>
      real.finish(
        projectId,
        holder,
        dueAt,
        done && { ...done, outcome: { ...done.outcome, warned: done.outcome.warned + 1 } },
      ),
  })),
  'snapshots are left out': {
    driver: (driver) => ({
      ...driver,
      commit: (writes) => driver.commit(writes.filter(({ entity }) => entity !== 'snapshot')),
    }),
  },
  'acts are left out of transactions': {
    driver: (driver) => ({
      ...driver,
      commit: (writes) => driver.commit(writes.filter(({ entity }) => entity !== 'act')),
    }),
  },
  'texts of items are logged': backlog((real) => ({
    async item(itemId) {
      const found = await real.item(itemId);
      if (found) throw new Error(`canary-7f3 of ${itemId}`);
      return found;
    },
  })),
  'the app writes flags under another name': {
    transport: (transport) => (call) => {
      const body = call.body as { properties?: Record<string, unknown> } | undefined;
      const flag = call.path.endsWith('/issue/properties') ? body?.properties : undefined;
      if (!flag || call.method !== 'POST') return transport(call);
      return transport({ ...call, body: { ...body, properties: { 'other-app': flag } } });
    },
  },
  'every write is sent a dozen times': {
    transport: (transport) => async (call) => {
      if (call.method === 'PUT' && call.path.includes('/issue/'))
        for (let again = 0; again < 120; again += 1) void transport(call).catch(() => undefined);
      return transport(call);
    },
  },
  'a refusal is asked again at once': {
    transport: (transport) => async (call) => {
      const reply = await transport(call);
      return reply.status === 429 ? transport(call) : reply;
    },
  },
  'the scan closes what it flags': {
    transport: (transport) => async (call) => {
      const body = call.body as { entitiesIds?: number[] } | undefined;
      const [id] = body?.entitiesIds ?? [];
      if (id !== undefined)
        await transport({
          as: 'app',
          method: 'POST',
          path: `/rest/api/3/issue/${String(id)}/transitions`,
          body: { transition: { id: '13' } },
        });
      return transport(call);
    },
  },
};
