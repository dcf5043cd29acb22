// How a result is kept when it was only marked as shown meanwhile, when an answer is lost, and when
// storage does not take it.
import { expect, test } from '@jest/globals';
import { writeAnswer } from '../../src/contract/properties';
import type { KeptResult } from '../../src/ports';
import { giveResult } from '../../src/usecases/give-result';
import { anAnswer } from '../support/builders';
import { failing, oneItem, type OneItem, type Step } from './one-item';

const DONE = { category: 'done' as const };
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'threw',
  );

/** Somebody else shows the record again just before each of the first `times` records is stored. */
function shownMeanwhile(times: number, held: () => OneItem): { step: Step; stored: () => number } {
  let stored = 0;
  const step: Step = async (name, run) => {
    if (name === 'store' && (stored += 1) <= times) {
      const { result } = held();
      if (result) held().result = { ...result, writes: result.writes + 1 };
    }
    return run();
  };
  return { step, stored: () => stored };
}

async function given(step: Step): Promise<ReturnType<typeof oneItem> & { kept: KeptResult }> {
  let isReady = false;
  const site = oneItem((name, run) => (isReady ? step(name, run) : Promise.resolve(run())), DONE);
  site.held.property = writeAnswer(anAnswer());
  await giveResult(site.ports, 'po', { itemId: '1', result: 'flat', rev: 0 });
  isReady = true;
  if (!site.held.result) throw new Error('no result was kept');
  return { ...site, kept: site.held.result };
}

test('who was only overtaken by somebody who showed the record again is not refused', async () => {
  const { step } = shownMeanwhile(4, () => site.held);
  const site = await given(step);
  const { ports, held, kept } = site;
  expect(
    await giveResult(ports, 'dev', { itemId: '1', result: 'moved', rev: kept.rev }),
  ).toMatchObject({ given: { result: 'moved', by: 'dev' } });
  expect(held.acts.map(({ by }) => by)).toEqual(['po', 'dev']);
});

test('a record that never stands still is given up after five tries', async () => {
  const { step, stored } = shownMeanwhile(Infinity, () => site.held);
  const site = await given(step);
  const { ports, held, kept } = site;
  const again = giveResult(ports, 'dev', { itemId: '1', result: 'moved', rev: kept.rev });
  expect(await codeOf(again)).toBe('conflict');
  expect(stored()).toBe(5);
  expect(held.result?.given?.result).toBe('flat');
});

test('a result whose answer was lost on the way is kept once', async () => {
  const { ports, held, kept } = await given(failing('store', { times: 1, after: true }));
  await giveResult(ports, 'dev', { itemId: '1', result: 'moved', rev: kept.rev });
  expect(held.result?.given).toMatchObject({ result: 'moved', by: 'dev' });
  expect(held.acts.map(({ by }) => by)).toEqual(['po', 'dev']);
});

test('a result that storage does not take is none, and storage is named', async () => {
  const { ports, held, kept } = await given(failing('store', { times: 1 }));
  const again = giveResult(ports, 'dev', { itemId: '1', result: 'moved', rev: kept.rev });
  expect(await codeOf(again)).toBe('jira_unavailable');
  expect(held.result).toEqual(kept);
});

test('who can’t be told what was stored meanwhile is refused', async () => {
  const { step } = shownMeanwhile(1, () => site.held);
  const unread = failing('result', { nth: 2 });
  const site = await given((name, run) => step(name, () => run()).then(() => unread(name, run)));
  const again = giveResult(site.ports, 'dev', { itemId: '1', result: 'moved', rev: 1 });
  expect(await codeOf(again)).toBe('conflict');
});
