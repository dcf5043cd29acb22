// The independent script over a made-up file whose numbers are known from how it was made: 13
// delivered and 7 dropped in the last 180 days, 12 and 1 outside them, 12 old and 7 young open
// items, 6 sub-tasks, 2 epics; rows that are cut, empty, repeated or wrong must not count.

import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const SCRIPT = join(__dirname, 'backlog-numbers.mjs');
const FIXTURE = join(__dirname, 'fixtures/harbour.jsonl');

const numbers = (...args: string[]): unknown =>
  JSON.parse(execFileSync(process.execPath, [SCRIPT, FIXTURE, ...args], { encoding: 'utf8' }));

test('counts output, dropped work, open items and candidates at a moment', () => {
  expect(numbers('--at', '2020-06-30T12:00:00Z')).toEqual({
    issues: 60,
    closed: 20,
    undelivered: 7,
    undeliveredBy: { "Won't Fix": 3, Duplicate: 2, 'Cannot Reproduce': 1, Rejected: 1 },
    output: 13,
    open: 23,
    candidates: 12,
  });
});

test('counts what ripens between the moment and the scan only when the scan is that late', () => {
  expect(numbers('--at', '2020-06-30T12:00:00Z', '--later', '0')).toMatchObject({
    output: 13,
    candidates: 11,
  });
});

test('moves the window with the moment', () => {
  expect(numbers('--at', '2020-07-05T12:00:00Z', '--days', '11')).toMatchObject({
    closed: 2,
    output: 2,
  });
});

test('refuses to guess a missing moment', () => {
  const run = spawnSync(process.execPath, [SCRIPT, FIXTURE], { encoding: 'utf8' });
  expect(run.status).toBe(2);
  expect(run.stderr).toContain('--at MOMENT');
});
