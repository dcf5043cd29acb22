// Payloads of the procedures about a project's data.
import { NO_ROWS } from '../../src/domain/data';
import type { Rules } from '../../src/domain/rules';

/** The first part of a file that has more rows than this. */
const FILE_PART = { file: '0'.repeat(32), of: 9, from: 0, replace: false };

interface Subject {
  projectId: string;
}

export const dataPayloads = ({ rev, rules }: { rev: number; rules: Rules }) => ({
  'data.open': ({ projectId }: Subject) => ({ projectId }),
  'data.count': ({ projectId }: Subject) => ({ projectId, section: 'acts' as const }),
  'data.read': ({ projectId }: Subject) => ({ projectId, section: 'settings' as const }),
  'data.check': ({ projectId }: Subject) => ({
    projectId,
    section: 'acts' as const,
    rows: [],
    goalIds: [],
  }),
  'data.import': ({ projectId }: Subject) => ({
    projectId,
    ...FILE_PART,
    section: 'acts' as const,
    rows: [],
  }),
  'data.items': ({ projectId }: Subject) => ({
    projectId,
    ...FILE_PART,
    tally: NO_ROWS,
    flags: [],
  }),
  'data.adopt': ({ projectId }: Subject) => ({
    projectId,
    file: FILE_PART.file,
    rev,
    goals: [],
    rules,
  }),
  'data.rebuild': ({ projectId }: Subject) => ({ projectId, begin: true }),
  'data.erase': ({ projectId }: Subject) => ({ projectId, begin: true }),
});
