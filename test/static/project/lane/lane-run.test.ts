import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fingerprint } from '../../../../src/contract/fingerprint';
import type { Output, Payload } from '../../../../src/contract/procedures';
import { writeAnswer } from '../../../../src/contract/properties';
import type { AnswerConflict } from '../../../../src/contract/shapes';
import { keep, type KeptAnswer } from '../../../../src/domain/answer';
import { CallError } from '../../../../static/src/forge';
import { createLaneRunner } from '../../../../static/src/surfaces/project/backlog/lane/lane-run';
import { planStep, type Act } from '../../../../static/src/surfaces/project/backlog/lane/plan';
import { half, laneItem } from './items';

type Save = Payload<'answer.save'>;
type Saved = Output<'answer.save'>;

const goal: Act = { kind: 'goal', why: 'test', goal: 'g1', fromParent: true };
const run: Act = { kind: 'run', because: 'tax law' };
const sources = { sentences: new Map(), goals: [], today: '2026-11-21' };
const GOALS = new Set(['g1']);

const accepted = ({ answer }: Save): Saved => {
  const value = writeAnswer(keep(answer, { when: 'before', answered: '2026-11-21' }));
  return { answer: value, seen: fingerprint(value) ?? '' };
};

function runnerWith(answer: (save: Save) => Saved) {
  const saves: Save[] = [];
  let clock = 0;
  const runner = createLaneRunner({
    save: async (payload) => {
      saves.push(payload);
      return answer(payload);
    },
    sleep: async (ms) => {
      clock += ms;
    },
    now: () => clock,
  });
  const ended = () =>
    new Promise<void>((resolve) => {
      const leave = runner.subscribe(() => {
        if (runner.view()?.running) return;
        leave();
        resolve();
      });
    });
  const start = async (items: ReturnType<typeof laneItem>[], act: Act) => {
    const over = ended();
    runner.start(
      items.map((item) => planStep(item, act, sources)),
      sources,
      GOALS,
    );
    await over;
  };
  return { runner, saves, start, ended };
}

const conflict = (value: KeptAnswer | null): CallError => {
  const written = value && writeAnswer(value);
  const details: AnswerConflict = {
    seen: fingerprint(written),
    found: written ? { kind: 'value', answer: written } : { kind: 'none' },
  };
  return new CallError('conflict', 'changed', { details, requestId: 'r1' });
};

test('each item is saved once with what was seen of it, and told once', async () => {
  const { runner, saves, start } = runnerWith(accepted);
  const begun = laneItem(2, half({ by: 'x' }));
  await start([laneItem(1), begun], run);
  expect(saves.map(({ itemId, seen }) => [itemId, seen])).toEqual([
    ['1', null],
    ['2', begun.seen],
  ]);
  expect(runner.view()).toMatchObject({ ended: 2, whole: 2, touched: ['SHOP-1', 'SHOP-2'] });
  expect(runner.takeAnswered()).toEqual([
    { to: 'run', half: false, parentId: null },
    { to: 'run', half: true, parentId: null },
  ]);
  expect(runner.takeAnswered()).toEqual([]);
});

test('an item that is still half is not told as answered, and can be saved again', async () => {
  const { runner, saves, start } = runnerWith(accepted);
  const listed = laneItem(1);
  await start([listed], goal);
  expect(runner.view()).toMatchObject({ whole: 0, half: 1 });
  expect(runner.takeAnswered()).toEqual([]);
  // The search may go on giving what it held before.
  await start([runner.current(listed)], run);
  expect(saves[1]?.seen).toBe(fingerprint(writeAnswer(half({ why: 'test', goal: 'g1' }))));
  expect(runner.current(listed).own?.why).toBe('run');
});

