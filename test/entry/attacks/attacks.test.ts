// The attacks on every procedure of the contract, as seven kinds of user. By day each attack on each
// procedure as one of them, each of those who may not and each module having a turn, and of what is
// malformed only some all the way; test/nightly makes all of all.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { forgePorts } from '../../../src/adapters/forge-ports';
import { guard } from '../../../src/entry/resolvers/guard';
import { issue, PROJECT, startLoop, writtenIn } from '../../support/loop';
import { ALLOWED, refusedOf } from '../allowed';
import { answerOf, callRaw, EVERYBODY, isOffered, MODULES, NAMES, type Who } from '../calls';
import { addGoals, idOf, payloadsNow } from '../payloads';
import { attack, rightPayload, type Target } from './attack';
import { ATTACKS, type Attack } from './table';

const DEAF = { ...forgePorts(), log: { info: () => undefined, error: () => undefined } };

let target: Target;
beforeAll(async () => {
  const loop = await startLoop(NAMES.map((_name, at) => issue(at + 1)));
  target = { loop, goals: await addGoals(loop) };
}, 60_000);
afterAll(() => target.loop.close());

const pick = <T>(of: readonly T[], n: number): T => {
  const one = of[n % of.length];
  if (one === undefined) throw new Error('nobody to pick');
  return one;
};

const GAINING = ATTACKS.filter(({ ends }) => ends === 'gains nothing');
const MALFORMED = ATTACKS.filter(({ ends }) => ends === 'is malformed');

/** Attacks of which there was something to make. */
const seen = new Set<Attack>();

test.each(NAMES)('%s withstands the attacks', async (name) => {
  const at = NAMES.indexOf(name);
  const right = await rightPayload(target, name, at + 1);
  const modules = MODULES.filter((one) => isOffered(name, one));
  const met = new Set<Who>();
  for (const [n, one] of GAINING.entries()) {
    const who = pick(refusedOf(name), n + at);
    const made = await attack(target, one, { name, right, who, module: pick(modules, n) });
    expect([one.what, made]).toEqual([one.what, one.bend(right, name).length]);
    expect([one.what, made > 0 || one.rare]).toEqual([one.what, true]);
    if (!one.rare) met.add(who);
    if (made > 0) seen.add(one);
  }
  expect([...met].sort()).toEqual(refusedOf(name).sort());

  // Ports that cannot answer: had the guard asked anybody, the code would be `internal`.
  const guarded = guard(DEAF, name, () => Promise.reject(new Error('it ran')));
  for (const one of MALFORMED) {
    const ways = one.bend(right, name);
    for (const { payload } of ways) {
      const answer = await guarded({ payload, context: { accountId: 'acc-po' } });
      const said = [one.what, payload, answer.ok || answer.error.code];
      expect(said).toEqual([one.what, payload, 'invalid_input']);
    }
    expect([one.what, ways.length > 0 || one.rare]).toEqual([one.what, true]);
    if (ways.length > 0) seen.add(one);
  }
  // Two of them all the way through the platform.
  for (const n of [2 * at, 2 * at + 1])
    await attack(target, pick(MALFORMED, n), { name, right, who: pick(EVERYBODY, n + at) });
});

test('each attack of the table was made on some procedure', () => {
  expect(ATTACKS.filter((one) => !seen.has(one)).map(({ what }) => what)).toEqual([]);
});

test('no page reaches a procedure of another page, nor anything that is none', async () => {
  const { loop } = target;
  const before = writtenIn(loop);
  const none = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', '', 'item'];
  // Modules that share a function are one.
  const functions = new Map(MODULES.map((module) => [module.resolver?.function, module]));
  for (const [n, module] of [...functions.values()].entries())
    for (const [m, name] of [...NAMES, ...none].entries()) {
      if (NAMES.some((one) => one === name && isOffered(one, module))) continue;
      const as = EVERYBODY[(n + m) % EVERYBODY.length] ?? 'viewer';
      const call = callRaw(loop, { as, module, procedure: name, payload: {} });
      await expect(call).rejects.toThrow(`no definition for '${name}'`);
    }
  expect(writtenIn(loop)).toBe(before);
});

test('who loses their rights loses them with the next call', async () => {
  const { loop, goals } = target;
  const { site } = loop.host.jira;
  const payloads = await payloadsNow(loop, goals);
  for (const user of site.users()) site.addUser({ ...user, siteAdmin: false });
  for (const project of site.projects())
    site.addProject({ ...project, roles: {}, defaultRole: 'none' });
  const before = writtenIn(loop);
  for (const name of NAMES)
    for (const who of ALLOWED[name]) {
      const payload = payloads[name]({ itemId: idOf(1), projectId: PROJECT });
      const answer = await answerOf(loop, who, name, payload);
      const code = answer.ok ? 'taken' : answer.error.code;
      expect([name, who, ['forbidden', 'not_found'].includes(code)]).toEqual([name, who, true]);
    }
  expect(writtenIn(loop)).toBe(before);
});
