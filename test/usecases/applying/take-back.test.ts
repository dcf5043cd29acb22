// Taking back what was applied: calls that are lost, put off or refused, and items that went on.
import { describe, expect, test } from '@jest/globals';
import type { DecisionView } from '../../../src/contract/decision-procedures';
import type { DecisionKind } from '../../../src/domain/decision';
import { AppError } from '../../../src/domain/errors';
import { applyDecisions, applyOne } from '../../../src/usecases/apply-decisions';
import type { ApplyPorts } from '../../../src/usecases/applying/ports';
import { takeBackOne } from '../../../src/usecases/applying/take-back';
import {
  applyWorld,
  DONE,
  entry,
  failing,
  options,
  patienceOf,
  TO_DO,
  viewOf,
  type Step,
} from '../apply-world';

const LOST = new AppError('jira_unavailable', 'lost');
const NO = new AppError('forbidden', 'Not you.');
const BUSY = new AppError('rate_limited', 'busy', { details: { retryAfter: 3 } });
const UNSURE = { kind: 'failed', code: 'jira_unavailable', words: '' };
const OTHERWISE = { kind: 'changed', changed: ['decision'] };

async function decided(kind: DecisionKind) {
  const site = applyWorld();
  const ports = site.browser('ann');
  await applyOne(ports, patienceOf(ports), entry(kind), options());
  const view = viewOf(site.world.kept);
  const back = (step?: Step, more: Partial<ApplyPorts> = {}, seen: DecisionView = view) => {
    const own = { ...site.browser('ann', step), ...more };
    const patience = patienceOf(own);
    return takeBackOne(own, patience, { itemId: '1', itemKey: 'SHOP-1', view: seen });
  };
  return { ...site, view, back };
}

describe('the way back', () => {
  test('that is lost is taken again after one, two and three seconds, and then given up', async () => {
    const waits: number[] = [];
    const sleep = async (ms: number) => void waits.push(ms);
    const { world, back } = await decided('kill');
    expect(await back(failing('move', LOST, { times: 2 }), { sleep })).toMatchObject({
      kind: 'undone',
    });
    expect([waits, world.statusId]).toEqual([[1_000, 2_000], TO_DO]);
    const other = await decided('kill');
    expect(await other.back(failing('move', LOST, { times: 3 }), { sleep })).toEqual(UNSURE);
    expect(waits.slice(2)).toEqual([1_000, 2_000, 3_000]);
    expect(other.world.kept?.now?.kind).toBe('kill');
  });

  test('that Jira puts off waits as long as it asks', async () => {
    const { world, back } = await decided('kill');
    const start = world.now;
    expect(await back(failing('move', BUSY))).toMatchObject({ kind: 'undone' });
    expect(world.now - start).toBe(3_000);
  });

  test('that is refused is told in words', async () => {
    const { back } = await decided('kill');
    expect(await back(failing('move', NO))).toEqual({
      ...{ kind: 'refused', why: { kind: 'words', words: 'Not you.' } },
    });
  });

  test('of an item that is gone by then is not there', async () => {
    const { world, back } = await decided('kill');
    const step: Step = async (name, run) => {
      if (name === 'look') world.gone = true;
      return run();
    };
    expect(await back(step)).toEqual({ kind: 'changed', changed: ['gone'] });
  });

  test('leaves a resolution where Jira keeps it, and that is said', async () => {
    const { world, back } = await decided('kill');
    const step: Step = async (name, run) => {
      const result = await run();
      if (name === 'move') world.resolutionId = '1';
      return result;
    };
    expect(await back(step)).toMatchObject({ kind: 'undone', keepsResolution: true });
  });

  test('is over where the night took the kill back in between', async () => {
    const { world, back } = await decided('kill');
    let asked = 0;
    const step: Step = async (name, run) => {
      if (name === 'undo' && (asked += 1) === 2)
        throw new AppError('not_found', 'nothing stands any more');
      return run();
    };
    expect(await back(step)).toEqual({ kind: 'undone', view: null, keepsResolution: false });
    expect(world.statusId).toBe(TO_DO);
  });
});

