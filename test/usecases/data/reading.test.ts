// Counting and reading all that is kept, as much of it as one call has time and room for.
import { expect, test } from '@jest/globals';
import type { Act, DataRecord, KeptSignature } from '../../../src/ports';
import { createDataWorld, ME, PROJECT, type DataWorld } from '../../support/data-world';
import { idOf } from '../../support/data-states';
import { filled, FULL } from '../../support/data-trips';

const section = 'acts' as const;

/** A project with so many acts, each with a text of so many characters. */
async function acting(count: number, length: number) {
  const world = createDataWorld();
  for (let at = 0; at < count; at += 1) {
    const value = { projectId: PROJECT, subject: 'x', kind: 'goal.save', by: ME };
    const day = new Date(Date.UTC(2026, 0, 1) + at).toISOString();
    const body = { v: 1, before: null, after: 'x'.repeat(length) };
    await world.store.driver.set('act', `act-${String(at)}`, { ...value, at: day, body });
  }
  return world;
}

/** Reads from the beginning to the end. @returns how many records each call gave */
async function readAll({ means }: DataWorld) {
  const counts: number[] = [];
  const found = new Set<string>();
  for (let after: string | undefined; counts.length < 50;) {
    const given = { projectId: PROJECT, section, ...(after !== undefined && { after }) };
    const { rows, next } = await means.call('data.read', given);
    counts.push(rows.length);
    for (const { key } of rows) found.add(key);
    if (next === null) break;
    after = next;
  }
  return { counts, found: found.size };
}

test('counting stops after twenty queries of storage, and goes on from there', async () => {
  const { means } = await acting(2_150, 1);
  const first = await means.call('data.count', { projectId: PROJECT, section });
  expect(first.count).toBe(2_000);
  const after = first.next ?? '';
  const rest = await means.call('data.count', { projectId: PROJECT, section, after });
  expect(rest).toEqual({ count: 150, next: null });
});

test('a small part is counted at once', async () => {
  const { means } = await acting(3, 1);
  const counted = await means.call('data.count', { projectId: PROJECT, section });
  expect(counted).toEqual({ count: 3, next: null });
});

test('an answer holds a hundred records, or as many as fit into it, and always one', async () => {
  expect(await readAll(await acting(150, 1))).toEqual({ counts: [100, 50], found: 150 });
  const { counts, found } = await readAll(await acting(30, 100_000));
  expect([found, Math.min(...counts) > 1, Math.max(...counts) <= 10]).toEqual([30, true, true]);
  expect(await readAll(await acting(2, 1_100_000))).toEqual({ counts: [1, 1], found: 2 });
});

test('records of items are told by Jira’s leave, which is asked for each item once', async () => {
  const world = await filled(FULL);
  const { rights, data } = world.ports;
  const asked: string[][] = [];
  const { seen } = rights;
  rights.seen = (ids) => (asked.push([...ids].sort()), seen(ids));
  const read = () => world.means.call('data.read', { projectId: PROJECT, section });
  expect((await read()).hidden).toBe(0);
  expect(asked).toEqual([[idOf(0), idOf(1)]]);
  const item = world.site.items.get(idOf(0));
  if (item) item.visibleTo = ['acc-other'];
  expect((await read()).hidden).toBe(2);
  // What this version cannot read says of no item that it is about it.
  const { page } = data;
  const strange: DataRecord = { key: 'x', value: { projectId: PROJECT, body: { v: 2 } } };
  data.page = async (...all) => ({ ...(await page(...all)), values: [strange] });
  expect(await read()).toMatchObject({ rows: [strange], hidden: 0 });
  // Where every record is about an item, one that names none stays in.
  for (const part of ['revisions', 'results', 'decisions', 'passes'] as const) {
    const answer = await world.means.call('data.read', { projectId: PROJECT, section: part });
    expect(answer).toMatchObject({ rows: [], hidden: 1 });
  }
});

test.each(['results', 'revisions', 'acts'] as const)(
  'of %s that a later version wrote, those about items that the reader does not see stay in',
  async (part) => {
    const world = await filled(FULL);
    const { data } = world.ports;
    const { values } = await data.page(PROJECT, part, null, 100);
    const later = values.map(({ key, value }) => ({ key, value: { ...value, body: { v: 2 } } }));
    data.page = async () => ({ values: later, next: null });
    const read = () => world.means.call('data.read', { projectId: PROJECT, section: part });
    expect(await read()).toMatchObject({ rows: later, hidden: 0 });
    const item = world.site.items.get(idOf(0));
    if (item) item.visibleTo = ['acc-other'];
    const { rows, hidden } = await read();
    expect(hidden).toBeGreaterThan(0);
    expect(rows).toHaveLength(later.length - hidden);
    expect(JSON.stringify(rows)).not.toContain(`"${idOf(0)}"`);
  },
);

test('a signature names an agreement, no item, and goes out', async () => {
  const { ports, means } = await filled(FULL);
  const agreementId = ports.ids.next();
  const signature: KeptSignature = {
    agreementId,
    accountId: ME,
    says: 'signed',
    wording: 'w',
    at: 1,
    rev: 1,
  };
  const act: Act = {
    ...{ projectId: PROJECT, subject: agreementId, kind: 'agreement.sign', by: ME, at: 1 },
    ...{ before: null, after: null },
  };
  await ports.signatures.save(PROJECT, signature, 0, act);
  const part = { projectId: PROJECT, section: 'revisions' as const };
  const { rows, hidden } = await means.call('data.read', part);
  expect(rows.map(({ value }) => value['subject'])).toContain(agreementId);
  expect(hidden).toBe(0);
});
