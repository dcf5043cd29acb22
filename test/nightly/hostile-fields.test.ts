// Every hostile text in every field of the contract that takes it, through the whole product.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ProcedureName } from '../../src/contract/procedures';
import type { Target } from '../entry/attacks/attack';
import { placesOf, sendHostile } from '../entry/attacks/hostile-fields';
import { NAMES } from '../entry/calls';
import { addGoals } from '../entry/payloads';
import { HOSTILE } from '../support/hostile';
import { issue, startLoop, STATUS } from '../support/loop';

const ERASING: ProcedureName = 'data.erase';

let target: Target;
beforeAll(async () => {
  const loop = await startLoop([issue(1), issue(2, { statusId: STATUS.done, resolutionId: '1' })]);
  target = { loop, goals: await addGoals(loop) };
}, 300_000);
afterAll(() => target.loop.close());

test.each(NAMES.filter((name) => name !== ERASING))(
  '%s takes every hostile text as text',
  async (name) => {
    const fields = await placesOf(target, name);
    const sent = await sendHostile(target, name, () => HOSTILE, false);
    // Each field takes some of them, or it would be none.
    expect(sent).toBeGreaterThanOrEqual(fields.length);
  },
  600_000,
);
