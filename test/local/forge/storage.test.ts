import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { standingClock, type Clock } from '../../../local/clock';
import { openDb } from '../../../local/db';
import { createKvs, type Kvs } from '../../../local/forge/kvs';
import type { Entity } from '../../../local/manifest';

const task: Entity = {
  name: 'task',
  attributes: {
    project: { type: 'string' },
    rank: { type: 'integer' },
    title: { type: 'string' },
    body: { type: 'any' },
  },
  indexes: [
    { name: 'by-rank', partition: ['project'], range: ['rank'] },
    { name: 'title', partition: [], range: ['title'] },
  ],
};

let kvs: Kvs;
let clock: Clock;

beforeEach(() => {
  clock = standingClock(1_000_000);
  kvs = createKvs({ db: openDb(':memory:'), clock, entities: [task] });
});

const ask = (path: string, body: unknown) => kvs.handle(`/api/v1/${path}`, body);
const setTask = (key: string, value: unknown) =>
  ask('entity/set', { key, entityName: 'task', value });
const byRank = (more: object = {}) =>
  ask('entity/query', { entityName: 'task', indexName: 'by-rank', partition: ['A'], ...more });
const page = (answer: { json: unknown }) =>
  answer.json as { data: { key: string; value: unknown }[]; cursor?: string };
const keys = (answer: { json: unknown }) => page(answer).data.map(({ key }) => key);

test('what an index orders and parts by is bounded', () => {
  const value = { project: 'A', rank: 1, title: 't' };
  expect(setTask('long', { ...value, title: 'x'.repeat(901) }).status).toBe(400);
  expect(setTask('wide', { ...value, project: 'x'.repeat(1701) }).status).toBe(400);
  const most = { ...value, title: 'x'.repeat(900), project: 'x'.repeat(1700) };
  expect(setTask('most', most).status).toBe(204);
});

describe('keys', () => {
  test('a value comes back as it was set', () => {
    expect(ask('set', { key: 'a', value: { b: [1, null] } }).status).toBe(204);
    expect(ask('get', { key: 'a' }).json).toEqual({ key: 'a', value: { b: [1, null] } });
  });

  test('a key that is not there is not found', () => {
    expect(ask('get', { key: 'a' })).toMatchObject({
      status: 404,
      json: { code: 'KEY_NOT_FOUND' },
    });
  });

  test('FAIL_IF_EXISTS refuses the second writer until the key has expired', () => {
    const options = { keyPolicy: 'FAIL_IF_EXISTS', ttl: { value: 1, unit: 'MINUTES' } };
    const write = () => ask('set', { key: 'lock', value: 1, options }).status;
    expect(write()).toBe(204);
    expect(write()).toBe(409);
    clock.set(clock.now() + 60_000);
    expect(write()).toBe(204);
  });

  test('a key of 500 characters lives for a year at most', () => {
    const set = (days: number) =>
      ask('set', {
        ...{ key: 'x'.repeat(500), value: 1 },
        options: { ttl: { value: days, unit: 'DAYS' } },
      });
    expect(set(366).status).toBe(204);
    expect(set(367)).toMatchObject({ status: 400, json: { code: 'INVALID_TTL' } });
  });

  test.each([
    ['', 'EMPTY_KEY'],
    ['a/b', 'INVALID_KEY'],
    ['   ', 'INVALID_KEY'],
    ['x'.repeat(501), 'KEY_TOO_LONG'],
  ])('the key %j is refused as %s', (key, code) => {
    expect(ask('set', { key, value: 1 })).toMatchObject({ status: 400, json: { code } });
  });

  test('values that are too large, too deep or missing are refused', () => {
    const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
    const codeOf = (value: unknown) => ask('set', { key: 'a', value }).json;
    expect(codeOf('x'.repeat(240 * 1024))).toMatchObject({ code: 'MAX_SIZE' });
    expect(codeOf(deep(32))).toMatchObject({ code: 'MAX_DEPTH' });
    expect(codeOf(undefined)).toMatchObject({ code: 'INVALID_VALUE' });
    expect(ask('set', { key: 'a', value: deep(31) }).status).toBe(204);
  });

  test('an unknown field of a request and an unknown path are refused', () => {
    expect(ask('set', { key: 'a', value: 1, surprise: true }).status).toBe(400);
    expect(ask('get', { key: 'a', options: { metadataFields: ['CREATED_AT'] } }).status).toBe(400);
    expect(ask('sort', {}).status).toBe(404);
  });

  test.each(['secret/set', 'batch/set', 'query'])('%s is refused as not modelled', (path) => {
    expect(ask(path, {})).toMatchObject({ status: 404, json: { code: 'NOT_MODELLED' } });
  });

  test('entities are kept apart from plain keys', () => {
    setTask('a', { project: 'A' });
    expect(ask('get', { key: 'a' }).status).toBe(404);
  });
});

