import { expect, test } from '@jest/globals';
import type { Output, Payload } from '../../../../src/contract/procedures';
import { SORTINGS } from '../../../../src/domain/sort';
import { CallError } from '../../../../static/src/forge';
import { createSorter } from '../../../../static/src/surfaces/project/sort/sorter';
import { sortItem } from './items';

/** An item on which somebody wrote something after the page had listed it. */
function writtenMeanwhile(found: NonNullable<Output<'sort.give'>['answer']>) {
  const given: string[] = [];
  const sorter = createSorter({
    give: ({ sort }) => {
      given.push(sort);
      const details = { seen: 'theirs', found: { kind: 'value', answer: found } };
      return Promise.reject(new CallError('conflict', 'Changed', { details }));
    },
    undo: () => Promise.reject(new Error('not asked')),
    now: () => 0,
    sleep: () => Promise.resolve(),
  });
  return { sorter, given };
}

const theirs = { v: 1 as const, why: 'test' as const, by: 'asking less' };

test('what somebody typed there meanwhile is never sorted over in silence', async () => {
  for (const sort of SORTINGS) {
    const { sorter, given } = writtenMeanwhile({ ...theirs, state: 'half' });
    sorter.want([{ item: sortItem(1), to: { sort } }]);
    await sorter.idle();
    expect(given).toEqual([sort]);
    expect(sorter.entry('1')).toMatchObject({ state: 'out', now: null });
    expect(sorter.entry('1')?.failure?.reason).toContain('changed meanwhile');
  }
});

test('somebody else’s words under the same sorting are not taken for a save of this page', async () => {
  const { sorter, given } = writtenMeanwhile({ ...theirs, state: 'half', when: 'sorted' });
  sorter.want([{ item: sortItem(1), to: { sort: 'tested' } }]);
  await sorter.idle();
  expect(given).toHaveLength(1);
  expect(sorter.entry('1')?.state).toBe('out');
});

test('words that were listed are found again under another mark, and put back by an undo', async () => {
  const found = { ...theirs, state: 'half' as const };
  const given: Payload<'sort.give'>[] = [];
  const undone: Payload<'sort.undo'>[] = [];
  const sorted = { ...found, when: 'sorted' as const };
  const sorter = createSorter({
    give: (payload) => {
      given.push(payload);
      if (payload.seen === null)
        throw new CallError('conflict', 'Changed', {
          details: { seen: 'theirs', found: { kind: 'value', answer: found } },
        });
      return Promise.resolve({ answer: sorted, seen: 'ours', result: null });
    },
    undo: (payload) => {
      undone.push(payload);
      return Promise.resolve({ answer: found, seen: 'theirs', result: null });
    },
    now: () => 0,
    sleep: () => Promise.resolve(),
  });
  const item = {
    ...sortItem(1),
    own: { why: 'test' as const, state: 'half' as const, by: 'asking less' },
  };
  sorter.want([{ item, to: { sort: 'tested' } }]);
  await sorter.idle();
  sorter.want([{ item, to: null }]);
  await sorter.idle();
  expect(given.map(({ seen }) => seen)).toEqual([null, 'theirs']);
  expect(undone).toEqual([{ itemId: '1', restore: found, seen: 'ours', rev: 0 }]);
});

test('an answer that somebody gave meanwhile is never sorted over', async () => {
  const answer = { v: 1 as const, why: 'run' as const, state: 'answered' as const };
  const sorter = createSorter({
    give: () =>
      Promise.reject(
        new CallError('conflict', 'Changed', {
          details: { seen: 'theirs', found: { kind: 'value', answer } },
        }),
      ),
    undo: () => Promise.reject(new Error('not asked')),
    now: () => 0,
    sleep: () => Promise.resolve(),
  });
  sorter.want([{ item: sortItem(1), to: { sort: 'moved' } }]);
  await sorter.idle();
  expect(sorter.entry('1')).toMatchObject({ state: 'out', now: null });
});
