// Planted bugs of what is recorded: of decisions, of their acts, and of flags.
import type { Flag } from '../../src/domain/item';
import type { Ports } from '../../src/ports';
import { backlog, decisions } from './planted-ports';
import type { Mutation } from './process';

const FAR = '2031-01-01';

export const RECORDS: Readonly<Record<string, Mutation>> = {
  'every forgotten intent is taken for a kill by the night': {
    ports: (ports: Ports) => ({
      ...ports,
      backlog: {
        ...ports.backlog,
        async item(itemId) {
          const found = await ports.backlog.item(itemId);
          return found && { ...found, facts: { ...found.facts, category: 'done' as const } };
        },
        async moves(itemId) {
          const by = (await ports.decisions.read(itemId))?.intent?.decided.by ?? '';
          return [{ at: ports.clock.now(), by, byApp: false }];
        },
      },
    }),
  },
  'parked and kept items rest until another day than was decided': decisions((real) => ({
    save: (itemId, projectId, kept, over, act) => {
      const now = kept.now?.until === undefined ? kept.now : { ...kept.now, until: FAR };
      return real.save(itemId, projectId, { ...kept, now }, over, act);
    },
  })),
  'acts do not say what stood before and after them': decisions((real) => ({
    save: (itemId, projectId, kept, over, act) =>
      real.save(itemId, projectId, kept, over, act && { ...act, before: null, after: null }),
  })),
  'every flag says that its item has aged': backlog((real) => ({
    setFlag: (ids, flag: Flag) =>
      real.setFlag(ids, flag.reason === undefined ? flag : { ...flag, reason: 'aged' }),
  })),
};
