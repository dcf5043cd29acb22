// The guard alone: who has no name, what fails, and what leaves it. Who may what: guard-access.test.ts.
import { expect, test } from '@jest/globals';
import { AppError, StorageBusyError } from '../../src/domain/errors';
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
  const ports = {
    rights: {
      me: () => Promise.resolve('acc-dev'),
      onItem: (id: string) => answer(`item ${id}`),
      onProject: (id: string) => answer(`project ${id}`),
      seen: (ids: string[]) => Promise.resolve(new Set(ids)),
    },
    ids: { next: () => 'request-1' },
    log: {
      info: () => undefined,
      error: (...entry: unknown[]) => {
        logged.push(entry);
      },
    },
  };
  return { ports: ports as unknown as Ports, asked, logged };
}

const call = (payload: unknown, accountId: string | undefined = 'acc-dev') => ({
  payload,
  context: { accountId },
});
const result = { itemId: '10001', result: 'moved', rev: 0 };

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

test('storage that is busy is told as such, so that somebody tries again', async () => {
  const { ports } = portsWith(RIGHTS);
  const busy = () => Promise.reject(new StorageBusyError(new Error('secret of storage')));
  expect(await guard(ports, 'result.give', busy)(call(result))).toEqual({
    ok: false,
    error: { code: 'internal', message: MESSAGES.storageBusy, requestId: 'request-1' },
  });
});

test('an expected failure takes its reason and details along, and is logged by its procedure', async () => {
  const { ports, logged } = portsWith(RIGHTS);
  const more = { reason: 'not_sorted' as const, details: { rev: 3 } };
  const failure = new AppError('conflict', 'somebody was faster', more);
  const answer = await guard(ports, 'result.give', () => Promise.reject(failure))(call(result));
  const error = { code: 'conflict', message: 'somebody was faster', requestId: 'request-1' };
  expect(answer).toStrictEqual({ ok: false, error: { ...error, ...more } });
  const place = { procedure: 'result.give', requestId: 'request-1' };
  expect(logged).toEqual([['procedure refused', failure, place]]);
});
