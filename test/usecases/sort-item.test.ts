// Sorting and taking it back over one item: what stops it, what is recorded of it, and what stands again.
import { expect, test } from '@jest/globals';
import { fingerprint } from '../../src/contract/fingerprint';
import { MESSAGES } from '../../src/domain/messages';
import { sortItem, undoSort } from '../../src/usecases/sort-item';
import { oneItem } from './one-item';

const site = () => oneItem((_name, run) => Promise.resolve(run()), { category: 'done' });
type Ports = ReturnType<typeof site>['ports'];
const sort = (ports: Ports, seen: string | null) =>
  sortItem(ports, 'dev', { itemId: '1', sort: 'moved', seen, rev: 0 });

test.each([
  [MESSAGES.sort.newer, { v: 2, why: 'soar' }],
  [MESSAGES.sort.unreadable, { v: 1, why: 'who knows' }],
])('%s', async (message, stood) => {
  const { ports, held } = site();
  held.property = stood;
  const work = sort(ports, fingerprint(stood));
  await expect(work).rejects.toMatchObject({ code: 'invalid_input', message });
  expect([held.property, held.acts]).toEqual([stood, []]);
});

test('taken back to a sorting from outside Ladder, the item has a result of that kind', async () => {
  const outside = { v: 1, why: 'test', state: 'half', when: 'sorted' } as const;
  const { ports, held } = site();
  held.property = outside;
  const { seen, result } = await sort(ports, fingerprint(outside));
  const rev = result?.rev ?? 0;
  const back = await undoSort(ports, 'po', { itemId: '1', restore: outside, seen, rev });
  expect(held.property).toEqual(outside);
  expect(back.result?.given).toEqual({
    ...{ result: 'unclear', evidence: 'judged', at: '2026-06-10', by: 'po' },
  });
});

test('sorting and taking it back are two acts of whoever did it', async () => {
  const { ports, held } = site();
  const { seen, result } = await sort(ports, null);
  await undoSort(ports, 'po', { itemId: '1', restore: null, seen, rev: result?.rev ?? 0 });
  expect(held.acts.map(({ kind, by }) => [kind, by])).toEqual([
    ['sort.give', 'dev'],
    ['sort.undo', 'po'],
  ]);
  expect([held.property, held.shownResult]).toEqual([undefined, null]);
});
