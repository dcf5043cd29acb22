import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { importFile, survey } from '../../../../local/data/import';
import { recordingSite } from '../recording-site';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'csv-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: string | Buffer, name = 'export.csv'): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function imported(content: string | Buffer) {
  const site = recordingSite();
  const file = fileOf(content);
  const found = await survey(file);
  return { site, report: await importFile({ site, file, found }), notes: found.data.notes };
}

const moment = (text: string): number => Date.parse(text);

const CLOUD =
  `\uFEFFSummary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Priority,Resolution,Assignee,Assignee Id,Reporter,Reporter Id,Created,Updated,Resolved,Due date,Fix versions,Components,Components,Labels,Labels,Description,Inward issue link (Blocks),Outward issue link (Approvals),Custom field (Epic Name),Custom field (Story point estimate),Sprint,Sprint,Comment,Parent,Parent key,Status Category,Status Category Changed
Reach more people,PIE-1,10001,Epic,In Progress,PIE,Pies,High,,Mo Baker,acc-1,Lu Chef,acc-2,02/Jan/24 9:00 AM,03/Jan/24 9:00 AM,,,,,,,,,,,Reach,,,,,,,In Progress,03/Jan/24 9:00 AM
"Order ""to go"", fast",PIE-2,10002,Story,Done,PIE,Pies,Medium,Done,,,Lu Chef,acc-2,04/Jan/24 12:30 PM,20/Feb/24 1:00 AM,20/Feb/24 12:59 AM,01/Mar/24 12:00 AM,Spring,Web,App,fast,,"First line
second line

- one
- two",PIE-3,PIE-9,,"2,5",Pies 1,Pies 2,04/Jan/24 1:00 PM;acc-1;Well done,10001,PIE-1,Done,20/Feb/24 12:58 AM
Write it down,PIE-3,10003,Sub-task,To Do,PIE,Pies,Medium,,,,Lu Chef,acc-2,05/Jan/24 9:00 AM,05/Jan/24 9:00 AM,,,,,,,,,,,,,,,,10002,PIE-2,To Do,05/Jan/24 9:00 AM
`.replace(/\n(?=[A-Z"])/g, '\r\n');

test('reads the export of a Cloud site with everything that Ladder needs', async () => {
  const { site, report } = await imported(CLOUD);
  expect(report).toMatchObject({ total: 3, imported: 3, rejected: [], projects: ['PIE'] });
  expect(report.newest).toBe(moment('2024-02-20T01:00:00Z'));
  const item = site.issue('PIE-2');
  expect(item).toMatchObject({
    id: '10002',
    summary: 'Order "to go", fast',
    parentId: '10001',
    created: moment('2024-01-04T12:30:00Z'),
    resolved: moment('2024-02-20T00:59:00Z'),
    categoryChanged: moment('2024-02-20T00:58:00Z'),
    dueDate: '2024-03-01',
    labels: ['fast'],
    fixVersionNames: ['Spring'],
    estimate: 2.5,
    reporterAccountId: 'acc-2',
    assigneeAccountId: null,
    description: { type: 'doc', content: [{ type: 'paragraph' }, { type: 'bulletList' }] },
    links: [
      { typeName: 'Blocks', inward: 'is blocked by', direction: 'inward', otherKey: 'PIE-3' },
      { typeName: 'Approvals', inward: 'Approvals', direction: 'outward', otherKey: 'PIE-9' },
    ],
  });
  const [project] = site.projects();
  expect(project).toMatchObject({
    name: 'Pies',
    components: [{ name: 'Web' }, { name: 'App' }],
    issueTypes: [
      { name: 'Epic', hierarchyLevel: 1 },
      { name: 'Story', hierarchyLevel: 0 },
      { name: 'Sub-task', hierarchyLevel: -1 },
    ],
    statuses: [
      { name: 'In Progress', category: 'indeterminate' },
      { name: 'Done', category: 'done' },
      { name: 'To Do', category: 'new' },
    ],
  });
  expect(site.users()).toContainEqual(
    expect.objectContaining({ accountId: 'acc-1', displayName: 'Mo Baker', name: '' }),
  );
});

test('says what it derived and what is missing', async () => {
  const { notes } = await imported(CLOUD);
  expect(notes.derived.join('\n')).toContain(
    'Read with commas between the cells; 34 of 34 columns',
  );
  expect(notes.derived.join('\n')).toContain(
    'Epic is epic, Story is standard, Sub-task is sub-task',
  );
  expect(notes.missing.join('\n')).toContain('No history, as in every CSV');
  expect(notes.missing.join('\n')).toContain('2 sprints are named, without days');
  expect(notes.missing.join('\n')).toContain('1 comment is not taken over');
});

test('reads an export in German: semicolons, dots, and names for levels and categories', async () => {
  const { site, notes } = await imported(
    [
      'Zusammenfassung;Vorgangsschlüssel;Vorgangstyp;Status;Lösung;Erstellt;Aktualisiert;Erledigt;Epic-Verknüpfung;Benutzerdefiniertes Feld (Epic-Name)',
      'Mehr Kuchen;KU-1;Thema;In Arbeit;Nicht erledigt;12.03.24 09:41;13.03.24 09:41;;;Kuchen',
      'Teig;KU-2;Aufgabe;Ausgeliefert;Fertig;14. März 2024 09:41;15.03.24 09:41;15.03.24 09:40;Kuchen;',
    ].join('\r\n'),
  );
  expect(site.issue('KU-2')).toMatchObject({
    created: moment('2024-03-14T09:41:00Z'),
    categoryChanged: moment('2024-03-15T09:40:00Z'),
    parentId: site.issue('KU-1').id,
  });
  expect(site.projects()[0]).toMatchObject({
    key: 'KU',
    issueTypes: [{ hierarchyLevel: 1 }, { hierarchyLevel: 0 }],
    statuses: [{ category: 'indeterminate' }, { category: 'done' }],
  });
  expect(site.resolutions.map(({ name }) => name)).toEqual(['Fertig']);
  expect(notes.derived).toContain(
    'Categories of statuses, by resolutions and by name: In Arbeit is in progress, Ausgeliefert is done.',
  );
});

test('derives what a bare export leaves out, and says so', async () => {
  const { site, notes } = await imported('Key,Updated\nAB-1,2024-03-12\nAB-2,2024-03-13\n');
  expect(site.issue('AB-1')).toMatchObject({
    summary: 'AB-1',
    created: moment('2024-03-12T00:00:00Z'),
    updated: moment('2024-03-12T00:00:00Z'),
  });
  expect(notes.derived.join('\n')).toContain('No column “Created”: the last update is taken');
  for (const name of ['Summary', 'Issue Type', 'Status', 'Resolution', 'Parent'])
    expect(notes.missing.join('\n')).toContain(`No column “${name}”`);
});

test('an item without a date of its end is taken as finished at its last update', async () => {
  const { site, notes } = await imported(
    'Key,Status,Created,Updated\nAB-1,Done,2024-03-01,2024-03-12\nAB-2,Open,2024-03-01,2024-03-12\n',
  );
  expect(site.issue('AB-1').categoryChanged).toBe(moment('2024-03-12T00:00:00Z'));
  expect(site.issue('AB-2').categoryChanged).toBe(moment('2024-03-01T00:00:00Z'));
  expect(notes.derived.join('\n')).toContain('finished at its last update');
});

test('levels of a team’s own types come from whose parents they are', async () => {
  const { site } = await imported(
    [
      'Key,Type,Parent id,Issue id,Created',
      'AB-1,Pillar,,1,2024-03-01',
      'AB-2,Story,1,2,2024-03-01',
      'AB-3,Step,2,3,2024-03-01',
      'AB-4,Chore,99,4,2024-03-01',
    ].join('\n'),
  );
  const levels = site.projects()[0]?.issueTypes.map((type) => [type.name, type.hierarchyLevel]);
  expect(levels).toEqual([
    ['Pillar', 1],
    ['Story', 0],
    ['Step', -1],
    ['Chore', 0],
  ]);
  expect(site.issue('AB-3').parentId).toBe('2');
  expect(site.issue('AB-4').parentId).toBeNull();
});

test('rows that cannot be used are left out by their number in a spreadsheet', async () => {
  const { report } = await imported(
    [
      'Key,Summary,Created,Due date',
      'AB-1,"two\nlines",12/Mar/24,',
      'AB-1,again,12/Mar/24,',
      ',no key,12/Mar/24,',
      'SUM,not a key,12/Mar/24,',
      'AB-5,bad,45/Mar/24,',
      'AB-6,bad due,12/Mar/24,later',
      'AB-7,short',
      'AB-8,no date,,',
      'AB-9,"quoted" badly,12/Mar/24,',
    ].join('\n'),
  );
  expect(report).toMatchObject({ total: 9, imported: 1 });
  expect(report.rejected).toEqual([
    { line: 3, reason: 'AB-1 was read before, in row 2' },
    { line: 4, reason: 'it has no key' },
    { line: 5, reason: '“SUM” is no key of an item' },
    { line: 6, reason: 'Created “45/Mar/24” is no date' },
    { line: 7, reason: 'Due date “later” is no date' },
    { line: 8, reason: 'it has 2 cells, and the header 4' },
    { line: 9, reason: 'it does not say when it was created' },
    { line: 10, reason: 'text follows a closing quote' },
  ]);
});

test.each<[string, string | Buffer, string]>([
  ['an empty file', '', 'it is empty.'],
  ['only a mark', '\uFEFF', 'it is empty.'],
  ['a login page', '<!DOCTYPE html>\n<html><body>Log in</body></html>', 'it is a web page'],
  ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'it is a workbook or an archive'],
  ['UTF-16', Buffer.from('\uFEFFKey,Created', 'utf16le'), 'its text is UTF-16'],
  [
    'Windows-1252',
    Buffer.from('Key,Created\nAB-1,1. M\xe4rz 24', 'latin1'),
    'its text is not UTF-8',
  ],
  ['something binary', Buffer.from([65, 0, 66, 0, 1]), 'it is not a text file'],
  ['only a header', 'Key,Created\n', 'it has a header and no items'],
  ['no keys', 'Summary,Created\na,2024-03-12\n', 'no column holds the keys of items'],
  ['no dates', 'Key,Summary\nAB-1,a\n', 'no column says when an item was created'],
  [
    'an open quote',
    'Key,Created\nAB-1,"2024\nAB-2,2024',
    'a quote that is opened in row 2 is never',
  ],
])('%s is refused in one sentence', async (_what, content, sentence) => {
  const file = fileOf(content, 'refused.csv');
  await expect(survey(file)).rejects.toThrow(`${file}: ${sentence}`);
});

test('what is in the file decides, not its name', async () => {
  const row = { key: 'AB-1', fields: { summary: 'a', created: '2024-03-12T00:00:00.000Z' } };
  const json = await survey(fileOf(JSON.stringify(row), 'misnamed.csv'));
  expect(json.data.unit).toBe('line');
  const csv = await survey(fileOf('Key,Created\nAB-1,2024-03-12\n', 'no-ending'));
  expect([csv.data.unit, csv.usable.size]).toEqual(['row', 1]);
  await expect(survey(fileOf('<html>', 'page.jsonl'))).rejects.toThrow('it is a web page');
});

test('an item of a file without Updated was changed last when it was resolved', async () => {
  const { site, report } = await imported(
    `Issue key,Summary,Issue Type,Status,Created,Resolved
PIE-1,Bake,Story,Done,2024-01-04 09:00,2024-04-13 10:00
PIE-2,Serve,Story,To Do,2024-03-28 09:00,
`,
  );
  expect(site.issue('PIE-1').updated).toBe(moment('2024-04-13T10:00:00Z'));
  expect(site.issue('PIE-2').updated).toBe(moment('2024-03-28T09:00:00Z'));
  expect(report.newest).toBe(site.issue('PIE-1').updated);
});
