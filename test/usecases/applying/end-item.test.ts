// The end of a kill: calls that are lost, put off or refused, one after the other.
import { describe, expect, test } from '@jest/globals';
import { AppError } from '../../../src/domain/errors';
import { applyOne } from '../../../src/usecases/apply-decisions';
import type { ApplyPorts } from '../../../src/usecases/applying/ports';
import {
  applyWorld,
  DONE,
  entry,
  exitTo,
  failing,
  options,
  patienceOf,
  resolutionField,
  TO_DO,
  viewOf,
  WONT_DO,
  type Step,
} from '../apply-world';

type Site = ReturnType<typeof applyWorld>;
const LOST = new AppError('jira_unavailable', 'lost');
const NO = new AppError('forbidden', 'Not you.');
const BUSY = new AppError('rate_limited', 'busy', { details: { retryAfter: 3 } });

function kill({ browser }: Site, step?: Step, more: Partial<ApplyPorts> = {}) {
  const ports = { ...browser('ann', step), ...more };
  return applyOne(ports, patienceOf(ports), entry('kill', { reason: ' Too late ' }), options());
}

/** Just before the `nth` call of this name. */
const before = (call: string, happen: () => unknown, nth = 1): Step => {
  let calls = 0;
  return async (name, run) => {
    if (name === call && (calls += 1) === nth) await happen();
    return run();
  };
};
/** Fails like the one, and then like the other. */
const both =
  (one: Step, other: Step): Step =>
  (name, run) =>
    one(name, () => other(name, run));

const UNSURE = { kind: 'failed', code: 'jira_unavailable', words: '' };

describe('before the transition', () => {
  test.each([
    ['look', LOST],
    ['exits', LOST],
    ['exits', NO],
    ['look', NO],
  ])('a kill whose "%s" gets no answer is given up', async (call, error) => {
    const site = applyWorld();
    const outcome = await kill(site, failing(call, error, { times: 4 }));
    expect(outcome).toEqual({ ...UNSURE, rev: site.world.kept?.rev });
    expect(site.world).toMatchObject({ moves: [], comments: [], kept: { intent: null } });
  });

  test('an intent that cannot be given up stays for the night', async () => {
    const site = applyWorld();
    const step = both(failing('look', NO), failing('drop', LOST, { times: 9 }));
    const outcome = await kill(site, step);
    expect(outcome).toEqual({ ...UNSURE, rev: 1 });
    expect(site.world.kept?.intent).not.toBeNull();
  });

  test('an intent whose giving up is lost on the way back is given up', async () => {
    const site = applyWorld();
    const step = both(failing('look', NO), failing('drop', LOST, { made: true }));
    expect(await kill(site, step)).toEqual({ ...UNSURE, rev: site.world.kept?.rev });
    expect(site.world.kept?.intent).toBeNull();
  });
});

