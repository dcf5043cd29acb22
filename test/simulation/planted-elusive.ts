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

export const ELUSIVE: Readonly<Record<string, Mutation>> = {
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
  'errors of Jira are taken for empty answers',
  'the ages of a type are not its own',
  'texts of items are logged',
  'the next turn is due in two days',
  'nobody looks for what is due to wake, nor for what is unsettled',
  'every forgotten intent is taken for a kill by the night',
]);
