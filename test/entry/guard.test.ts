// The guard alone, over rights of every kind.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { forgePorts } from '../../src/adapters/forge-ports';
import { AppError } from '../../src/domain/errors';
import { MESSAGES } from '../../src/domain/messages';
import { guard } from '../../src/entry/resolvers/guard';
import type { Permission, Ports } from '../../src/ports';

const RIGHTS: Permission[] = [
  'BROWSE_PROJECTS',
  'EDIT_ISSUES',
  'TRANSITION_ISSUES',
  'ADMINISTER_PROJECTS',
  'ADMINISTER',
];
const GIVEN = {
  itemId: '10001',
  rev: 1,
  given: { result: 'moved' as const, evidence: 'judged' as const, at: '2026-11-21', by: 'acc-dev' },
  written: true,
  earlier: [],
  later: [],
};

/** Ports whose rights are these; the guard reaches for nothing else. */
function portsWith(rights: Permission[]) {
  const asked: string[] = [];
  const logged: unknown[] = [];
  const answer = (what: string) => {
    asked.push(what);
    return Promise.resolve(new Set(rights));
  };
  const ports: Ports = {
    ...forgePorts(),
    rights: {
      me: () => Promise.resolve('acc-dev'),
      onItem: (id) => answer(`item ${id}`),
      onProject: (id) => answer(`project ${id}`),
      seen: (ids) => Promise.resolve(new Set(ids)),
    },
    ids: { next: () => 'request-1' },
    log: {
      info: () => undefined,
      error: (...entry) => {
        logged.push(entry);
      },
    },
  };
  return { ports, asked, logged };
}

const call = (payload: unknown, accountId: string | undefined = 'acc-dev') => ({
  payload,
  context: { accountId },
});
const result = { itemId: '10001', result: 'moved', rev: 0 };

test('a result takes Browse with Edit or Transition, as Jira says for the very item', async () => {
  await fc.assert(
    fc.asyncProperty(fc.subarray(RIGHTS), async (rights) => {
      const { ports, asked } = portsWith(rights);
      let ran = 0;
      const answer = await guard(ports, 'result.give', async () => {
        ran += 1;
        return GIVEN;
      })(call(result));
      const may =
        rights.includes('BROWSE_PROJECTS') &&
        (rights.includes('EDIT_ISSUES') || rights.includes('TRANSITION_ISSUES'));
      expect(answer.ok).toBe(may);
      expect(ran).toBe(may ? 1 : 0);
      expect(asked).toEqual(['item 10001']);
    }),
  );
});

test.each([
  ['item.open', { itemId: '10001' }, ['BROWSE_PROJECTS']],
  [
    'answer.save',
    { itemId: '10001', seen: null, answer: { why: 'run' } },
    ['BROWSE_PROJECTS', 'EDIT_ISSUES'],
  ],
  ['project.open', { projectId: '1' }, ['BROWSE_PROJECTS']],
  ['settings.open', { projectId: '1' }, ['ADMINISTER_PROJECTS']],
  ['goal.end', { projectId: '1', rev: 0, goalId: 'g1' }, ['ADMINISTER_PROJECTS']],
  ['start.anyway', { itemId: '10001', reason: 'x' }, ['BROWSE_PROJECTS', 'EDIT_ISSUES']],
  ['hint.dismiss', { itemId: '10001', hint: 'to-do', dismissed: true }, ['BROWSE_PROJECTS']],
  ['setup.look', { projectId: '1' }, ['ADMINISTER_PROJECTS']],
  ['panel.pin', { projectId: '1', pinned: true }, ['BROWSE_PROJECTS', 'ADMINISTER']],
] as const)('%s runs with the rights it needs and with no fewer', async (name, payload, needed) => {
  await fc.assert(
    fc.asyncProperty(fc.subarray(RIGHTS), async (rights) => {
      const { ports } = portsWith(rights);
      let ran = false;
      const answer = await guard(ports, name, () => {
        ran = true;
        throw new AppError('limit_reached', 'far enough');
      })(call(payload));
      const may = needed.every((right) => rights.includes(right));
      expect(ran).toBe(may);
      expect(answer).toMatchObject({ error: { code: may ? 'limit_reached' : 'forbidden' } });
    }),
  );
});

test.each([undefined, '', 'unidentified'])(
  'a caller of whom the platform says %j is refused before Jira is asked',
  async (accountId) => {
    const { ports, asked } = portsWith(RIGHTS);
    const run = guard(ports, 'result.give', async () => GIVEN);
    const answer = await run({ payload: result, context: { accountId } });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'forbidden', message: MESSAGES.denied.anonymous },
    });
    expect(asked).toEqual([]);
  },
);

test('what the contract does not name never leaves', async () => {
  const { ports } = portsWith(RIGHTS);
  const more = { ...GIVEN, projectId: '1', given: { ...GIVEN.given, email: 'dev@shop.example' } };
  const answer = await guard(ports, 'result.give', async () => more)(call(result));
  expect(answer).toEqual({ ok: true, data: GIVEN });
});

test('what fails unforeseen is told without a word of the cause, and logged with its number', async () => {
  const { ports, logged } = portsWith(RIGHTS);
  const failures = [
    () => Promise.reject(new Error('secret of storage')),
    () => JSON.parse('{secret') as never,
    async () => ({ ...GIVEN, given: { ...GIVEN.given, at: 'secret' } }),
  ];
  for (const fail of failures) {
    const answer = await guard(ports, 'result.give', fail)(call(result));
    expect(answer).toEqual({
      ok: false,
      error: { code: 'internal', message: MESSAGES.internal, requestId: 'request-1' },
    });
  }
  expect(logged).toHaveLength(3);
});
