import { expect, test } from '@jest/globals';
import type { DecisionKind } from '../../src/domain/decision';
import { AppError } from '../../src/domain/errors';
import { applyOne, takeBack } from '../../src/usecases/apply-decisions';
import type { BackOutcome } from '../../src/usecases/applying/outcome';
import { takeBackOne } from '../../src/usecases/applying/take-back';
import {
  applyWorld,
  DONE,
  entry,
  exitTo,
  failing,
  options,
  patienceOf,
  TO_DO,
  viewOf,
  type Step,
} from './apply-world';

type Site = ReturnType<typeof applyWorld>;
const LOST = new AppError('jira_unavailable', 'lost');

const apply = ({ browser }: Site, kind: DecisionKind) =>
  applyOne(browser('ann'), patienceOf(browser('ann')), entry(kind), options());

const back = (site: Site, step?: Step): Promise<BackOutcome> => {
  const ports = site.browser('ann', step);
  const standing = { itemId: '1', itemKey: 'SHOP-1', view: viewOf(site.world.kept) };
  return takeBackOne(ports, patienceOf(ports), standing);
};

test('a kill is taken back by moving the item to where it was, and then by a new act', async () => {
  for (const call of ['none', 'move', 'undo']) {
    const site = applyWorld();
    await apply(site, 'kill');
    const step = failing(call, LOST, { made: true });
    expect(await back(site, step)).toMatchObject({ kind: 'undone', keepsResolution: false });
    expect(site.world.statusId).toBe(TO_DO);
    expect(site.world.acts.map(({ kind }) => kind)).toEqual(['decision.kill', 'decision.undo']);
  }
});

test('what has no way back says so, and the decision stands', async () => {
  const site = applyWorld({ exits: [exitTo(DONE, 'Done', true)] });
  await apply(site, 'kill');
  expect(await back(site)).toEqual({ kind: 'refused', why: { kind: 'no-way', statusId: TO_DO } });
  expect(site.world.kept?.now?.kind).toBe('kill');
});

test('what is parked wakes without a transition, one or many', async () => {
  const site = applyWorld();
  await apply(site, 'park');
  const view = viewOf(site.world.kept);
  const told: string[] = [];
  await takeBack([{ itemId: '1', itemKey: 'SHOP-1', view }], site.browser('ann'), {
    onStart: () => undefined,
    onPause: () => undefined,
    onOutcome: (_one, { kind }) => told.push(kind),
  }).done;
  expect(told).toEqual(['undone']);
  expect(site.world.moves).toEqual([]);
  expect(site.world.kept?.now).toBeNull();
});
