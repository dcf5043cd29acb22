// Nights over records that their items do not show: what they show, what they leave alone, and where they
// stop; and what becomes of a record that somebody changes while it is being shown.
import { expect, test } from '@jest/globals';
import { AppError } from '../../src/domain/errors';
import { showAgain } from '../../src/usecases/show-again';
import { showKept } from '../../src/usecases/show-kept';

const NOW = Date.parse('2026-06-10T02:00:00Z');
const TODAY = '2026-06-10';

interface Kept {
  rev: number;
  written: boolean;
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'threw',
  );

/** A night over these records, which are as `kept` by the time that they are read. */
async function night(kept: Record<string, Kept | null>, takes: (itemId: string) => boolean) {
  const shown: string[] = [];
  const told = await showAgain({ clock: { now: () => NOW } }, TODAY, {
    waiting: Object.keys(kept).map((itemId) => ({ itemId })),
    saidAt: () => NOW,
    read: async (itemId) => kept[itemId] ?? null,
    show: async (itemId) => {
      shown.push(itemId);
      return { written: takes(itemId) };
    },
  });
  return { told, shown };
}

test('a night counts what is shown now and what Jira still does not take', async () => {
  const waits = { rev: 1, written: false };
  const { told } = await night({ '1': waits, '2': waits, '3': waits }, (itemId) => itemId !== '2');
  expect(told).toEqual({ written: 2, left: 1 });
});

test('what was shown or erased since it was listed is left alone', async () => {
  const kept = { '1': { rev: 1, written: true }, '2': null, '3': { rev: 1, written: false } };
  const { told, shown } = await night(kept, () => true);
  expect([told, shown]).toEqual([{ written: 1, left: 0 }, ['3']]);
});

/** Shows a record that somebody else changes `times` times meanwhile; `then` is what is found afterwards. */
function showing(times: number, then: (rev: number) => Kept | null) {
  let rev = 1;
  const shown: number[] = [];
  const work = showKept<Kept>(
    {
      show: async (one) => void shown.push(one.rev),
      mark: (one) => ({ ...one, rev: one.rev + 1, written: true }),
      save: async () => {
        if (shown.length <= times) throw new AppError('conflict', 'somebody was faster');
      },
      read: async () => then((rev += 1)),
    },
    { rev, written: false },
  );
  return { work, shown };
}
const later = (rev: number): Kept => ({ rev, written: false });

test('who is overtaken while showing shows what is kept by then, up to five times', async () => {
  const often = showing(4, later);
  expect(await often.work).toEqual({ rev: 6, written: true });
  expect(often.shown).toEqual([1, 2, 3, 4, 5]);
  const always = showing(Infinity, later);
  expect(await codeOf(always.work)).toBe('conflict');
  expect(always.shown).toEqual([1, 2, 3, 4, 5]);
});

test('a record that was erased while it was shown is not shown again', async () => {
  const { work, shown } = showing(1, () => null);
  expect([await codeOf(work), shown]).toEqual(['conflict', [1]]);
});

test('a storage that fails is not asked again', async () => {
  const shown: number[] = [];
  const work = showKept<Kept>(
    {
      show: async (one) => void shown.push(one.rev),
      mark: (one) => one,
      save: () => Promise.reject(new AppError('jira_unavailable', 'gone')),
      read: async () => later(9),
    },
    later(1),
  );
  expect([await codeOf(work), shown]).toEqual(['jira_unavailable', [1]]);
});