describe('the transition', () => {
  test('that is lost is made again after one, two and three seconds, and then given up', async () => {
    const waits: number[] = [];
    const site = applyWorld();
    const sleep = async (ms: number) => void waits.push(ms);
    expect(await kill(site, failing('move', LOST, { times: 2 }), { sleep })).toMatchObject({
      kind: 'applied',
    });
    expect([waits, site.world.moves.length]).toEqual([[1_000, 2_000], 1]);
    const other = applyWorld();
    let sent = 0;
    const always = failing('move', LOST, { times: 9 });
    const counting: Step = async (name, run) => {
      if (name === 'move') sent += 1;
      return always(name, run);
    };
    expect(await kill(other, counting)).toEqual({ ...UNSURE, rev: other.world.kept?.rev });
    expect([sent, other.world.kept?.intent]).toEqual([3, null]);
  });

  test('that was made though its reply was lost is made once', async () => {
    const site = applyWorld();
    expect(await kill(site, failing('move', LOST, { made: true }))).toMatchObject({
      kind: 'applied',
      unrecorded: false,
    });
    expect(site.world.moves).toHaveLength(1);
  });

  test('of which nobody can say whether it was made leaves the intent to the night', async () => {
    const site = applyWorld();
    const silent: Step = async (name, run) => {
      if (name === 'look' && site.world.moves.length > 0) throw LOST;
      return run();
    };
    const outcome = await kill(site, both(silent, failing('move', LOST, { made: true })));
    expect(outcome).toEqual({ ...UNSURE, rev: 1 });
    expect(site.world.kept?.intent).not.toBeNull();
    await site.night();
    expect(site.world.acts).toMatchObject([{ kind: 'decision.kill' }]);
  });

  test('that was made is known as one’s own even where Jira does not say who moved it', async () => {
    const site = applyWorld();
    const step = both(failing('move', LOST, { made: true }), failing('history', NO));
    expect(await kill(site, step)).toMatchObject({ kind: 'applied', unrecorded: false });
    // Closed by somebody else before anything was sent, it is not.
    const other = applyWorld();
    const closed = before('look', () => (other.world.statusId = DONE));
    expect(await kill(other, both(closed, failing('history', NO)))).toMatchObject({
      kind: 'changed',
      changed: ['closed'],
    });
  });

  test('that Jira puts off is begun anew, five times at most', async () => {
    const site = applyWorld();
    expect(await kill(site, failing('move', BUSY, { times: 4 }))).toMatchObject({
      kind: 'applied',
    });
    expect(site.world.moves).toHaveLength(1);
    const other = applyWorld();
    expect(await kill(other, failing('move', BUSY, { times: 5 }))).toEqual({
      ...{ kind: 'failed', code: 'rate_limited', words: '', rev: other.world.kept?.rev },
    });
    expect(other.world.kept?.intent).toBeNull();
  });

  test('that is refused is told in words, unless the item has changed just then', async () => {
    const site = applyWorld();
    expect(await kill(site, failing('move', NO))).toEqual({
      ...{ kind: 'refused', why: { kind: 'words', words: 'Not you.' } },
      rev: site.world.kept?.rev,
    });
    for (const [change, changed] of [
      [{ gone: true }, 'gone'],
      [{ answer: { why: 'run' } }, 'answer'],
      [{ projectId: '2' }, 'project'],
    ] as const) {
      const other = applyWorld();
      const late = before('move', () => Object.assign(other.world, change));
      const step = both(late, failing('move', NO));
      expect(await kill(other, step)).toMatchObject({ kind: 'changed', changed: [changed] });
    }
  });

  test('takes the comment along only where it has a screen, and a resolution only where it has one', async () => {
    const sent: unknown[] = [];
    const withScreen = exitTo(WONT_DO, "Won't", true, {
      ...{ hasScreen: true, fields: [{ ...resolutionField, required: true }] },
    });
    for (const exits of [[exitTo(DONE, 'Done', true)], [withScreen]]) {
      const site = applyWorld({ exits });
      const ports = site.browser('ann');
      const move: ApplyPorts['move'] = async (itemId, exitId, more) => {
        sent.push(more);
        await ports.move(itemId, exitId, more);
      };
      const all = { ...ports, move };
      const one = entry('kill', { reason: ' Too late ' });
      const more = options({ kill: { statusId: null, resolutionId: '2' } });
      await applyOne(all, patienceOf(all), one, more);
      expect(site.world.comments).toHaveLength(1);
    }
    const comment = 'Ended by the forum. Too late';
    expect(sent).toEqual([{}, { resolutionId: '2', comment }]);
  });
});

describe('after the transition', () => {
  test('a comment that is refused is said, and the kill is recorded', async () => {
    const site = applyWorld();
    expect(await kill(site, failing('comment', NO))).toMatchObject({
      ...{ kind: 'applied', unrecorded: false, uncommented: true },
    });
  });

  test('an item that is open again when it is recorded is not killed', async () => {
    const site = applyWorld();
    const reopened = before('finish', () => {
      site.world.statusId = TO_DO;
    });
    expect(await kill(site, reopened)).toMatchObject({ kind: 'changed', changed: ['status'] });
    expect(site.world).toMatchObject({ acts: [], kept: { intent: null, now: null } });
  });

  test('a record that storage loses three times is the night’s', async () => {
    const site = applyWorld();
    const faster = (view: unknown) =>
      new AppError('conflict', 'faster', { details: { changed: ['decision'], view } });
    let asked = 0;
    const finish = async () => {
      asked += 1;
      throw faster(viewOf(site.world.kept));
    };
    expect(await kill(site, undefined, { finish })).toMatchObject({
      ...{ kind: 'applied', view: null, unrecorded: 'night' },
    });
    expect(asked).toBe(3);
    // Without the intent nobody records it.
    const other = applyWorld();
    const gone = { ...viewOf(site.world.kept), intent: null };
    const never = async () => Promise.reject(faster(gone));
    expect(await kill(other, undefined, { finish: never })).toMatchObject({ unrecorded: 'never' });
  });
});
