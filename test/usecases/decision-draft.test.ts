// The draft of decisions over storage: two windows of one person keep it at one moment.
import { expect, test } from '@jest/globals';
import { forgeDriver } from '../../src/adapters/storage/forge-driver';
import { personal } from '../../src/adapters/storage/personal';
import type { DraftEntry } from '../../src/domain/decision';
import { AppError } from '../../src/domain/errors';
import { openDecisionDraft, saveDecisionDraft } from '../../src/usecases/decision-draft';
import { NOW, P, storage, withStorage } from '../adapters/storage/stored';

withStorage();

const ports = { personal: personal(forgeDriver), clock: { now: () => NOW } };
const entry = (itemId: string): DraftEntry => ({
  itemId,
  itemKey: `SHOP-${itemId}`,
  seen: { statusId: '100', flag: null, answer: null, rev: 0 },
  decision: { kind: 'kill', reason: 'Old' },
  state: 'open',
});
const save = (itemIds: string[], over: number | null) =>
  saveDecisionDraft(ports, 'ann', { projectId: P, entries: itemIds.map(entry), over });
const kept = async () => (await openDecisionDraft(ports, 'ann', P)).draft;

test.each([0, 1, 2])(
  'of two windows that keep %i drafts later at one moment one is refused and told what is kept',
  async (before) => {
    let over: number | null = null;
    for (let n = 0; n < before; n += 1) over = (await save(['1'], over)).at;
    const told = await Promise.allSettled([save(['1', '2'], over), save(['1', '3'], over)]);
    expect(told.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const won = told[0]?.status === 'fulfilled' ? ['1', '2'] : ['1', '3'];
    const draft = await kept();
    expect(draft?.entries.map(({ itemId }) => itemId)).toEqual(won);
    const refused = told.find((one) => one.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'conflict', details: draft });
    // The other window goes on from what it was told.
    const { at } = await save(['1', '2', '3'], draft?.at ?? null);
    expect(await kept()).toMatchObject({ at, entries: [{}, {}, {}] });
  },
);

test('a draft that was kept although its answer was lost is no conflict when it is kept again', async () => {
  const { at } = await save(['1'], null);
  storage.lose((path) => path.endsWith('/transaction'));
  const lost = await save(['1', '2'], at).catch((error: unknown) => error);
  storage.lose(null);
  const again = await save(['1', '2'], at);
  expect(await kept()).toEqual({ at: again.at, entries: ['1', '2'].map(entry) });
  expect(lost).toEqual(again);
});

test('a draft is as old as its keeping, and each is later than the one before', async () => {
  expect(await save(['1'], null)).toEqual({ at: NOW });
  expect(await save(['1', '2'], NOW)).toEqual({ at: NOW + 1 });
});

test('what storage can’t do is no other window’s draft', async () => {
  const broken = {
    ...ports,
    personal: {
      ...ports.personal,
      saveDecisionDraft: () => Promise.reject(new AppError('jira_unavailable', 'gone')),
    },
  };
  const input = { projectId: P, entries: [entry('1')], over: null };
  await expect(saveDecisionDraft(broken, 'ann', input)).rejects.toMatchObject({
    code: 'jira_unavailable',
  });
});
