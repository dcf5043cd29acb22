// Makes one attack on one procedure as one user, and holds its end to what the table says.
import { expect } from '@jest/globals';
import type { UiModule } from '../../../local/manifest';
import { procedures, type ProcedureName } from '../../../src/contract/procedures';
import { PROJECT, writtenIn, type Loop } from '../../support/loop';
import { ALLOWED, BROWSE } from '../allowed';
import { answerOf, type Who } from '../calls';
import { idOf, payloadNow, prepare, type Goals } from '../payloads';
import type { Attack, Bent, Fields } from './table';

export interface Target {
  loop: Loop;
  goals: Goals;
}

/** The call as it should be, on an item of its own: one for each procedure, from the first on. */
export async function rightPayload(
  { loop, goals }: Target,
  name: ProcedureName,
  number: number,
): Promise<Fields> {
  const itemId = idOf(number);
  // Whether somebody may end a kill is told only where one was begun.
  const named = /^decision\.(finish|drop)$/.test(name)
    ? await prepare(loop, name, itemId, goals)
    : {};
  return { ...(await payloadNow(loop, goals, name))({ itemId, projectId: PROJECT, ...named }) };
}

/**
 * The code that somebody gets who may not. Who sees the item or the project is told which right is
 * lacking; nobody else learns that it exists.
 */
export const refusalOf = (name: ProcedureName, who: Who): 'forbidden' | 'not_found' => {
  const sees =
    BROWSE.includes(who) || who === 'anonymous' || procedures[name].access.on === 'items';
  return sees ? 'forbidden' : 'not_found';
};

/** What nobody is told who is refused. */
const TELLING = /SHOP|LAB|Item \d|checkouts|acc-/;

/** @returns how many calls it took; none where there is nothing to bend, or who calls may do it anyway */
export async function attack(
  target: Target,
  one: Attack,
  on: { name: ProcedureName; right: Fields; who: Who; module?: UiModule },
): Promise<number> {
  if (one.ends === 'gains nothing' && ALLOWED[on.name].includes(on.who)) return 0;
  const ways = one.bend(on.right, on.name);
  for (const way of ways) await attackWith(target, one, { ...on, way });
  return ways.length;
}

async function attackWith(
  { loop }: Target,
  { id, what, ends }: Attack,
  { name, who, module, way }: { name: ProcedureName; who: Who; module?: UiModule; way: Bent },
): Promise<void> {
  const { payload, context = {} } = way;
  const before = writtenIn(loop);
  const answer = await answerOf(loop, who, name, payload, { context, ...(module && { module }) });
  const said = [id, what, who, answer.ok ? 'taken' : answer.error.code, writtenIn(loop) - before];
  const malformed = ends === 'is malformed' && who !== 'anonymous';
  expect(said).toEqual([id, what, who, malformed ? 'invalid_input' : refusalOf(name, who), 0]);
  if (!answer.ok) {
    const { requestId: _requestId, ...error } = answer.error;
    expect(error).not.toHaveProperty('details');
    expect(JSON.stringify(error)).not.toMatch(TELLING);
  }
}