describe('entities', () => {
  test.each([
    ['unknown', { project: 'A' }, 'INVALID_ENTITY_NAME'],
    ['task', { colour: 'red' }, 'INVALID_ENTITY_ATTRIBUTE'],
    ['task', { rank: 1.5 }, 'INVALID_ENTITY_ATTRIBUTE_TYPE'],
    ['task', { rank: '1' }, 'INVALID_ENTITY_ATTRIBUTE_TYPE'],
    ['task', { title: null }, 'INVALID_ENTITY_ATTRIBUTE_TYPE'],
    ['task', ['A'], 'INVALID_ENTITY_VALUE'],
  ])('in %s the value %j is refused as %s', (entityName, value, code) => {
    const answer = ask('entity/set', { key: 'a', entityName, value });
    expect(answer).toMatchObject({ status: 400, json: { code } });
  });

  test('a page has up to 100 values', () => {
    expect(byRank({ limit: 100 }).status).toBe(200);
    expect(byRank({ limit: 101 }).status).toBe(400);
  });

  test('an index or partition that the manifest does not declare is refused', () => {
    expect(byRank({ indexName: 'by-colour' }).json).toMatchObject({ code: 'INVALID_INDEX' });
    expect(byRank({ partition: [] }).json).toMatchObject({ code: 'INVALID_PARTITION' });
  });

  test('a value without an attribute of an index is not in that index', () => {
    setTask('with', { project: 'A', rank: 1 });
    setTask('without', { project: 'A' });
    expect(keys(byRank())).toEqual(['with']);
    expect(keys(byRank({ indexName: 'by-key', partition: [] }))).toEqual(['with', 'without']);
  });

  test('a range by the beginning of a text finds what begins with it', () => {
    for (const title of ['b', 'ba', 'bé', 'c', 'a']) setTask(title.replace('é', 'e2'), { title });
    const range = { condition: 'BEGINS_WITH', values: ['b'] };
    const query = { entityName: 'task', indexName: 'title', range };
    const titles = page(ask('entity/query', query)).data.map(({ value }) => value);
    expect(titles).toEqual([{ title: 'b' }, { title: 'ba' }, { title: 'bé' }]);
  });

  test('a filter on a query is refused', () => {
    const filters = { and: [{ property: 'title', condition: 'EQUAL_TO', values: ['late'] }] };
    expect(byRank({ filters }).status).toBe(400);
  });

  test('a query gives what a plain filter and sort over all values give, page by page', () => {
    const ranks = fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 25 });
    const bounds = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }));
    fc.assert(
      fc.property(
        ranks,
        bounds,
        fc.boolean(),
        fc.integer({ min: 1, max: 7 }),
        (all, range, down, limit) => {
          kvs.clear();
          all.forEach((rank, i) =>
            setTask(`t${String(i).padStart(2, '0')}`, { project: 'A', rank }),
          );
          const found: unknown[] = [];
          let cursor: string | undefined;
          do {
            const answer = page(
              byRank({
                range: { condition: 'BETWEEN', values: range },
                sort: down ? 'DESC' : 'ASC',
                limit,
                ...(cursor === undefined ? {} : { cursor }),
              }),
            );
            found.push(...answer.data.map(({ value }) => (value as { rank: number }).rank));
            cursor = answer.cursor;
          } while (cursor !== undefined);
          const expected = all.filter((rank) => rank >= range[0] && rank <= range[1]);
          expected.sort((a, b) => (down ? b - a : a - b));
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('transactions', () => {
  const condition = (rev: number) => ({
    and: [{ property: 'rank', condition: 'EQUAL_TO', values: [rev] }],
  });

  test('a condition that does not hold leaves everything as it was', () => {
    setTask('t', { project: 'A', rank: 1 });
    const set = [
      { key: 'note', value: 'changed' },
      { key: 't', entityName: 'task', value: { project: 'A', rank: 3 }, conditions: condition(2) },
    ];
    expect(ask('transaction', { set }).status).toBe(409);
    expect(ask('get', { key: 'note' }).status).toBe(404);
    expect(ask('transaction', { set: [{ ...set[1], conditions: condition(1) }] }).status).toBe(204);
    expect(ask('entity/get', { key: 't', entityName: 'task' }).json).toMatchObject({
      value: { rank: 3 },
    });
  });

  test('a bad value in a transaction leaves everything as it was', () => {
    const set = [
      { key: 'note', value: 'changed' },
      { key: 't', entityName: 'task', value: { rank: 'three' } },
    ];
    expect(ask('transaction', { set }).status).toBe(400);
    expect(ask('get', { key: 'note' }).status).toBe(404);
  });

  test('a condition that something is not there yet holds once', () => {
    const conditions = { and: [{ property: 'rank', condition: 'NOT_EXISTS', values: [true] }] };
    const set = [{ key: 't', entityName: 'task', value: { rank: 1 }, conditions }];
    expect([ask('transaction', { set }).status, ask('transaction', { set }).status]).toEqual([
      204, 409,
    ]);
  });

  test('more than 4 MB are refused, although each value is small enough', () => {
    const set = Array.from({ length: 18 }, (_, i) => ({
      key: `k${i}`,
      value: 'x'.repeat(240_000),
    }));
    expect(ask('transaction', { set }).json).toMatchObject({ code: 'MAX_SIZE' });
    expect(ask('transaction', { set: set.slice(1) }).status).toBe(204);
  });

  test('more than 25 operations, or one key twice, are refused', () => {
    const set = Array.from({ length: 26 }, (_, i) => ({ key: `k${i}`, value: i }));
    expect(ask('transaction', { set }).status).toBe(400);
    expect(ask('transaction', { set: set.slice(0, 1), delete: [{ key: 'k0' }] }).status).toBe(400);
  });
});
