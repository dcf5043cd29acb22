import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { look, type Exchange } from '../../../local/conformance/check';
import { FILES, readDescription, type Description } from '../../../local/conformance/description';

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** A description with one thing in it, in the words of OpenAPI 3.0. */
const THINGS = {
  paths: {
    '/rest/api/3/thing/{id}': {
      get: {
        parameters: [
          { in: 'path', name: 'id', required: true, schema: { type: 'string' } },
          { in: 'query', name: 'max', schema: { type: 'integer', maximum: 10 } },
          {
            in: 'query',
            name: 'expand',
            schema: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
          },
          { in: 'query', name: 'of', required: true, schema: { type: 'string' } },
        ],
        responses: { 200: json(ref('Thing')), 404: { description: 'Hidden, or not there.' } },
      },
      put: {
        requestBody: { required: true, ...json(ref('Thing')) },
        responses: { 204: { description: 'Done.' } },
        security: [{ basic: [] }, { OAuth2: ['write:thing'] }],
      },
    },
    '/rest/api/3/thing/all': { get: { responses: { default: json({ type: 'array' }) } } },
  },
  components: {
    schemas: {
      ErrorCollection: {
        type: 'object',
        properties: { errorMessages: { type: 'array', items: { type: 'string' } } },
      },
      Thing: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'string' },
          colour: { type: 'string', enum: ['red', 'blue'], nullable: true },
          made: { type: 'string', format: 'date-time' },
          part: { allOf: [ref('Thing')], nullable: true, description: 'Another of its kind.' },
        },
      },
    },
  },
};

let folder = '';
let description: Description;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ladder-description-'));
  for (const [n, name] of FILES.entries())
    writeFileSync(path.join(folder, name), JSON.stringify(n === 0 ? THINGS : { paths: {} }));
  description = readDescription(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const GET: Exchange = {
  method: 'GET',
  path: '/rest/api/3/thing/7?of=x',
  body: '',
  fromApp: true,
  status: 200,
  answer: '{"id":"7","colour":null,"made":"2026-11-02T09:00:00.000+0000","part":{"id":"8"}}',
};
const PUT: Exchange = { ...GET, method: 'PUT', body: '{"id":"7"}', status: 204, answer: '' };

const rules = (from: Exchange, more: Partial<Exchange> = {}) =>
  look(description, { ...from, ...more }).faults.map(({ rule }) => rule);

const query = (text: string) => ({ path: `/rest/api/3/thing/7?${text}` });

test('what fits has no faults, and a literal path is not taken for a name', () => {
  expect(rules(GET)).toEqual([]);
  expect(rules(PUT, { path: '/rest/api/3/thing/7' })).toEqual([]);
  expect(rules(GET, { path: '/rest/api/3/thing/all', answer: '[1]' })).toEqual([]);
  expect(look(description, GET).call).toBe('GET /rest/api/3/thing/{id}');
  expect(description.operation('PUT', '/rest/api/3/thing/7')?.scopes).toEqual([['write:thing']]);
});

describe('requests', () => {
  const plain = { path: '/rest/api/3/thing/7' };
  test.each<[string, Exchange, Partial<Exchange>, string]>([
    ['an unknown call', GET, { path: '/rest/api/3/nothing' }, 'call unknown'],
    ['an unknown method', GET, { method: 'DELETE' }, 'call unknown'],
    ['an unknown parameter', GET, query('of=x&q=1'), 'query q unknown'],
    ['a missing parameter', GET, query('max=1'), 'query of missing'],
    ['a number that is none', GET, query('of=x&max=ten'), 'query max / type integer'],
    ['a number too large', GET, query('of=x&max=11'), 'query max / maximum'],
    ['a word of a list', GET, query('of=x&expand=a,c'), 'query expand /* enum'],
    ['no body', PUT, { ...plain, body: '' }, 'body missing'],
    ['a body that is no JSON', PUT, { ...plain, body: '{' }, 'body not JSON'],
    ['a body where none is known', GET, { body: '{}' }, 'body unknown'],
    ['a missing member', PUT, { ...plain, body: '{}' }, 'body / required id'],
    [
      'an unknown member',
      PUT,
      { ...plain, body: '{"id":"7","x":1}' },
      'body / additionalProperties x',
    ],
  ])('%s is a fault', (_what, from, more, rule) => {
    expect(rules(from, more)).toEqual([rule]);
  });

  test('a wrong one that is refused is a fault of the app alone', () => {
    const refused = { ...query('q=1'), status: 404, answer: '' };
    expect(rules(GET, { ...refused, fromApp: false })).toEqual([]);
    expect(rules(GET, refused)).toEqual(['query q unknown', 'query of missing']);
    expect(rules(GET, { method: 'DELETE', status: 405, fromApp: false })).toEqual([]);
  });
});

test.each<[string, Partial<Exchange>, string]>([
  ['a status that is not described', { status: 410, answer: '' }, 'status 410'],
  ['no body', { answer: '' }, 'answer 200 empty'],
  ['a text', { answer: '<html>' }, 'answer 200 not JSON'],
  ['a value outside of a list', { answer: '{"id":"7","colour":"x"}' }, 'answer 200 /colour enum'],
  ['another type', { answer: '{"id":7}' }, 'answer 200 /id type string'],
  [
    'a day for a moment',
    { answer: '{"id":"7","made":"2026-11-02"}' },
    'answer 200 /made format date-time',
  ],
  ['an unknown member', { answer: '{"id":"7","x":1}' }, 'answer 200 / additionalProperties x'],
  ['a fault further in', { answer: '{"id":"7","part":{}}' }, 'answer 200 /part required id'],
  [
    'a refusal of another shape',
    { status: 404, answer: '{"why":1}' },
    'answer 404 / additionalProperties why',
  ],
])('an answer with %s is a fault', (_what, more, rule) => {
  const found = rules(GET, more);
  expect(found).toContain(rule);
});
