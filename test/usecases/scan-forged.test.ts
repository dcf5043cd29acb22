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

test('what a later version wrote stays where storage knows a decision of the item', async () => {
  loop = await startLoop([issue(1, old)]);
  await setRules(loop, { scan: true });
  await loop.call('dev', 'decision.begin', {
    itemId: '10001',
    decision: { kind: 'park', until: '2026-12-01', reason: 'x' },
    seen: { statusId: STATUS.todo, flag: null, answer: null, rev: 0 },
  });
  const later = { v: 2, decision: 'kept', until: '2026-12-01' };
  await loop.rest('admin', 'PUT', '/issue/SHOP-1/properties/ladder-decision', later);
  loop.host.jira.settle();
  await loop.scan();
  expect(await loop.property(1, 'ladder-decision')).toEqual(later);
}, 60_000);
