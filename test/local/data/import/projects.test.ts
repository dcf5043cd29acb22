import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { importFile } from '../../../../local/data/import';
import { recordingSite } from '../recording-site';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'projects-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface ProjectRef {
  id?: string;
  key: string;
}

const row = (key: string, project?: ProjectRef | null) => ({
  key,
  fields: {
    summary: `Item ${key}`,
    issuetype: { id: '1', name: 'Story' },
    status: { id: '2', name: 'Open', statusCategory: { key: 'new' } },
    created: '2020-05-04T10:00:00.000+0000',
    ...(project === undefined ? {} : { project }),
  },
});

async function imported(rows: object[]) {
  const file = join(folder, 'rows.jsonl');
  writeFileSync(file, rows.map((each) => JSON.stringify(each)).join('\n'));
  const site = recordingSite();
  return { site, report: await importFile({ site, file }) };
}

test('rejects an item whose key is not of its project and imports the rest', async () => {
  const { site, report } = await imported([
    row('ABC-1', { key: 'ABC' }),
    row('OLD-2', { key: 'ABC' }),
    row('ABC-3', { key: 'ABC' }),
  ]);
  expect(report.rejected).toEqual([{ line: 2, reason: 'OLD-2 is not of its project ABC' }]);
  expect(report).toMatchObject({ total: 3, imported: 2, projects: ['ABC'] });
  expect(site.counts()).toEqual({ items: 2, projects: 1 });
});

test.each([
  ['the first row', [row('ABC-1', { id: '7', key: 'ABC' }), row('ABC-2', { key: 'ABC' })]],
  ['a later row', [row('ABC-1', { key: 'ABC' }), row('ABC-2', { id: '7', key: 'ABC' })]],
  ['a row after one without any', [row('ABC-1'), row('ABC-2', { id: '7', key: 'ABC' })]],
])('is one project when only %s gives its id', async (_which, rows) => {
  const { site } = await imported(rows);
  expect(site.projects()).toMatchObject([{ id: '7', key: 'ABC' }]);
  expect(site.issues.map(({ projectId }) => projectId)).toEqual(['7', '7']);
});

test('rejects an item that gives its project the id of another one', async () => {
  const { report } = await imported([
    row('ABC-1', { id: '7', key: 'ABC' }),
    row('XYZ-1', { id: '7', key: 'XYZ' }),
  ]);
  expect(report.rejected).toEqual([{ line: 2, reason: 'project id 7 of XYZ belongs to ABC' }]);
});

test('imports or rejects every row, whatever keys and ids its project has', async () => {
  const key = fc.constantFrom('AA', 'AB', 'ABC');
  const id = fc.constantFrom('1', '2', '900000001');
  const project = fc.record({ key, id }, { requiredKeys: ['key'] });
  const some = fc
    .record({ key, number: fc.integer({ min: 1, max: 9 }), project: fc.option(project) })
    .map((each) => row(`${each.key}-${each.number}`, each.project));
  await fc.assert(
    fc.asyncProperty(fc.array(some, { maxLength: 12 }), async (rows) => {
      const { site, report } = await imported(rows);
      expect(report.imported + report.rejected.length).toBe(rows.length);
      expect(site.counts().projects).toBe(new Set(report.projects).size);
    }),
    { numRuns: 60 },
  );
});
