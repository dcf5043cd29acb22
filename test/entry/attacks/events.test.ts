// What comes to the functions that no page calls: bodies of other versions, made-up ones, floods.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readManifest } from '../../../local/manifest';
import { logOf } from '../../support/everything';
import {
  issue,
  OTHER_PROJECT,
  PROJECT,
  setRules,
  startLoop,
  writtenIn,
  type Loop,
} from '../../support/loop';

let loop: Loop;
beforeAll(async () => {
  loop = await startLoop([issue(1)]);
  loop.host.forge.pump.stop();
}, 60_000);
afterAll(() => {
  loop.host.forge.pump.start();
  return loop.close();
});

const run = (functionKey: string, body: unknown) =>
  loop.host.functions.run(functionKey, body, { moduleKey: functionKey, moduleType: 'consumer' });
const order = (more: object = {}) => ({ body: { v: 1, projectId: PROJECT, force: true, ...more } });

const JUNK: readonly unknown[] = [
  null,
  {},
  [],
  'scan',
  7,
  { body: null },
  { body: [] },
  { body: JSON.stringify(order().body) },
  order({ v: 0 }),
  order({ v: 2 }),
  order({ v: '1' }),
  order({ force: 'true' }),
  order({ projectId: 1 }),
  order({ projectId: '01' }),
  order({ projectId: '' }),
  order({ projectId: '../1' }),
  order({ projectId: '1 OR project = 2' }),
  order({ projectId: '9'.repeat(400) }),
  order({ projectId: ['1'] }),
  { retryContext: { retryCount: 99, retryData: order() } },
  JSON.parse('{"__proto__":{"body":{"v":1,"projectId":"1","force":true}}}'),
];

test('an order that is none of this version is dropped, and nothing is written', async () => {
  await setRules(loop, { scan: true });
  const before = writtenIn(loop);
  for (const body of JUNK) {
    await expect(run('scan-project', body)).resolves.toBeUndefined();
    expect([body, writtenIn(loop) - before]).toEqual([body, 0]);
  }
});

test('an order for a project that has nothing of Ladder, or that is none, does nothing', async () => {
  const before = writtenIn(loop);
  for (const projectId of [OTHER_PROJECT, '77']) await run('scan-project', order({ projectId }));
  expect(writtenIn(loop)).toBe(before);
});

const SHAPES: readonly unknown[] = [
  null,
  [],
  { force: 'yes' },
  { projects: ['1', '2'] },
  { force: false },
];

const orders = () => loop.host.queue.waiting().map(({ body }) => body);
const scans = () => logOf(loop).match(/scan done/g)?.length ?? 0;

test('an hourly trigger of any shape orders the project that is due once, and never by force', async () => {
  await setRules(loop, { scan: true });
  loop.pass(1);
  for (const shape of SHAPES) {
    const before = orders().length;
    await run('scan-start', shape);
    expect([shape, orders().slice(before)]).toEqual([shape, [order({ force: false }).body]]);
  }
});

test('a flood of orders for a project that is due is one scan, and then nothing is ordered', async () => {
  expect([scans(), orders().length]).toEqual([0, SHAPES.length]);
  await Promise.all(Array.from({ length: 20 }, () => run('scan-project', order({ force: false }))));
  expect(scans()).toBe(1);
  await loop.host.queue.drain();
  for (const shape of SHAPES) await run('scan-start', shape);
  expect([scans(), orders()]).toEqual([1, []]);
  expect(loop.records('snapshot', 'by-project', [PROJECT])).toHaveLength(1);
});

test('nothing outside of Atlassian can call the app, and the app calls nothing there', () => {
  const { modules } = readManifest('manifest.yml');
  for (const name of ['webtrigger', 'endpoint', 'remotes'])
    expect(Object.keys(modules)).not.toContain(name);
});
