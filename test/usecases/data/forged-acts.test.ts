// An act that was never done: what a file says of it may be anything.
import { expect, test } from '@jest/globals';
import { PROJECT } from '../../support/data-world';
import { changed, filled, SAY } from './forged';

/** What can't be compared with a number, where a text belongs. */
const ODD = { length: { toString: 1 } };

test('no act that a file brings keeps the pages from showing the others', async () => {
  const { world, rowOf, take, refusals } = await filled();
  const row = await rowOf('acts');
  expect(await refusals('acts', changed(row, row.key, { by: 'x'.repeat(200) }))).toEqual([
    SAY.shape,
  ]);
  const { rules } = await world.ports.settings.load(PROJECT);
  const body = { v: 1, before: { ...rules, timeZone: ODD }, after: rules };
  const odd = changed(row, `${row.key}-more`, { kind: 'rules.save', body });
  expect(await take('acts', odd)).toMatchObject({ refused: [] });
  const asked = { projectId: PROJECT, fields: ['timeZone' as const] };
  expect((await world.means.call('settings.history', asked)).changes).toEqual([]);
  const { acts } = await world.means.call('acts.list', { projectId: PROJECT });
  expect(acts.map(({ kind }) => kind)).toContain('rules.save');
});
