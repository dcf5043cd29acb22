import { beforeEach, expect, test } from '@jest/globals';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useDismissed } from '../../../static/src/surfaces/project/outcome/use-signals';
import { answerBridge, resetBridge } from '../../support/bridge';

beforeEach(resetBridge);

interface Dismissal {
  signal: string;
  dismissed: boolean;
}

/** A server that reads its list when it is asked and writes it when it answers. */
function slowServer(refused: readonly string[] = []) {
  let kept: string[] = [];
  const waiting: (() => void)[] = [];
  const sent: string[] = [];
  answerBridge('invoke', (call) => {
    const { signal } = (call as { payload: Dismissal }).payload;
    const read = kept;
    sent.push(signal);
    return new Promise((resolve) =>
      waiting.push(() => {
        if (refused.includes(signal))
          return resolve({
            ok: false,
            error: { code: 'internal', message: 'No', requestId: 'r1' },
          });
        kept = [...read, signal];
        resolve({ ok: true, data: { dismissed: kept } });
      }),
    );
  });
  return { sent, answer: () => waiting.shift()?.(), kept: () => kept };
}

const show = () => {
  const project = { projectId: '10', dismissedSignals: [] as string[] };
  return renderHook(() => useDismissed(project));
};

test('signals that are dismissed quickly are sent one after the other, and none comes back', async () => {
  const server = slowServer();
  const { result } = show();
  const done: Promise<void>[] = [];
  act(() => void done.push(result.current.dismiss('a', true), result.current.dismiss('b', true)));
  expect(result.current.dismissed).toEqual(['a', 'b']);
  await waitFor(() => expect(server.sent).toEqual(['a']));
  await act(async () => {
    server.answer();
    await done[0];
  });
  expect(result.current.dismissed).toEqual(['a', 'b']);
  await waitFor(() => expect(server.sent).toEqual(['a', 'b']));
  await act(async () => {
    server.answer();
    await done[1];
  });
  expect([server.kept(), result.current.dismissed]).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
});

test('one that could not be saved comes back, and the next is sent all the same', async () => {
  const server = slowServer(['a']);
  const { result } = show();
  const done: Promise<void>[] = [];
  act(() => void done.push(result.current.dismiss('a', true), result.current.dismiss('b', true)));
  await waitFor(() => expect(server.sent).toEqual(['a']));
  await act(async () => {
    server.answer();
    await expect(done[0]).rejects.toThrow();
  });
  expect(result.current.dismissed).toEqual(['b']);
  await waitFor(() => expect(server.sent).toEqual(['a', 'b']));
  await act(async () => {
    server.answer();
    await done[1];
  });
  expect(result.current.dismissed).toEqual(['b']);
});
