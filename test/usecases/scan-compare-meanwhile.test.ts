// Items, records and Jira change while a night compares: search is late, somebody writes at the same moment,
// and what is to be mended can't be.
import { expect, test } from '@jest/globals';
import type { Ports } from '../../src/ports';
import { compareShown } from '../../src/usecases/scan/compare';
import { anItem, none, value } from '../support/builders';
import { DECISION, forge, refusal, RESULT, shownSite, site, TODAY } from './scan-site';

const FORGED = {
  decision: value({ decision: 'kept' as const, until: '2099-01-01' }),
  result: value({ ...RESULT, result: 'flat' as const }),
};
/** Its turn is tonight, and it has a decision and a result. */
const TONIGHT = '20018';

test('of as many items as there are nights one has its turn', async () => {
  const { ports, log } = site(shownSite(28));
  await compareShown(ports, '1', TODAY);
  expect(new Set(log.looked)).toEqual(new Set([TONIGHT]));
});

test.each([
  ['shows nothing any more', (id: string) => anItem({ id })],
  ['is gone', () => null],
])('an item that search still finds, and that %s, is no difference', async (_name, now) => {
  const state = shownSite(9);
  const item = now('30000');
  if (item) state.items.set('30000', item);
  state.stale = [anItem({ id: '30000', ...FORGED })];
  const { ports, log } = site(state);
  expect(await compareShown(ports, '1', TODAY)).toBe(0);
  expect(log.written).toEqual([]);
});

test('an item that search still finds, and lists as it is by now, is left alone', async () => {
  const state = shownSite(9);
  const found = anItem({ id: '30000', ...FORGED });
  state.items.set('30000', anItem({ id: '30000' }));
  state.raw = new Map([['30000', found]]);
  const { ports, log } = site(state);
  expect(await compareShown(ports, '1', TODAY)).toBe(0);
  expect(log.written).toEqual([]);
});

test.each(['result', 'decision'] as const)(
  'where Jira asks to wait, showing a %s again stops the night, and so does taking it away',
  async (concern) => {
    const overwritten = shownSite(28);
    forge(overwritten, TONIGHT, { [concern]: none });
    const claimed = shownSite(9);
    forge(claimed, '30000', { [concern]: FORGED[concern] });
    for (const state of [overwritten, claimed])
      await expect(
        compareShown(site(state, refusal('rate_limited')).ports, '1', TODAY),
      ).rejects.toMatchObject({ code: 'rate_limited' });
  },
);

test('an item that may not be edited keeps its claim, uncounted, and the log names it', async () => {
  const state = shownSite(9);
  forge(state, '30000', FORGED);
  const { ports, log } = site(state, refusal('forbidden'));
  expect(await compareShown(ports, '1', TODAY)).toBe(0);
  expect(log.logged).toEqual(Array(2).fill(['claim not taken away', { itemId: '30000' }]));
});

test('what is no refusal of Jira ends the night', async () => {
  const state = shownSite(9);
  forge(state, '30000', FORGED);
  const { ports } = site(state, new TypeError('fetch failed'));
  await expect(compareShown(ports, '1', TODAY)).rejects.toThrow('fetch failed');
});

test('a record that goes while the night compares is no difference', async () => {
  const state = shownSite(28);
  forge(state, TONIGHT, { decision: none, result: none });
  const { ports, log } = site(state);
  const read = async () => null;
  const gone = {
    ...ports,
    results: { ...ports.results, read },
    decisions: { ...ports.decisions, read },
  };
  expect(await compareShown(gone, '1', TODAY)).toBe(0);
  expect([log.written, log.saved]).toEqual([[], []]);
});

/** The site with a storage that answers this when a record is to be marked. */
const marking = (error: Error) => {
  const state = shownSite(28);
  state.items.delete(TONIGHT);
  const { ports } = site(state);
  const save = () => Promise.reject(error);
  return {
    ...ports,
    results: { ...ports.results, save },
    decisions: { ...ports.decisions, save },
  } as Ports;
};

test('a record that somebody changes while it is marked is left to the next look', async () => {
  expect(await compareShown(marking(refusal('conflict')), '1', TODAY)).toBe(0);
});

test.each([refusal('rate_limited'), new TypeError('fetch failed')])(
  'a storage that does not mark it ends the night: %s',
  async (error) => {
    await expect(compareShown(marking(error), '1', TODAY)).rejects.toBe(error);
  },
);

test('a record whose item is there again is unmarked when it has its turn', async () => {
  const state = shownSite(28);
  const kept = state.decisions.get(TONIGHT);
  if (!kept) throw new Error('nothing is kept');
  state.decisions.set(TONIGHT, { ...kept, gone: true });
  const { ports, log } = site(state);
  expect(await compareShown(ports, '1', TODAY)).toBe(0);
  expect(state.decisions.get(TONIGHT)?.gone).toBeUndefined();
  expect([log.saved, log.written]).toEqual([[TONIGHT], []]);
  expect(state.items.get(TONIGHT)?.decision).toEqual(value(DECISION));
});
