import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const script = path.join(__dirname, '../../scripts/find-chromium.mjs');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ladder-chromium-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function find(env: Record<string, string>) {
  return spawnSync(process.execPath, [script], { encoding: 'utf8', env: { PATH: folder, ...env } });
}

function program(name: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, '#!/bin/sh\n', { mode: 0o755 });
  return file;
}

test('the variable CHROMIUM comes before the PATH', () => {
  program('chromium');
  const named = program('my-browser');
  expect(find({ CHROMIUM: named }).stdout.trim()).toBe(named);
});

test('a Chromium is found on the PATH under its usual names', () => {
  const file = program('google-chrome');
  expect(find({}).stdout.trim()).toBe(file);
});

test('the shell, which draws no windows, comes before other browsers', () => {
  program('chromium');
  const shell = program('chromium-headless-shell');
  expect(find({}).stdout.trim()).toBe(shell);
});

test('a variable that names no program is an error that says so', () => {
  const { status, stderr } = find({ CHROMIUM: path.join(folder, 'nothing') });
  expect(status).toBe(1);
  expect(stderr).toContain('CHROMIUM names');
});
