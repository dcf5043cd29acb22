import { expect, test } from '@jest/globals';
import {
  LeftError,
  limitCalls,
  type JiraCall,
} from '../../../static/src/surfaces/project/gather/jira-call';

/** A Jira whose answers wait until the test lets them go. */
function slowJira() {
  const open: (() => void)[] = [];
  let most = 0;
  const jira = async () => {
    await new Promise<void>((resolve) => {
      open.push(resolve);
      most = Math.max(most, open.length);
    });
    return { count: 1 };
  };
  const release = async () => {
    while (open.length > 0) {
      open.shift()?.();
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    }
  };
  return { jira: jira as unknown as JiraCall, release, most: () => most, open };
}

const turns = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

test('no more calls run side by side than allowed, and all of them are answered', async () => {
  const slow = slowJira();
  const { jira } = limitCalls(slow.jira, 4)();
  const answers = Promise.all(Array.from({ length: 11 }, () => jira('count', {})));
  await turns();
  await slow.release();
  expect(await answers).toHaveLength(11);
  expect(slow.most()).toBe(4);
});

test('a view that is left asks nothing more and takes no late answer', async () => {
  const slow = slowJira();
  const openCalls = limitCalls(slow.jira, 1);
  const left = openCalls();
  const calls = [left.jira('count', {}), left.jira('count', {})];
  const settled = Promise.allSettled(calls);
  await turns();
  left.leave();
  await slow.release();
  for (const result of await settled)
    expect(result).toMatchObject({ status: 'rejected', reason: new LeftError() });
  const next = openCalls().jira('count', {});
  await turns();
  await slow.release();
  expect(await next).toEqual({ count: 1 });
});

test('a refused call gives its place to the next one', async () => {
  let asked = 0;
  const jira = (async () => {
    asked += 1;
    if (asked === 1) throw new Error('no');
    return { count: 2 };
  }) as unknown as JiraCall;
  const calls = limitCalls(jira, 1)();
  await expect(calls.jira('count', {})).rejects.toThrow('no');
  expect(await calls.jira('count', {})).toEqual({ count: 2 });
});
