// The guard alone, over rights of every kind, and over payloads of any shape.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { forgePorts } from '../../src/adapters/forge-ports';
import { procedures } from '../../src/contract/procedures';
import { AppError } from '../../src/domain/errors';
import { MESSAGES } from '../../src/domain/messages';
import { guard } from '../../src/entry/resolvers/guard';
import type { Permission, Ports } from '../../src/ports';
import { answerFor, goalInput, PROJECT, startLoop, type Loop } from '../support/loop';
import { answerOf, NAMES } from './calls';
import { addGoals, payloadsNow } from './payloads';

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

/** What is right but for one thing is junk too. */
const BAD_IDS = ['', ' 1', '1\n', '-1', '1e3', 'SHOP-1', '../1', '1?x=1', '١', '9'.repeat(20)];

const junkFor = (right: Record<string, unknown>) => {
  const spoiled = fc
    .tuple(fc.constantFrom(...Object.keys(right)), fc.jsonValue())
    .map(([key, junk]): unknown => ({ ...right, [key]: junk }));
  const forged = fc
    .tuple(fc.constantFrom('itemId', 'projectId'), fc.constantFrom(...BAD_IDS))
    .map(([key, id]): unknown => ({ ...right, [key]: id }));
  const lacking = fc.constantFrom(...Object.keys(right)).map((key): unknown => {
    const { [key]: _lost, ...rest } = right;
    return rest;
  });
  return fc.oneof(fc.jsonValue(), spoiled, forged, lacking);
};

let loop: Loop;
let valid: Awaited<ReturnType<typeof payloadsNow>>;
beforeAll(async () => {
  loop = await startLoop();
  valid = await payloadsNow(loop, await addGoals(loop));
}, 60_000);
afterAll(() => loop.close());

test.each(NAMES)('%s answers any junk with an envelope that says what is wrong', async (name) => {
  const right = valid[name]({ itemId: '10001', projectId: PROJECT });
  await fc.assert(
    fc.asyncProperty(junkFor(right), async (payload) => {
      fc.pre(!procedures[name].input.safeParse(payload).success);
      const answer = await answerOf(loop, 'po', name, payload);
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
      if (!answer.ok) expect(Object.keys(answer.error.fields ?? {})).not.toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a text of 40,000 characters is refused at its field, and nothing is written', async () => {
  const long = 'x'.repeat(40_000);
  const save = { itemId: '10001', seen: null, answer: { ...answerFor('g1'), by: long } };
  const answer = await answerOf(loop, 'po', 'answer.save', save);
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'invalid_input', fields: { 'answer.by': expect.any(String) } },
  });
  const goal = { projectId: PROJECT, rev: 0, goal: goalInput({ metric: long, unit: long }) };
  expect(await answerOf(loop, 'po', 'goal.save', goal)).toMatchObject({
    ok: false,
    error: { fields: { 'goal.metric': expect.any(String), 'goal.unit': expect.any(String) } },
  });
  expect(await loop.property(1, 'ladder-answer')).toBeUndefined();
});
