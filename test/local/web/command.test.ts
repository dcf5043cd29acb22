import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const ROOT = path.join(__dirname, '../../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'command-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  child: ChildProcess;
  /** Everything printed so far. */
  said: () => string;
  /** Resolves when the text has been printed; rejects when the process ends first. */
  until(text: string): Promise<void>;
  ended: Promise<{ code: number | null; signal: string | null }>;
}

function run(...args: string[]): Run {
  const command = ['--import', 'tsx', path.join(ROOT, 'local/main.ts'), ...args];
  const child = spawn(process.execPath, command, { cwd: ROOT });
  let printed = '';
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  return {
    child,
    said: () => printed,
    ended,
    until: (text) =>
      new Promise((resolve, reject) => {
        const look = () => printed.includes(text) && resolve();
        child.stdout.on('data', look);
        void ended.then(() => reject(new Error(`It ended first: ${printed}`)));
        look();
      }),
  };
}

test('help is printed, and an unknown option ends with a reason', async () => {
  const help = run('--help');
  expect(await help.ended).toEqual({ code: 0, signal: null });
  expect(help.said()).toContain('--projects <n>');
  const wrong = run('--colour', 'red');
  expect((await wrong.ended).code).toBe(1);
  expect(wrong.said()).toContain("Unknown option '--colour'");
}, 60_000);

test('a site of the user starts, survives being killed and data that cannot be read, and ends on Ctrl-C', async () => {
  const db = path.join(folder, 'site.db');
  const data = path.join(folder, 'data.json');
  const fields = {
    summary: 'Only item',
    created: '2020-05-04T10:00:00.000+0000',
    updated: '2020-05-04T10:00:00.000+0000',
    status: { name: 'Open', statusCategory: { key: 'new' } },
    issuetype: { name: 'Story', subtask: false },
    project: { key: 'OWN', name: 'Own' },
  };
  writeFileSync(data, JSON.stringify({ issues: [{ id: '7', key: 'OWN-7', fields }] }));
  const args = ['--port', '0', '--data', data, '--db', db];

  const first = run(...args);
  await first.until('Ctrl-C ends it.');
  expect(first.said()).toContain('Imported 1 of 1 issues.');
  expect(first.said()).toMatch(/Ladder is at http:\/\/localhost:\d+/);
  expect(first.said()).toContain('the clock is at 2020-05-04T10:00');
  first.child.kill('SIGKILL');
  await first.ended;

  const before = readFileSync(db);
  const junk = path.join(folder, 'junk.jsonl');
  writeFileSync(junk, 'neither this\nnor that');
  // A file that is not there is refused before anything starts: see options.test.ts.
  const refused = run('--port', '0', '--data', junk, '--db', db, '--fresh');
  expect((await refused.ended).code).toBe(1);
  expect(refused.said()).toContain(`${junk}: none of its 2 rows is a usable issue`);
  expect(refused.said()).not.toMatch(/^\s+at /m);
  expect(readFileSync(db).equals(before)).toBe(true);

  const second = run(...args);
  await second.until('Ctrl-C ends it.');
  expect(second.said()).toContain('1 items in 1 projects');
  second.child.kill('SIGINT');
  expect(await second.ended).toEqual({ code: 0, signal: null });
}, 120_000);
