// Whoever may edit an item may write its properties: none of them keeps it off the kill list for good.
import { afterEach, expect, test } from '@jest/globals';
import { DAY, issue, NOW, setRules, startLoop, STATUS, type Loop } from '../support/loop';

const old = { created: NOW - 400 * DAY, updated: NOW - DAY, categoryChanged: NOW - 400 * DAY };
const forged = (key: string, more: object) => ({ ...old, properties: { [key]: more } });
const UNTIL = '2099-01-01';

let loop: Loop;
afterEach(() => loop.close());

const flagOf = async (number: number) =>
  ((await loop.property(number, 'ladder-flag')) as { flag?: string } | undefined)?.flag;

test('an item that was hidden by hand is warned the same night', async () => {
  loop = await startLoop([
    issue(1, forged('ladder-flag', { v: 1, notBefore: UNTIL })),
    issue(2, forged('ladder-decision', { v: 1, until: UNTIL })),
    issue(3, forged('ladder-decision', { v: 2, decision: 'parked', until: UNTIL })),
    issue(4, forged('ladder-decision', { v: 1, decision: 'parked', until: UNTIL, more: {} })),
  ]);
  await setRules(loop, { scan: true });
  await loop.scan();
  expect(await Promise.all([1, 2, 3, 4].map(flagOf))).toEqual(Array(4).fill('warned'));
  for (const number of [2, 3, 4])
    expect(await loop.property(number, 'ladder-decision')).toBeUndefined();
}, 60_000);

test('no flag that was written by hand keeps an item from becoming a candidate', async () => {
  const hand = (more: object) => forged('ladder-flag', { v: 1, flag: 'warned', ...more });
  loop = await startLoop([
    issue(1, hand({ v: 2, reason: 'aged', since: '2026-06-01' })),
    issue(2, hand({ reason: 'aged', since: UNTIL })),
    issue(3, hand({ reason: 'aged' })),
    issue(4, hand({ v: 2, flag: 'rest', since: '2026-06-01' })),
    issue(5, hand({ v: 2, reason: 'aged', since: UNTIL })),
    issue(6, {
      ...forged('ladder-flag', { v: 2, flag: 'candidate' }),
      created: NOW - DAY,
      categoryChanged: NOW - DAY,
    }),
  ]);
  await setRules(loop, { scan: true });
  for (let night = 0; night < 6; night += 1) {
    await loop.scan();
    loop.pass(7);
  }
  expect(await Promise.all([1, 2, 3, 4, 5].map(flagOf))).toEqual(Array(5).fill('candidate'));
  expect(await loop.property(6, 'ladder-flag')).toBeUndefined();
}, 120_000);

const decided = (decision: object) =>
  loop.call('dev', 'decision.begin', {
    itemId: '10001',
    decision: { kind: 'park', until: '2026-08-01', reason: 'x', ...decision },
    seen: { statusId: STATUS.todo, flag: null, answer: null, rev: 0 },
  });

test.each([
  ['keep' as const, 'kept'],
  ['park' as const, 'parked'],
])(
  'what seems to be of a later version rests no longer than the %s that is kept',
  async (kind, shown) => {
    loop = await startLoop([issue(1, old)]);
    await setRules(loop, { scan: true });
    await decided({ kind });
    const path = '/issue/SHOP-1/properties/ladder-decision';
    await loop.rest('admin', 'PUT', path, { v: 2, decision: 'parked', until: UNTIL });
    loop.host.jira.settle();
    for (let night = 0; night < 28; night += 1) {
      await loop.scan();
      loop.pass(1);
    }
    expect(await loop.property(1, 'ladder-decision')).toEqual({
      v: 1,
      decision: shown,
      until: '2026-08-01',
    });
  },
  120_000,
);
