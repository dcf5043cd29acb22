// The attacks on every procedure of the contract, as seven kinds of user. By day each attack on each
// procedure as one or two of them, so that all pairs of two are covered; test/nightly makes all.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { issue, PROJECT, startLoop, writtenIn } from '../../support/loop';
import { ALLOWED, refusedOf } from '../allowed';
import { answerOf, callRaw, EVERYBODY, isOffered, MODULES, NAMES, type Who } from '../calls';
import { addGoals, idOf, payloadsNow } from '../payloads';
import { attack, rightPayload, type Target } from './attack';
import { ATTACKS } from './table';

let target: Target;
beforeAll(async () => {
  const loop = await startLoop(NAMES.map((_name, at) => issue(at + 1)));
  target = { loop, goals: await addGoals(loop) };
}, 60_000);
afterAll(() => target.loop.close());

/** By day each procedure meets every third malformed call. */
const SPREAD = 3;

test.each(NAMES)('%s withstands the attacks', async (name) => {
  const at = NAMES.indexOf(name);
  const right = await rightPayload(target, name, at + 1);
  const refused = refusedOf(name);
  const pick = (of: readonly Who[], n: number): Who => of[n % of.length] ?? 'viewer';
  let made = 0;
  for (const [n, one] of ATTACKS.entries()) {
    const gains = one.ends === 'gains nothing';
    if (!gains && (n + at) % SPREAD !== 0) continue;
    const who = gains ? pick(refused, n + at) : pick(EVERYBODY, n + at);
    made += Number(await attack(target, one, { name, right, who }));
  }
  expect(made).toBeGreaterThan(12);
});

test('no page reaches a procedure of another page, nor anything that is none', async () => {
  const { loop } = target;
  const before = writtenIn(loop);
  const none = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', '', 'item'];
  for (const [n, module] of MODULES.entries())
    for (const [m, name] of [...NAMES, ...none].entries()) {
      if (NAMES.some((one) => one === name && isOffered(one, module))) continue;
      // Of the modules that share a function, one names what no page has.
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
