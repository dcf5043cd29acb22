// What the check knows beyond the description: the contents of an issue, and schemas that it lacks.
import { describe, expect, test } from '@jest/globals';
import { look } from '../../../local/conformance/check';
import { COMPONENTS } from '../../../local/conformance/contents';
import { INSTEAD } from '../../../local/conformance/instead';
import { describedBy, json, ref } from './described';

const bare = { type: 'object', additionalProperties: false };
const named = { ...bare, properties: { id: { type: 'string' }, name: { type: 'string' } } };

const issues = describedBy({
  paths: {
    '/rest/api/3/issue/{issueIdOrKey}': { get: { responses: { 200: json(ref('IssueBean')) } } },
  },
  components: {
    schemas: {
      ErrorCollection: bare,
      ...Object.fromEntries(COMPONENTS.map((name) => [name, named])),
      IssueTypeDetails: {
        ...bare,
        properties: { ...named.properties, hierarchyLevel: { type: 'integer' } },
      },
      IssueBean: {
        ...bare,
        properties: {
          id: { type: 'string' },
          fields: { type: 'object', additionalProperties: {} },
        },
      },
    },
  },
});

const rulesOf = (fields: object) =>
  look(issues, {
    ...{ method: 'GET', path: '/rest/api/3/issue/1', body: '', fromApp: true, status: 200 },
    answer: JSON.stringify({ id: '1', fields }),
  }).faults.map(({ rule }) => rule.replace('answer 200 /fields', ''));

describe('the fields of an issue', () => {
  test('that fit their components have no faults, and other fields may be anything', () => {
    expect(
      rulesOf({
        issuetype: { id: '1', name: 'Story', hierarchyLevel: 0 },
        created: '2026-11-02T09:00:00.000+0000',
        resolutiondate: null,
        duedate: '2026-11-02',
        resolution: null,
        labels: ['legal'],
        customfield_10042: { any: 'thing' },
      }),
    ).toEqual([]);
  });

  test.each<[string, object, string]>([
    [
      'a member that its component lacks',
      { issuetype: { id: '1', name: 'Story', hierarchyLevel: 0, level: 0 } },
      '/issuetype additionalProperties level',
    ],
    ['a member left out that is read', { resolution: { id: '1' } }, '/resolution required name'],
    ['a number for a text', { components: [{ id: 1, name: 'A' }] }, '/components/*/id type string'],
    ['a moment of another form', { created: '2026-11-02T09:00:00.000Z' }, '/created pattern'],
    ['a moment for a day', { duedate: '2026-11-02T09:00:00.000+0000' }, '/duedate pattern'],
    ['a number for a label', { labels: [1] }, '/labels/* type string'],
    ['nothing where something always is', { issuetype: null }, '/issuetype type object'],
    ['a link to nowhere', { issuelinks: [{ type: {} }] }, '/issuelinks/* anyOf'],
  ])('with %s have a fault', (_what, fields, rule) => {
    expect(rulesOf(fields)).toContain(rule);
  });
});

describe('what stands in for a schema that the description lacks', () => {
  const SPRINTS = '/rest/agile/1.0/board/{boardId}/sprint';
  const parameters = [
    { in: 'path', name: 'boardId', required: true, schema: { type: 'integer' } },
    { in: 'query', name: 'state', schema: { type: 'object', additionalProperties: false } },
  ];
  const boardsWith = (answer: object) =>
    describedBy(
      { paths: {}, components: { schemas: { ErrorCollection: bare } } },
      { paths: { [SPRINTS]: { get: { parameters, responses: { 200: answer } } } } },
    );
  const sprint = { id: 1, self: 'https://one.example/1', state: 'active', name: 'One' };
  const faultsOf = (query: string, values: unknown[]) =>
    look(boardsWith({ content: { 'application/json': {} } }), {
      ...{ method: 'GET', body: '', fromApp: true, status: 200 },
      path: `/rest/agile/1.0/board/1/sprint?${query}`,
      answer: JSON.stringify({ maxResults: 50, startAt: 0, isLast: true, values }),
    }).faults.map(({ rule }) => rule);

  test('holds its answers and its parameters to the documented form', () => {
    expect(faultsOf('state=active,future', [sprint])).toEqual([]);
    expect(faultsOf('state=open', [])).toEqual(['query state /* enum']);
    expect(faultsOf('', [{ ...sprint, id: '1' }])).toEqual([
      'answer 200 /values/*/id type integer',
    ]);
    expect(faultsOf('', [{ ...sprint, started: true }])).toEqual([
      'answer 200 /values/* additionalProperties started',
    ]);
  });

  test('gives way to what the description says itself', () => {
    const idsOf = (answer: object) => boardsWith(answer).operation('GET', SPRINTS)?.instead;
    expect(idsOf({ content: { 'application/json': {} } })).toEqual([
      'states-of-sprints',
      'sprints-of-a-board',
    ]);
    expect(idsOf(json({ type: 'array' }))).toEqual(['states-of-sprints']);
    expect(INSTEAD.every(({ page }) => page.startsWith('https://'))).toBe(true);
  });
});
