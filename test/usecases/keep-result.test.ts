// How a result is kept when it was only marked as shown meanwhile, when an answer is lost, and when
// storage does not take it; and what counts as written over on its item.
import { expect, test } from '@jest/globals';
import { writeAnswer } from '../../src/contract/properties';
import type { Read, Result } from '../../src/domain/item';
import type { KeptResult, Said } from '../../src/ports';
import { giveResult } from '../../src/usecases/give-result';
import { isOverwritten, withGiven } from '../../src/usecases/keep-result';
import { postponeResult } from '../../src/usecases/postpone-result';
import { anAnswer, none, value } from '../support/builders';
import { both, failing, oneItem, type OneItem, type Step } from './one-item';

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

test('too early where no result stood writes nothing of a result on the item', async () => {
  const steps: string[] = [];
  const { ports, held } = oneItem((name, run) => {
    steps.push(name);
    return Promise.resolve(run());
  }, DONE);
  held.property = writeAnswer(anAnswer());
  const later = { itemId: '1', checkBy: '2026-09-01', delivered: true, rev: 0 };
  const { result } = await postponeResult(ports, 'po', later);
  expect(result).toMatchObject({ given: null, written: true, later: [{ to: '2026-09-01' }] });
  expect(steps).not.toContain('show result');
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
  const site = await given(both(step, failing('result', { nth: 2 })));
  const again = giveResult(site.ports, 'dev', { itemId: '1', result: 'moved', rev: 1 });
  expect(await codeOf(again)).toBe('conflict');
});

const said: Said = { result: 'flat', evidence: 'judged', at: '2026-06-10', by: 'po' };
const flat = withGiven(null, said, 1);
const shownFlat = { result: 'flat', evidence: 'judged', at: '2026-06-10' } as const;

test.each<[string, Partial<KeptResult>, Read<Result>, boolean]>([
  ['what is kept', {}, value(shownFlat), false],
  ['another result', {}, value({ ...shownFlat, result: 'moved' }), true],
  ['nothing any more', {}, none, true],
  ['nothing, where it was taken back', { given: null }, none, false],
  ['a result that was taken back', { given: null }, value(shownFlat), true],
  ['junk in the place of nothing', { given: null }, { kind: 'unreadable' }, true],
  ['a later version’s in the place of nothing', { given: null }, { kind: 'newer' }, true],
  ['anything, while it is still to be shown', { written: false }, none, false],
])('an item that shows %s', (_name, more, shown, isOver) => {
  expect(isOverwritten({ ...flat, written: true, ...more }, shown)).toBe(isOver);
});

test('the act of a result and of a date names what stood and what stands', async () => {
  const { ports, held, kept } = await given((_name, run) => Promise.resolve(run()));
  const date = { itemId: '1', delivered: true };
  await giveResult(ports, 'dev', { itemId: '1', result: 'moved', rev: kept.rev });
  expect(held.acts.at(-1)).toMatchObject({
    before: { given: { result: 'flat' }, later: null },
    after: { given: { result: 'moved' }, later: null },
  });
  for (const checkBy of ['2026-09-01', '2026-10-01'])
    await postponeResult(ports, 'dev', { ...date, checkBy, rev: held.result?.rev ?? 0 });
  expect(held.acts.at(-1)).toMatchObject({
    before: { later: { to: '2026-09-01' } },
    after: { later: { to: '2026-10-01' } },
  });
});

test('a result that Jira does not take is kept, and noted', async () => {
  const { ports, held, kept } = await given(failing('show result'));
  const { written } = await giveResult(ports, 'dev', {
    ...{ itemId: '1', result: 'moved' as const, rev: kept.rev },
  });
  expect([written, held.logged]).toEqual([false, ['result kept, not shown in Jira']]);
});
