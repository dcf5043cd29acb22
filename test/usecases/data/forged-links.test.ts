// A file's addresses: one that is not https is taken in nowhere, and a record that has one is not read.
import { expect, test } from '@jest/globals';
import type { DataRow } from '../../../src/contract/data-procedures';
import { MESSAGES } from '../../../src/domain/messages';
import { createDataWorld, PROJECT } from '../../support/data-world';
import { fillProject } from '../../support/data-states';

const FILE = 'a'.repeat(32);
const BAD = [
  'javascript:window.__ran=1',
  'data:text/html,x',
  'http://plain.example',
  '//x.example',
];
const GOOD = 'https://board.example/1';

type Section = 'settings' | 'readings';
interface Body {
  goals: object[];
}
const past = { value: 1, by: 'x', at: 0, withdrawn: false };
/** Each place of a record where an address is kept. */
const PLACES: [Section, string, (body: Body, link: string) => object][] = [
  ['settings', 'a goal', (body, link) => ({ goals: body.goals.map((one) => ({ ...one, link })) })],
  ['readings', 'a reading', (_body, link) => ({ link })],
  ['readings', 'what a reading was before', (_body, link) => ({ earlier: [{ ...past, link }] })],
];

test.each(PLACES)('of the %s, %s with an address that is not https is refused', async (...of) => {
  const [section, , linked] = of;
  const world = createDataWorld();
  await fillProject(world, { goals: ['one'], readings: ['2026-01-31'], items: [] });
  const { rows } = await world.means.call('data.read', { projectId: PROJECT, section });
  const [row] = rows;
  if (!row) throw new Error(`no ${section}`);
  const body = row.value['body'] as Body;
  const withLink = (link: string): DataRow => ({
    ...row,
    value: { ...row.value, body: { ...body, ...linked(body, link) } },
  });
  const take = async (one: DataRow) => {
    const part = { projectId: PROJECT, file: FILE, of: 9, from: 0, replace: true, section };
    return (await world.means.call('data.import', { ...part, rows: [one] })).refused;
  };
  for (const link of BAD)
    expect([link, await take(withLink(link))]).toEqual([
      link,
      [{ at: 0, why: MESSAGES.data.row.shape }],
    ]);
  expect(await take(withLink(GOOD))).toEqual([]);

  // Written past the app: the page is told that the record cannot be read, and gets nothing of it.
  await world.store.driver.set(section === 'settings' ? 'revision' : 'reading', row.key, {
    ...withLink('javascript:window.__ran=1').value,
  });
  await expect(world.means.call('project.open', { projectId: PROJECT })).rejects.toMatchObject({
    code: 'internal',
  });
});
