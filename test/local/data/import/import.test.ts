import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { importFile } from '../../../../local/data/import';
import { recordingSite } from '../recording-site';

const FIXTURES = join(__dirname, '../fixtures');

async function imported(file: string) {
  const site = recordingSite();
  const report = await importFile({ site, file: join(FIXTURES, file) });
  return { site, report };
}

const moment = (text: string): number => Date.parse(text);

test('lists every bad row with its line and reason and imports the rest', async () => {
  const { site, report } = await imported('orchard.jsonl');
  expect(report.rejected.map(({ line, reason }) => [line, reason])).toEqual([
    [4, expect.stringMatching(/^not JSON: Unterminated string/)],
    [6, 'fields.summary: longer than 255 characters'],
    [8, 'ORCH-1 was read before, on line 1'],
    [9, 'id 501 of ORCH-7 belongs to ORCH-1'],
    [10, expect.stringMatching(/^fields\.status: .*; fields\.created: .*; fields\.labels: /)],
    [11, 'fields.duedate: not a day (yyyy-MM-dd)'],
    [16, expect.stringMatching(/^not JSON: /)],
    [17, expect.stringMatching(/^key: .*; fields: /)],
  ]);
  expect(report).toMatchObject({ total: 16, imported: 8, projects: ['ORCH'] });
  expect(site.counts()).toEqual({ items: 8, projects: 1 });
});

test('takes the latest moment of the usable rows as newest', async () => {
  const { report } = await imported('orchard.jsonl');
  expect(report.newest).toBe(moment('2019-06-01T00:00:00Z'));
});

test('finds when an item was finished from its history, else from its resolution', async () => {
  const { site } = await imported('orchard.jsonl');
  expect(site.issue('ORCH-1').categoryChanged).toBe(moment('2019-04-01T14:00:00Z'));
  expect(site.issue('ORCH-2').categoryChanged).toBe(moment('2019-06-01T00:00:00Z'));
});

test('keeps the resolution date of an open item and dates its category by its creation', async () => {
  const { site } = await imported('orchard.jsonl');
  expect(site.issue('ORCH-3')).toMatchObject({
    resolved: moment('2019-06-01T00:00:00Z'),
    categoryChanged: moment('2019-03-01T07:00:00Z'),
  });
});

test('puts a history that comes newest first into the order of happening', async () => {
  const { site } = await imported('orchard.jsonl');
  const { history } = site.issue('ORCH-1');
  expect(history.map((change) => change.items[0]?.toString)).toEqual(['Resolved', 'Closed']);
  expect(history[1]).toMatchObject({ authorAccountId: 'gardener-1' });
  expect(history[0]?.items[0]).toMatchObject({ fieldId: 'status', from: '2', to: null });
});

test('turns text into a document and leaves a document as it is', async () => {
  const { site } = await imported('orchard.jsonl');
  expect(site.issue('ORCH-1').description).toMatchObject({
    type: 'doc',
    content: [{ type: 'paragraph' }, { type: 'bulletList' }],
  });
  expect(JSON.stringify(site.issue('ORCH-12').description)).toContain('Kept as it is');
  expect(JSON.stringify(site.issue('ORCH-6').description).length).toBeGreaterThan(39_900);
});

test('links sub-tasks and epics, by key or by epic link, and lets go of absent parents', async () => {
  const { site } = await imported('orchard.jsonl');
  expect(site.issue('ORCH-10').parentId).toBe(site.issue('ORCH-11').id);
  expect(site.issue('ORCH-11').parentId).toBe(site.issue('ORCH-12').id);
  expect(site.issue('ORCH-13').parentId).toBeNull();
});

test('reads levels, categories and ids that the file leaves out', async () => {
  const { site } = await imported('orchard.jsonl');
  const [project] = site.projects();
  const level = (name: string) =>
    project?.issueTypes.find((type) => type.name === name)?.hierarchyLevel;
  expect([level('Story'), level('Task step'), level('Epic')]).toEqual([0, -1, 1]);
  expect(project?.statuses).toContainEqual(
    expect.objectContaining({ name: 'In Progress', category: 'indeterminate' }),
  );
  expect(site.issue('ORCH-13')).toMatchObject({
    projectId: '9',
    id: expect.stringMatching(/^\d+$/),
  });
});

test('keeps labels, components, versions, points, due date and links to the outside', async () => {
  const { site } = await imported('orchard.jsonl');
  const item = site.issue('ORCH-11');
  expect(item).toMatchObject({ labels: ['tree'], fixVersionNames: ['Autumn'], estimate: 5 });
  expect(item.dueDate).toBe('2019-12-24');
  expect(site.projects()[0]?.components).toEqual([{ id: item.componentIds[0], name: 'Cider' }]);
  expect(site.issue('ORCH-10').links).toMatchObject([
    { otherKey: 'ELSEWHERE-3', direction: 'outward', typeName: 'Blocks' },
  ]);
});

test('makes users of the people in the file, without login, beside those who can log in', async () => {
  const { site } = await imported('orchard.jsonl');
  const logins = site.users().filter((user) => user.name !== '');
  expect(logins.map((user) => user.name)).toEqual(['admin', 'po', 'dev', 'viewer', 'outsider']);
  expect(site.users()).toContainEqual(
    expect.objectContaining({ accountId: 'JIRAUSER100', displayName: 'Orchard Hand', name: '' }),
  );
  const roles = site.projects()[0]?.roles;
  expect(roles).toMatchObject({
    'demo-po': 'admin',
    'demo-dev': 'editor',
    'demo-outsider': 'none',
  });
  expect(site.projects()[0]?.defaultRole).toBe('viewer');
});

test('reads a search response that spans many lines, with the names of its fields', async () => {
  const { site, report } = await imported('orchard-response.json');
  expect(report).toMatchObject({ total: 3, imported: 2, newest: moment('2019-07-01T00:00:00Z') });
  expect(report.rejected).toEqual([{ line: 2, reason: expect.stringContaining('fields.created') }]);
  expect(site.issue('ORCH-21').estimate).toBe(3);
});

test('imports the whole made-up backlog of the oracle but its broken rows', async () => {
  const { report } = await imported('../../../oracle/fixtures/harbour.jsonl');
  expect(report).toMatchObject({ total: 64, imported: 60 });
  expect(report.rejected.map(({ line }) => line)).toEqual([11, 25, 35, 46]);
});

test('refuses a project that is on the site already, and a file that is not there', async () => {
  const { site } = await imported('orchard.jsonl');
  const file = join(FIXTURES, 'orchard.jsonl');
  await expect(importFile({ site, file })).rejects.toThrow('Project ORCH is on this site already.');
  const missing = { site: recordingSite(), file: join(FIXTURES, 'absent.jsonl') };
  await expect(importFile(missing)).rejects.toThrow(/absent\.jsonl: there is no such file/);
});

test('never throws on lines of any content and accounts for each of them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  const line = fc.oneof(
    fc.json(),
    fc.string().map((text) => text.replace(/[\r\n]/g, ' ')),
    fc
      .record({ key: fc.constantFrom('A-1', 'AB-1', 'AB-2'), fields: fc.object() })
      .map((row) => JSON.stringify(row)),
  );
  await fc
    .assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), async (lines) => {
        const file = join(folder, 'rows.jsonl');
        writeFileSync(file, lines.join('\n'));
        const report = await importFile({ site: recordingSite(), file });
        expect(report.imported + report.rejected.length).toBe(report.total);
      }),
      { numRuns: 60 },
    )
    .finally(() => rmSync(folder, { recursive: true }));
});
