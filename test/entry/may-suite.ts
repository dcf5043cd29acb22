// Every procedure, from the modules that offer it, as everybody who may call it or may not, over the
// local host. By day who may (who may not is in attacks/); test/nightly makes all.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ProcedureName } from '../../src/contract/procedures';
import { issue, PROJECT, startLoop, STATUS, writtenIn } from '../support/loop';
import { ALLOWED } from './allowed';
import { refusalOf, type Target } from './attacks/attack';
import { answerOf, EVERYBODY, isOffered, MODULES, NAMES } from './calls';
import { addGoals, idOf, payloadNow, prepare } from './payloads';

/** What is said of finished items only. */
const OF_FINISHED: ProcedureName[] = [
  'result.give',
  'result.later',
  'results.read',
  'sort.give',
  'sort.undo',
];
/** Nothing is left of the project after it. */
const ERASING: ProcedureName = 'data.erase';

const CASES = NAMES.flatMap((name) => {
  const modules = MODULES.filter((module) => isOffered(name, module));
  return modules.flatMap((module, place) =>
    EVERYBODY.map((who) => ({ name, module, key: module.key, who, place, of: modules.length })),
  );
}).map((one, index) => ({ ...one, index }));
type Case = (typeof CASES)[number];

/** Each who may once, and from each module somebody who may. */
export const byDay = ({ name, who, place, of }: Case): boolean => {
  const at = ALLOWED[name].indexOf(who);
  if (at < 0) return false;
  const round = Math.max(ALLOWED[name].length, of);
  return Array.from({ length: round }, (_none, n) => n).some(
    (n) => n % ALLOWED[name].length === at && n % of === place,
  );
};

/** Each case acts on items of its own: one that is open, and a finished one for a result. */
const numberOf = ({ name, index }: Case) =>
  OF_FINISHED.includes(name) ? 5_001 + index : 1 + index;

/** Adds a test for each chosen case, the erasing last. @returns their site, for tests before them */
export function maySuite(chosen: (one: Case) => boolean): () => Target {
  const cases = CASES.filter(chosen);
  let target: Target;
  beforeAll(async () => {
    const loop = await startLoop([
      issue(1),
      ...cases.map((one) =>
        issue(
          1 + numberOf(one),
          OF_FINISHED.includes(one.name) ? { statusId: STATUS.done, resolutionId: '1' } : {},
        ),
      ),
    ]);
    target = { loop, goals: await addGoals(loop) };
    // Ordered scans write in the background; here nobody else may write.
    loop.host.forge.pump.stop();
  }, 300_000);
  afterAll(() => {
    target.loop.host.forge.pump.start();
    return target.loop.close();
  });

  async function mayOrNot(one: Case): Promise<void> {
    const { loop, goals } = target;
    const { name, module, who } = one;
    const itemId = idOf(1 + numberOf(one));
    const named = await prepare(loop, name, itemId, goals);
    const payloadOf = await payloadNow(loop, goals, name);
    const payload = payloadOf({ itemId, projectId: PROJECT, ...named });
    const before = writtenIn(loop);
    const answer = await answerOf(loop, who, name, payload, { module });
    if (ALLOWED[name].includes(who)) {
      expect(answer).toMatchObject({ ok: true });
      return;
    }
    if (answer.ok) throw new Error(`${name} is not for ${who}`);
    expect(answer.error.code).toBe(refusalOf(name, who));
    expect(answer.error.details).toBeUndefined();
    expect(JSON.stringify(answer)).not.toMatch(/SHOP|Item \d|checkouts/);
    expect(writtenIn(loop)).toBe(before);
  }

  test.each(cases.filter(({ name }) => name !== ERASING))('$name from $key as $who', mayOrNot);
  test.each(cases.filter(({ name }) => name === ERASING))('$name from $key as $who', mayOrNot);
  return () => target;
}
