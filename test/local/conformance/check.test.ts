import { describe, expect, test } from '@jest/globals';
import { look, type Exchange } from '../../../local/conformance/check';
import { exceptionFor } from '../../../local/conformance/exceptions';
import { describedBy, json, ref } from './described';

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
    '/rest/api/3/shelf/{number}': {
      get: {
        parameters: [
          { in: 'path', name: 'number', required: true, schema: { type: 'integer' } },
          { in: 'query', name: 'by', schema: { type: 'object', additionalProperties: false } },
        ],
        responses: { 200: json(ref('Shelf')) },
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
      Shelf: {
        type: 'object',
        properties: {
          first: { allOf: [{ type: 'object', properties: { at: { type: 'integer' } } }] },
        },
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

const description = describedBy(THINGS);

const GET: Exchange = {
  method: 'GET',
  path: '/rest/api/3/thing/7?of=x',
  body: '',
  fromApp: true,
  status: 200,
  answer: '{"id":"7","colour":null,"made":"2026-11-02T09:00:00.000+0000","part":{"id":"8"}}',
};
const SHELF: Exchange = { ...GET, path: '/rest/api/3/shelf/3', answer: '{"first":{"at":1}}' };
const PUT: Exchange = { ...GET, method: 'PUT', body: '{"id":"7"}', status: 204, answer: '' };

const rules = (from: Exchange, more: Partial<Exchange> = {}) =>
  look(description, { ...from, ...more }).faults.map(({ rule }) => rule);

const query = (text: string) => ({ path: `/rest/api/3/thing/7?${text}` });

test('what fits has no faults, and a literal path is not taken for a name', () => {
  expect(rules(GET)).toEqual([]);
  expect(rules(PUT, { path: '/rest/api/3/thing/7' })).toEqual([]);
  expect(rules(SHELF)).toEqual([]);
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
    ['a word for a number', SHELF, { path: '/rest/api/3/shelf/x' }, 'path number / type integer'],
    ['a broken path', SHELF, { path: '/rest/api/3/shelf/%' }, 'path number broken'],
    [
      'an object of the query',
      SHELF,
      { path: '/rest/api/3/shelf/3?by=x' },
      'query by / type object',
    ],
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
  [
    'an unknown member of what is only explained anew',
    { path: SHELF.path, answer: '{"first":{"at":1,"x":1}}' },
    'answer 200 /first additionalProperties x',
  ],
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

test('an outage is an exception where a test made it up, and nowhere else', () => {
  const outage = { ...GET, status: 503, answer: '{}' };
  const idsOf = (exchange: Exchange) =>
    look(description, exchange).faults.map((fault) => exceptionFor(fault)?.id);
  expect(idsOf({ ...outage, madeUp: true })).toEqual(['outage']);
  expect(idsOf(outage)).toEqual([undefined]);
});

describe('the gateway', () => {
  const REFUSED = { code: 403, message: 'Unauthorized; scope does not match' };
  const excepted = (status: number, answer: object) =>
    look(description, { ...GET, status, answer: JSON.stringify(answer) }).faults.map(
      (fault) => exceptionFor(fault)?.id,
    );

  test('may refuse for a login and for a scope, in its own form and with its own status', () => {
    const login = { message: 'Client must be authenticated.', 'status-code': 401 };
    expect(excepted(401, login)).toEqual(['login']);
    expect(excepted(403, REFUSED)).toEqual(['scope']);
  });

  test.each<[string, number, object]>([
    ['another reason', 403, { ...REFUSED, message: 'No.' }],
    ['another code', 403, { ...REFUSED, code: 401 }],
    ['another status', 401, REFUSED],
    ['more than it says', 403, { ...REFUSED, why: 1 }],
  ])('is not the excuse for a refusal with %s', (_what, status, answer) => {
    expect(excepted(status, answer)).toContain(undefined);
  });
});
