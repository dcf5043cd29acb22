// What is kept of messages: each once, and found again by its project.
import { expect, test } from '@jest/globals';
import { forgeDriver } from '../../../src/adapters/storage/forge-driver';
import { notices } from '../../../src/adapters/storage/notices';
import { projectData } from '../../../src/adapters/storage/data';
import { personal } from '../../../src/adapters/storage/personal';
import type { Notice } from '../../../src/domain/digest';
import { NOW, nextId, P, withStorage } from './stored';

withStorage();
const driver = forgeDriver;
const kept = notices(driver);
const data = projectData(driver, nextId);

const notice = (more: Partial<Notice> = {}): Notice => ({
  ...{ to: 'ann', itemId: '10001', others: [], week: '2026-11-16', dues: [] },
  counts: { due: 0, agenda: 3, unread: 0, ending: 0 },
  counted: { due: [], agenda: ['10001', '10002', '10003'] },
  ...more,
});

test('a person gets one summary a week, whatever the project', async () => {
  expect(await kept.claim(P, notice(), NOW)).toBe(true);
  expect(await kept.claim('2', notice(), NOW)).toBe(false);
  expect(await kept.claim('2', notice({ to: 'bob' }), NOW)).toBe(true);
  expect(await kept.claim('2', notice({ week: '2026-11-23' }), NOW)).toBe(true);
});

test('a summary that reached nobody leaves the week to another project', async () => {
  await kept.claim(P, notice(), NOW);
  const [first] = await kept.waiting(P);
  if (!first) throw new Error('nothing waits');
  await kept.save({ ...first, state: 'begun' });
  // It may have arrived.
  expect(await kept.claim('2', notice(), NOW)).toBe(false);
  await kept.save({ ...first, rev: first.rev + 1, state: 'nobody' });
  expect(await kept.claim(P, notice(), NOW)).toBe(false);
  expect(await kept.claim('2', notice({ itemId: '20001' }), NOW)).toBe(true);
  expect(await kept.waiting(P)).toEqual([]);
  const [second] = await kept.waiting('2');
  expect(second).toMatchObject({ itemId: '20001', rev: 4, state: 'waiting' });
});

test('a result that is due is not lost with a summary that another project has sent', async () => {
  await kept.claim(P, notice(), NOW);
  const dues = [{ itemId: '10002', checkBy: '2026-11-15' }];
  expect(await kept.claim('2', notice({ dues }), NOW)).toBe(false);
  expect(await kept.isTold('10002', '2026-11-15')).toBe(false);
  expect(await kept.claim('2', notice({ week: null, dues }), NOW)).toBe(true);
});

test('what was begun of a message is erased with its project', async () => {
  const asked: string[] = [];
  const create: typeof driver.create = (entity, key, value) => {
    asked.push(key);
    return driver.create(entity, key, value);
  };
  const stopped = notices({
    ...driver,
    create,
    commit: () => Promise.reject(new Error('the process ends')),
  });
  await expect(stopped.claim(P, notice(), NOW)).rejects.toThrow('ends');
  while (await data.removeNotes(P));
  expect(await Promise.all(asked.map((key) => driver.get('job', key)))).toEqual([undefined]);
});

test('who wants no messages still wants none when a project is erased', async () => {
  const people = personal(driver);
  await people.saveDigestOff('ann', P, true, NOW);
  await people.saveDigestOff('bob', P, false, NOW);
  await people.saveDismissedSignals('ann', P, ['aged'], NOW);
  while (await data.removeNotes(P));
  expect(await people.digestOff('ann', P)).toBe(true);
  expect(await people.dismissedSignals('ann', P)).toEqual([]);
  expect(await driver.get('draft', `digest:${P}:bob`)).toBe(undefined);
});