describe('Ladder', () => {
  test('that has nothing left to take back has taken it back, if the reply to it was lost', async () => {
    const nothing = new AppError('not_found', 'nothing stands');
    for (const first of [LOST, BUSY]) {
      const { back } = await decided('park');
      const answers = [first, nothing];
      const undo = async () => Promise.reject(answers.shift() ?? NO);
      expect(await back(undefined, { undo })).toEqual({
        ...{ kind: 'undone', view: null, keepsResolution: false },
      });
    }
    const { world, back } = await decided('park');
    const undo = async () => Promise.reject(nothing);
    expect(await back(undefined, { undo })).toEqual(OTHERWISE);
    world.gone = true;
    expect(await back(undefined, { undo })).toEqual({ kind: 'changed', changed: ['gone'] });
  });

  test('is asked over newer revisions of the same decision, four times at most', async () => {
    const { view, back } = await decided('park');
    const revs: number[] = [];
    const undo = (grows: number) => async (_itemId: string, rev: number) => {
      revs.push(rev);
      const details = { changed: ['decision'], view: { ...view, rev: rev + grows } };
      throw new AppError('conflict', 'changed', { details });
    };
    expect(await back(undefined, { undo: undo(2) })).toEqual(OTHERWISE);
    expect(revs.map((rev) => rev - view.rev)).toEqual([0, 2, 4, 6]);
    revs.length = 0;
    expect(await back(undefined, { undo: undo(0) })).toEqual(OTHERWISE);
    expect(revs).toHaveLength(1);
  });

  test('that says nothing of use about a conflict has another decision', async () => {
    const { back } = await decided('park');
    for (const details of [undefined, { changed: ['decision'], view: null }]) {
      const undo = async () => Promise.reject(new AppError('conflict', 'changed', { details }));
      expect(await back(undefined, { undo })).toEqual(OTHERWISE);
    }
  });

  test('has nothing to take back where the page shows no decision', async () => {
    const { view, back } = await decided('park');
    expect(await back(undefined, {}, { ...view, now: null })).toEqual(OTHERWISE);
  });
});

test('a stop leaves what was not begun; what nobody foresaw is a failure', async () => {
  const { browser, view, back } = await decided('park');
  const ports = browser('ann');
  const patience = { ...patienceOf(ports), stopped: true };
  const standing = { itemId: '1', itemKey: 'SHOP-1', view };
  expect(await takeBackOne(ports, patience, standing)).toEqual({ kind: 'left' });
  const undo = async () => Promise.reject(new Error('odd'));
  expect(await back(undefined, { undo })).toEqual({ kind: 'failed', code: 'internal', words: '' });
});

describe('a run', () => {
  const hears = (ended: unknown[], pauses: unknown[] = []) => ({
    onStart: () => undefined,
    onPause: (until: number | null) => void pauses.push(until),
    onOutcome: (_entry: unknown, outcome: unknown) => void ended.push(outcome),
  });

  test('of what Ladder does alone ends with what is kept', async () => {
    const site = applyWorld();
    const ended: unknown[] = [];
    await applyDecisions([entry('park')], site.browser('ann'), options(), hears(ended)).done;
    const view = viewOf(site.world.kept);
    expect(ended).toEqual([{ kind: 'applied', view, unrecorded: false, uncommented: false }]);
  });

  test('that is stopped while Jira is busy ends at once, and says that it waits no more', async () => {
    const site = applyWorld();
    const [ended, pauses]: unknown[][] = [[], []];
    const ports = {
      ...site.browser('ann', failing('begin', BUSY)),
      // Nobody lets the time pass.
      sleep: () => new Promise<void>(() => undefined),
    };
    const run = applyDecisions([entry('park')], ports, options(), {
      ...hears(ended ?? []),
      onPause: (until) => {
        pauses?.push(until);
        if (until !== null) run.stop();
      },
    });
    await run.done;
    expect(ended).toEqual([{ kind: 'left', rev: 0 }]);
    expect(pauses).toEqual([site.world.now + 3_000, null]);
  });

  test('never rejects: what nobody foresaw, and a kill without its intent, are failures', async () => {
    const failed = { kind: 'failed', code: 'internal', words: '' };
    const site = applyWorld();
    const ports = site.browser('ann');
    const odd = { ...ports, begin: async () => Promise.reject(new Error('odd')) };
    expect(await applyOne(odd, patienceOf(odd), entry('park'), options())).toEqual({
      ...{ ...failed, rev: 0 },
    });
    const stored: DecisionView = {
      ...{ itemId: '1', rev: 7, now: null, intent: null, written: true, past: [] },
    };
    const bare = { ...ports, begin: async () => stored };
    expect(await applyOne(bare, patienceOf(bare), entry('kill'), options())).toEqual({
      ...{ ...failed, rev: 7 },
    });
    expect(site.world.statusId).not.toBe(DONE);
  });

  test('that is stopped after a kill was begun gives its intent up', async () => {
    const site = applyWorld();
    const ports = site.browser('ann', failing('look', BUSY));
    const patience = patienceOf(ports);
    patience.onPause = () => {
      patience.stopped = true;
    };
    expect(await applyOne(ports, patience, entry('kill'), options())).toEqual({
      ...{ kind: 'left', rev: site.world.kept?.rev },
    });
    expect(site.world.kept?.intent).toBeNull();
  });
});