test('only what failed is tried again, planned on what stands there now', async () => {
  const theirs = half({ by: 'their way', goal: 'g1' });
  let first = true;
  const { runner, saves, start, ended } = runnerWith((save) => {
    if (save.itemId === '2' && first) {
      first = false;
      throw conflict(theirs);
    }
    return accepted(save);
  });
  await start([laneItem(1), laneItem(2), laneItem(3)], goal);
  expect(runner.view()?.failed).toMatchObject([
    { refusal: { reason: 'Changed meanwhile: somebody else has begun an answer.', again: true } },
  ]);
  const over = ended();
  runner.retry();
  await over;
  expect(saves).toHaveLength(4);
  expect(saves[3]).toMatchObject({
    itemId: '2',
    seen: fingerprint(writeAnswer(theirs)),
    answer: { by: 'their way', why: 'test' },
  });
  expect(runner.view()).toMatchObject({ total: 3, ended: 3, half: 3, failed: [] });
});

test('what somebody else wrote meanwhile is never overwritten by trying again', async () => {
  const whole = keep({ why: 'run', because: 'theirs' }, { when: 'before', answered: '2026-11-20' });
  const { runner, saves, start } = runnerWith((save) => {
    throw conflict(save.itemId === '1' ? whole : half({ by: 'their way' }));
  });
  await start([laneItem(1), laneItem(2)], run);
  expect(runner.view()?.failed.map(({ refusal }) => refusal.again)).toEqual([false, false]);
  runner.retry();
  expect(saves).toHaveLength(2);
});

test('the reason of each failure is a sentence about the item', async () => {
  const errors = [
    new CallError('forbidden', 'no', { requestId: 'r' }),
    new CallError('not_found', 'no', { requestId: 'r' }),
    new CallError('invalid_input', 'no', { fields: { 'answer.goal': 'This goal is not active.' } }),
    new Error('anything'),
  ];
  const { runner, start } = runnerWith(() => {
    throw errors.shift() ?? new Error('none left');
  });
  await start(
    [1, 2, 3, 4].map((n) => laneItem(n)),
    run,
  );
  expect(runner.view()?.failed.map(({ refusal }) => refusal.reason)).toEqual([
    'You may not edit it.',
    'It was deleted, or you can’t see it any more.',
    'This goal is not active.',
    'Something went wrong. Trying again may help.',
  ]);
});

test('an item that somebody else is saving does not hold up the others; a busy Jira does', async () => {
  const refusals = (details?: object) => {
    let first = true;
    return ({ itemId, ...save }: Save): Saved => {
      if (itemId !== '1' || !first) return accepted({ itemId, ...save });
      first = false;
      throw new CallError('rate_limited', 'Try again.', { details });
    };
  };
  const pausesOf = async (details?: object) => {
    const { runner, start } = runnerWith(refusals(details));
    const pauses = new Set<number | null | undefined>();
    runner.subscribe(() => pauses.add(runner.view()?.pausedUntil));
    await start([laneItem(1), laneItem(2)], run);
    expect(runner.view()).toMatchObject({ whole: 2 });
    return [...pauses];
  };
  expect(await pausesOf()).toEqual([null]);
  expect(await pausesOf({ retryAfter: 7, reason: null })).toContain(7_000);
});

test('the counts of a run always add up to its items', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('ok', 'no', 'conflict'), { maxLength: 20 }),
      async (kinds) => {
        if (kinds.length === 0) return;
        const { runner, start } = runnerWith((save) => {
          const kind = kinds[Number(save.itemId)];
          if (kind === 'no') throw new CallError('forbidden', 'no');
          if (kind === 'conflict') throw conflict(half({ by: 'x' }));
          return accepted(save);
        });
        await start(
          kinds.map((_, n) => laneItem(n)),
          goal,
        );
        const view = runner.view();
        expect(
          (view?.whole ?? 0) + (view?.half ?? 0) + (view?.left ?? 0) + (view?.failed.length ?? 0),
        ).toBe(kinds.length);
        expect(view?.ended).toBe(kinds.length);
        expect(view?.touched).toHaveLength(kinds.filter((kind) => kind === 'ok').length);
      },
    ),
    { numRuns: 40 },
  );
});
