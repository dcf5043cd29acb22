// What the panel asks before it is useful: one run of the app, and one round of Jira calls beside it.
import './page-bridge';
import { afterEach, expect, test } from '@jest/globals';
import { createFormat } from '../../static/src/format';
import { loadItem } from '../../static/src/surfaces/item/load';
import { answerBridge, bridgeCalls, resetBridge } from '../support/bridge';
import { addGoal, answerFor, issue, startLoop, TYPE, type Loop } from '../support/loop';
import { account, type Person } from '../support/small-site';

interface ProductRequest {
  restPath: string;
  fetchRequestInit: { method?: string; body?: string };
}

/** The page's bridge leads to the host; notes how many calls were open when each one began. */
function connect(loop: Loop, as: Person): { begun: number[] } {
  const begun: number[] = [];
  let open = 0;
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    begun.push(open);
    open += 1;
    try {
      return await work();
    } finally {
      open -= 1;
    }
  };
  answerBridge('invoke', (payload) => {
    const { functionKey, payload: input } = payload as {
      functionKey: 'item.open';
      payload: unknown;
    };
    return counted(() => loop.invoke(as, functionKey, input));
  });
  answerBridge('fetchProduct', (payload) => {
    const { restPath, fetchRequestInit } = payload as ProductRequest;
    return counted(async () => {
      const { status, body } = await loop.host.jira.handle({
        method: fetchRequestInit.method ?? 'GET',
        path: restPath,
        headers: {},
        body: fetchRequestInit.body ?? '',
        caller: { principal: 'browser', accountId: account(as) },
        fromApp: true,
      });
      return { status, statusText: '', headers: {}, body };
    });
  });
  return { begun };
}

afterEach(resetBridge);

const callsOf = ({ host }: Loop, principal: string) =>
  host.jira
    .ledger()
    .calls.filter((line) => line.principal === principal)
    .map(({ method, route, count }) => `${count} ${method} ${route}`)
    .sort();

test('the panel needs one run of the app beside one read of Jira, with and without a parent', async () => {
  const loop = await startLoop([
    issue(1, { typeId: TYPE.epic }),
    issue(2, { parentId: '10001' }),
    issue(3),
  ]);
  try {
    const goal = await addGoal(loop);
    await loop.call('dev', 'answer.save', {
      itemId: '10001',
      seen: null,
      answer: answerFor(goal),
    });
    for (const [itemId, reads] of [
      ['10002', 2],
      ['10003', 1],
    ] as const) {
      const { begun } = connect(loop, 'viewer');
      loop.host.jira.resetLedger();
      const data = await loadItem(itemId, undefined, Date.now, createFormat('en-US', 'UTC'));
      expect(data.parent?.answer.kind).toBe(reads === 2 ? 'value' : undefined);
      expect(bridgeCalls('invoke')).toEqual([
        expect.objectContaining({ functionKey: 'item.open' }),
      ]);
      // Neither waits for the other.
      expect(begun).toEqual([0, 1]);
      expect(callsOf(loop, 'browser')).toEqual(['1 GET /rest/api/3/issue/{issueIdOrKey}']);
      // Inside the run: the right to see the item, the item, and its parent where it has one.
      expect(callsOf(loop, 'user')).toEqual(
        ['1 GET /rest/api/3/mypermissions', `${reads} GET /rest/api/3/issue/{issueIdOrKey}`].sort(),
      );
      expect(callsOf(loop, 'app')).toEqual([]);
      resetBridge();
    }
  } finally {
    await loop.close();
  }
}, 60_000);
