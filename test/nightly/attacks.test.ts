// Every attack of the table on every procedure, from every module that offers it, as all seven kinds of user.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { attack, rightPayload, type Target } from '../entry/attacks/attack';
import { ATTACKS } from '../entry/attacks/table';
import { EVERYBODY, isOffered, MODULES, NAMES } from '../entry/calls';
import { addGoals } from '../entry/payloads';
import { issue, startLoop } from '../support/loop';

let target: Target;
beforeAll(async () => {
  const loop = await startLoop(NAMES.map((_name, at) => issue(at + 1)));
  target = { loop, goals: await addGoals(loop) };
}, 300_000);
afterAll(() => target.loop.close());

test.each(NAMES)('%s withstands every attack of everybody from everywhere', async (name) => {
  const right = await rightPayload(target, name, NAMES.indexOf(name) + 1);
  let made = 0;
  for (const module of MODULES.filter((one) => isOffered(name, one)))
    for (const one of ATTACKS)
      for (const who of EVERYBODY)
        made += Number(await attack(target, one, { name, right, who, module }));
  expect(made).toBeGreaterThan(100);
});
