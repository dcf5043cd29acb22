import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, expect, test } from '@jest/globals';
import { DatabaseInUseError, openDb } from '../../local/db';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ladder-db-'));
  folders.push(folder);
  return join(folder, 'some', 'site.db');
}

test('what was written is there after closing and opening again', () => {
  const file = freshFile();
  const first = openDb(file);
  first.exec('CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT)');
  expect(first.run('INSERT INTO t(b) VALUES (?)', ['one'])).toEqual({ changes: 1 });
  first.close();
  const second = openDb(file);
  expect(second.all('SELECT * FROM t')).toEqual([{ a: 1, b: 'one' }]);
  expect(second.get('SELECT * FROM t WHERE a = ?', [7])).toBeUndefined();
  second.close();
  expect(existsSync(`${file}.pid`)).toBe(false);
});

test('a failed transaction leaves nothing behind, an inner one joins the outer one', () => {
  const db = openDb(':memory:');
  db.exec('CREATE TABLE t(a INTEGER)');
  expect(() =>
    db.transaction(() => {
      db.run('INSERT INTO t VALUES (1)');
      db.transaction(() => db.run('INSERT INTO t VALUES (2)'));
      throw new Error('stop');
    }),
  ).toThrow('stop');
  expect(db.all('SELECT * FROM t')).toEqual([]);
  expect(db.transaction(() => db.run('INSERT INTO t VALUES (3)').changes)).toBe(1);
  db.close();
});

test('what is held is all or nothing across waiting, with what others write meanwhile', async () => {
  const db = openDb(':memory:');
  db.exec('CREATE TABLE t(a INTEGER)');
  const failing = db.hold(async () => {
    db.run('INSERT INTO t VALUES (1)');
    await Promise.resolve();
    db.transaction(() => db.run('INSERT INTO t VALUES (2)'));
    throw new Error('stop');
  });
  await expect(db.hold(async () => 1)).rejects.toThrow('held already');
  await expect(failing).rejects.toThrow('stop');
  expect(db.all('SELECT * FROM t')).toEqual([]);
  await db.hold(async () => db.run('INSERT INTO t VALUES (3)'));
  expect(db.all('SELECT * FROM t')).toEqual([{ a: 3 }]);
  db.close();
});

test('a lock left by a killed process is removed', () => {
  const file = freshFile();
  openDb(file).close();
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  mkdirSync(`${file}.lock`);
  writeFileSync(`${file}.pid`, `${String(dead)} 1\n`);
  const db = openDb(file);
  db.exec('CREATE TABLE t(a INTEGER)');
  db.close();
  expect(existsSync(`${file}.lock`)).toBe(false);
});

test('a file that a live process has open is refused by name', () => {
  const file = freshFile();
  const db = openDb(file);
  expect(() => openDb(file)).toThrow(DatabaseInUseError);
  db.close();
  writeFileSync(`${file}.pid`, `${String(process.ppid)}\n`);
  expect(() => openDb(file)).toThrow(`in use by process ${String(process.ppid)}`);
});

test('more different statements than the cache holds still run', () => {
  const db = openDb(':memory:');
  for (let n = 0; n < 900; n++) expect(db.get(`SELECT ${String(n)} AS n`)).toEqual({ n });
  db.close();
});

test('a process killed in the middle of a write leaves what it had committed, and nothing locked', async () => {
  const file = freshFile();
  const code = `
    const { openDb } = require(${JSON.stringify(join(__dirname, '../../local/db.ts'))});
    const db = openDb(${JSON.stringify(file)});
    db.exec('CREATE TABLE t(a); INSERT INTO t VALUES (1); BEGIN');
    for (let n = 0; n < 20000; n++) db.run('INSERT INTO t VALUES (?)', [n]);
    console.log('writing');
    setInterval(() => undefined, 1000);`;
  const writer = spawn(process.execPath, ['--import', 'tsx', '-e', code], { stdio: 'pipe' });
  await once(writer.stdout, 'data');
  expect(() => openDb(file)).toThrow(`in use by process ${String(writer.pid)}`);
  writer.kill('SIGKILL');
  await once(writer, 'exit');
  const db = openDb(file);
  expect(db.all('SELECT a FROM t')).toEqual([{ a: 1 }]);
  db.close();
}, 30_000);
