// Every attack of the table on every procedure, from every module that offers it, as all seven kinds of user.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { refusedOf } from '../entry/allowed';
import { attack, rightPayload, type Target } from '../entry/attacks/attack';
import { ATTACKS, type Attack } from '../entry/attacks/table';
import { EVERYBODY, isOffered, MODULES, NAMES } from '../entry/calls';
import { addGoals } from '../entry/payloads';
import { issue, startLoop } from '../support/loop';

let target: Target;
beforeAll(async () => {
  const loop = await startLoop(NAMES.map((_name, at) => issue(at + 1)));
  target = { loop, goals: await addGoals(loop) };
}, 300_000);
afterAll(() => target.loop.close());

/** Attacks of which there was something to make. */
const seen = new Set<Attack>();

test.each(NAMES)('%s withstands every attack of everybody from everywhere', async (name) => {
  const right = await rightPayload(target, name, NAMES.indexOf(name) + 1);
  const modules = MODULES.filter((one) => isOffered(name, one));
  for (const one of ATTACKS) {
    const ways = one.bend(right, name).length;
    expect([one.what, ways > 0 || one.rare]).toEqual([one.what, true]);
    if (ways > 0) seen.add(one);
    // Who may do it is attacked only with what is malformed.
    const people = one.ends === 'gains nothing' ? refusedOf(name) : EVERYBODY;
    for (const module of modules)
      for (const who of people) {
        const made = await attack(target, one, { name, right, who, module });
        expect([one.what, who, made]).toEqual([one.what, who, ways]);
      }
  }
});

test('each attack of the table was made on some procedure', () => {
  expect(ATTACKS.filter((one) => !seen.has(one)).map(({ what }) => what)).toEqual([]);
});
