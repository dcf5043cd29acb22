// Planted bugs that show only in some worlds: many seeds may pass before one of them meets one.
import type { Flag } from '../../src/domain/item';
import type { Ports } from '../../src/ports';
import type { ProjectSettings } from '../../src/domain/rules';
import { backlog, scans } from './planted-ports';
import { RECORDS } from './planted-records';
import type { Mutation } from './process';

const settings = (change: (real: ProjectSettings) => ProjectSettings): Mutation => ({
  ports: (ports: Ports) => ({
    ...ports,
    settings: {
      ...ports.settings,
      load: async (projectId) => change(await ports.settings.load(projectId)),
    },
  }),
});
/** Scans alone see other rules; what people save is what they mean. */
const rules = (change: Partial<ProjectSettings['rules']>): Mutation =>
  settings((real) => ({ ...real, rules: { ...real.rules, ...change } }));

/** Five years ahead and more: further than any scan may write. */
const FAR = '2034-01-01';

export const ELUSIVE: Readonly<Record<string, Mutation>> = {
  'only the first page of a listing is read': {
    transport: (transport) => async (call) => {
      const reply = await transport(call);
      if (!call.path.endsWith('/search/jql')) return reply;
      const text = await reply.text();
      return { ...reply, text: async () => text.replace('"isLast":false', '"isLast":true') };
    },
  },
  'create overwrites what is there': {
    driver: (driver) => ({
      ...driver,
      async create(entity, key, value) {
        await driver.set(entity, key, value);
        return true;
      },
    }),
  },
  'an item that is listed in vain is put off for years': backlog((real) => ({
    setFlag: (ids, { notBefore, ...flag }) =>
      real.setFlag(ids, notBefore === undefined ? flag : { ...flag, notBefore: FAR }),
  })),
  'the sample of the pace is nonsense': backlog((real) => ({
    stays: async (projectId, clause, how) =>
      (await real.stays(projectId, clause, how)).map(({ finished }) => ({
        started: finished,
        finished,
      })),
  })),
  'flags are never cleared': backlog(() => ({ clearFlags: async () => undefined })),
  'flags are written without their day': backlog((real) => ({
    setFlag: (ids, { since: _since, ...flag }: Flag) => real.setFlag(ids, flag),
  })),
  'every item is taken as open': backlog((real) => ({
    async *pages(projectId, clause) {
      for await (const page of real.pages(projectId, clause))
        yield page.map((item) => ({ ...item, category: 'new' as const }));
    },
  })),
  'parents are not asked for': backlog(() => ({ parents: async () => [] })),
  'the lease is never given back': scans(() => ({ release: async () => undefined })),
  'conditions are not sent': {
    driver: (driver) => ({
      ...driver,
      commit: (writes) => driver.commit(writes.map(({ ifRev: _ifRev, ...write }) => write)),
    }),
  },
  'errors of Jira are taken for empty answers': {
    transport: (transport) => async (call) => {
      const reply = await transport(call);
      if (reply.status < 500) return reply;
      return { ...reply, status: 200, text: async () => '{"issues":[],"count":0}' };
    },
  },
  'the grace is not waited for': rules({ graceDays: 0 }),
  'types and labels that are not asked are asked': rules({ exemptTypeIds: [], exemptLabels: [] }),
  'days are those of UTC': rules({ timeZone: 'UTC' }),
  'the ages of a type are not its own': rules({ agesByType: [] }),
  'goals never end': settings((real) => ({
    ...real,
    goals: real.goals.map(({ endedOn: _endedOn, ...goal }) => ({ ...goal, lastDay: '2099-12-31' })),
  })),
  ...RECORDS,
};

/** Those that only one seed in dozens meets: they are planted at night. */
export const LATE: ReadonlySet<string> = new Set([
  'conditions are not sent',
  'an item that is listed in vain is put off for years',
  'errors of Jira are taken for empty answers',
  'the ages of a type are not its own',
  'texts of items are logged',
  'the next turn is due in two days',
  'nobody looks for what is due to wake, nor for what is unsettled',
  'every forgotten intent is taken for a kill by the night',
  'messages are not marked before they are sent',
  'people are written to who want no messages',
]);
