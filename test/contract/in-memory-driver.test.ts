// One suite for both drivers of storage: the one in memory, which the simulation runs on, and Forge's
// over the local host's storage.
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Driver } from '../../src/adapters/storage/driver';
import { forgeDriver } from '../../src/adapters/storage/forge-driver';
import { storageHere } from '../adapters/storage/kvs-here';
import { memoryStore } from '../simulation/memory-driver';

let close: (() => void) | null = null;
afterEach(() => close?.());

const DRIVERS: Record<string, () => Driver> = {
  'in memory': () => memoryStore({ now: () => 0 }).driver,
  'over Forge': () => {
    const storage = storageHere();
    close = storage.close;
    return forgeDriver;
  },
};

const scan = (projectId: string, dueAt: string, rev = 1, state = 'on') => ({
  ...{ projectId, state, dueAt, lease: '', leaseUntil: 0, rev },
  body: { v: 1 },
});
const ON = { index: 'by-state', partition: ['on'] };
const idsOf = (records: readonly unknown[]) =>
  records.map((record) => (record as { projectId: string }).projectId);

describe.each(Object.entries(DRIVERS))('%s', (_name, start) => {
  test('what is set is read back, as a copy, and what is removed is gone', async () => {
    const driver = start();
    const value = scan('1', 'a');
    await driver.set('scan', '1', value);
    value.body.v = 2;
    expect(await driver.get('scan', '1')).toEqual(scan('1', 'a'));
    await driver.remove('scan', '1');
    await driver.remove('scan', '1');
    expect(await driver.get('scan', '1')).toBeUndefined();
  });

  test('a key is created once', async () => {
    const driver = start();
    expect(await driver.create('scan', '1', scan('1', 'a'))).toBe(true);
    expect(await driver.create('scan', '1', scan('1', 'b'))).toBe(false);
    expect(await driver.get('scan', '1')).toMatchObject({ dueAt: 'a' });
  });

  test('a transaction whose condition does not hold changes nothing', async () => {
    const driver = start();
    await driver.create('scan', '1', scan('1', 'a', 3));
    const write = (ifRev: number) => [
      { entity: 'scan', key: '1', value: scan('1', 'b', ifRev + 1), ifRev },
      { entity: 'scan', key: '2', value: scan('2', 'b') },
    ];
    expect(await driver.commit(write(2))).toBe(false);
    expect(await driver.get('scan', '2')).toBeUndefined();
    expect(await driver.commit(write(3))).toBe(true);
    expect(await driver.commit(write(3))).toBe(false);
    expect(await driver.get('scan', '1')).toMatchObject({ rev: 4 });
    expect(await driver.get('scan', '2')).toMatchObject({ rev: 1 });
    expect(
      await driver.commit([{ entity: 'scan', key: '9', value: scan('9', 'b'), ifRev: 1 }]),
    ).toBe(false);
  });

  test('a transaction names at most 25 keys, each once', async () => {
    const driver = start();
    const writes = (count: number) =>
      Array.from({ length: count }, (_none, i) => ({
        ...{ entity: 'scan', key: String(i) },
        value: scan(String(i), 'a'),
      }));
    expect(await driver.commit(writes(25))).toBe(true);
    await expect(driver.commit(writes(26))).rejects.toThrow();
    await expect(driver.commit([...writes(1), ...writes(1)])).rejects.toThrow();
  });

  test('an index lists its partition in the order of its range, and from or up to a value', async () => {
    const driver = start();
    for (const [id, dueAt] of ['c', 'a', 'd', 'b'].entries())
      await driver.set('scan', String(id), scan(String(id), dueAt));
    await driver.set('scan', '9', scan('9', 'a', 1, 'off'));
    // A record that is only begun has none of the attributes.
    await driver.create('scan', '10', { rev: 0 });
    expect(idsOf(await driver.list('scan', ON))).toEqual(['1', '3', '0', '2']);
    expect(idsOf(await driver.list('scan', { ...ON, atMost: 'b' }))).toEqual(['1', '3']);
    expect(idsOf(await driver.list('scan', { ...ON, atLeast: 'c' }))).toEqual(['0', '2']);
    await expect(driver.list('scan', { index: 'by-nothing', partition: [] })).rejects.toThrow();
    await expect(driver.list('scan', { ...ON, partition: [] })).rejects.toThrow();
  });

  test('the latest come page by page from the end on', async () => {
    const driver = start();
    for (const [id, dueAt] of ['a', 'b', 'c', 'd', 'e'].entries())
      await driver.set('scan', String(id), scan(String(id), dueAt));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<Driver['latest']>> = await driver.latest('scan', ON, after, 2);
      seen.push(...page.records.map(({ key }) => key));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(['4', '3', '2', '1', '0']);
  });
});
