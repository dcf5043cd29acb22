import { expect, test } from '@jest/globals';
import { createDraftKeeper, type DraftState } from '../../../static/src/surfaces/item/draft-keeper';

/** A keeper with a clock that is moved by hand, and calls that end when the test says so. */
function setUp() {
  const sent: string[] = [];
  const states: DraftState[] = [];
  const ends: { done: () => void; fail: (error: Error) => void }[] = [];
  let timer: { at: number; run: () => void } | null = null;
  let now = 0;
  const keeper = createDraftKeeper<string>({
    send: (draft) => {
      sent.push(draft);
      return new Promise<void>((done, fail) => ends.push({ done, fail }));
    },
    finalOf: (error) => ((error as Error).message === 'too long' ? 'tooLong' : null),
    onState: (state) => states.push(state),
    later(ms, run) {
      const mine = { at: now + ms, run };
      timer = mine;
      return () => {
        if (timer === mine) timer = null;
      };
    },
  });
  const settle = () => new Promise<void>((done) => setTimeout(done, 0));
  return {
    keeper,
    sent,
    states,
    pass(ms: number) {
      now += ms;
      if (!timer || timer.at > now) return;
      const { run } = timer;
      timer = null;
      run();
    },
    async end(error?: string) {
      const call = ends.shift();
      if (error) call?.fail(new Error(error));
      else call?.done();
      await settle();
    },
    settle,
  };
}

test('what is typed is kept a moment after the last key, once', async () => {
  const { keeper, sent, states, pass, end } = setUp();
  keeper.typed('a');
  pass(500);
  keeper.typed('ab');
  pass(599);
  expect(sent).toEqual([]);
  pass(1);
  await end();
  pass(60_000);
  expect(sent).toEqual(['ab']);
  expect(states).toEqual(['kept']);
});

test('leaving a field keeps it at once, and nothing twice', async () => {
  const { keeper, sent, end } = setUp();
  keeper.typed('a');
  keeper.flush();
  await end();
  keeper.flush();
  expect(sent).toEqual(['a']);
});

test('what is typed while a call is on its way follows it', async () => {
  const { keeper, sent, pass, end } = setUp();
  keeper.typed('a');
  keeper.flush();
  keeper.typed('ab');
  keeper.flush();
  expect(sent).toEqual(['a']);
  await end();
  pass(600);
  expect(sent).toEqual(['a', 'ab']);
});

test('what was not kept is tried again, later each time, and says so', async () => {
  const { keeper, sent, states, pass, end } = setUp();
  keeper.typed('a');
  keeper.flush();
  await end('away');
  expect(states).toEqual(['failed']);
  pass(5_000);
  await end('away');
  pass(5_000);
  expect(sent).toHaveLength(2);
  pass(5_000);
  await end();
  expect(sent).toEqual(['a', 'a', 'a']);
  expect(states.at(-1)).toBe('kept');
});

test('a newer text takes the place of the one that was not kept', async () => {
  const { keeper, sent, pass, end } = setUp();
  keeper.typed('a');
  keeper.flush();
  keeper.typed('ab');
  await end('away');
  pass(5_000);
  expect(sent).toEqual(['a', 'ab']);
});

test('what can never be kept is not tried again until somebody types', async () => {
  const { keeper, sent, states, pass, end } = setUp();
  keeper.typed('a');
  keeper.flush();
  await end('too long');
  pass(600_000);
  expect(sent).toEqual(['a']);
  expect(states).toEqual(['tooLong']);
});

test('a save waits for the call on its way, and nothing comes in after it', async () => {
  const { keeper, sent, pass, end, settle } = setUp();
  keeper.typed('a');
  keeper.flush();
  keeper.typed('ab');
  let waited = false;
  void keeper.pause().then(() => (waited = true));
  await settle();
  expect(waited).toBe(false);
  await end();
  expect(waited).toBe(true);
  keeper.stop();
  pass(600_000);
  expect(sent).toEqual(['a']);
});

test('after a refused save the keeping goes on', async () => {
  const { keeper, sent, pass } = setUp();
  keeper.typed('a');
  await keeper.pause();
  pass(600_000);
  expect(sent).toEqual([]);
  keeper.resume();
  pass(600);
  expect(sent).toEqual(['a']);
});

test('a form that is closed sends its last text behind the one on its way', async () => {
  const { keeper, sent, end } = setUp();
  keeper.typed('a');
  keeper.flush();
  keeper.typed('ab');
  void keeper.close();
  await end();
  expect(sent).toEqual(['a', 'ab']);
});

test('a page that goes sends its last text beside the one on its way, and once more behind it', async () => {
  const { keeper, sent, pass, end } = setUp();
  keeper.typed('a');
  keeper.flush();
  keeper.typed('ab');
  keeper.leave();
  expect(sent).toEqual(['a', 'ab']);
  // The page is still there: the older text may have come in last.
  await end();
  await end();
  pass(600);
  expect(sent).toEqual(['a', 'ab', 'ab']);
});

test('a page that goes with nothing on its way sends what waits once', async () => {
  const { keeper, sent, pass, end } = setUp();
  keeper.typed('a');
  keeper.leave();
  keeper.leave();
  await end();
  pass(60_000);
  expect(sent).toEqual(['a']);
});

test('a save waits for everything on its way', async () => {
  const { keeper, end, settle } = setUp();
  keeper.typed('a');
  keeper.flush();
  keeper.typed('ab');
  keeper.leave();
  let waited = false;
  void keeper.pause().then(() => (waited = true));
  await end();
  expect(waited).toBe(false);
  await end();
  await settle();
  expect(waited).toBe(true);
});

test('a page that goes while a save is under way keeps the text that may be refused', async () => {
  const { keeper, sent } = setUp();
  keeper.typed('a');
  await keeper.pause();
  keeper.leave();
  expect(sent).toEqual(['a']);
});

test('a page that goes just after its form was closed sends the last text too', async () => {
  const { keeper, sent, end } = setUp();
  keeper.typed('a');
  keeper.flush();
  keeper.typed('ab');
  void keeper.close();
  keeper.leave();
  expect(sent).toEqual(['a', 'ab']);
  await end();
  await end();
});
