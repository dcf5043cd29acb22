import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const runner = path.join(__dirname, '../../scripts/check/runner.mjs');

/** Lines that the runner prints for steps given as source text. */
function linesOf(steps: string): string[] {
  const script = `
    import { runSteps, summary } from ${JSON.stringify(`file://${runner}`)};
    const results = await runSteps(${steps}, console.log);
    console.log(summary(results, 1234));
  `;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  return stdout.trimEnd().split('\n');
}

test('the last line counts steps and tests', () => {
  const lines = linesOf(`[
    { name: 'types', run: async () => ({ ok: true, output: '' }) },
    { name: 'unit', run: async () => ({ ok: true, output: '', tests: { passed: 7, failed: 0 } }) },
  ]`);
  expect(lines.at(-1)).toBe('9 passed, 0 failed');
});

test('a failed step shows its output and the next step still runs', () => {
  const lines = linesOf(`[
    { name: 'unit', run: async () => ({ ok: false, output: 'the reason', tests: { passed: 3, failed: 2 } }) },
    { name: 'lint', run: async () => ({ ok: true, output: 'quiet' }) },
  ]`);
  expect(lines).toContain('    the reason');
  expect(lines.join('\n')).not.toContain('quiet');
  expect(lines.at(-1)).toBe('4 passed, 3 failed');
});

test('a step that had nothing to do says why at its line and in the summary, and counts as nothing', () => {
  const lines = linesOf(`[
    { name: 'lint', run: async () => ({ ok: true, output: '' }) },
    { name: 'conformance', run: async () => ({ ok: true, output: '', notRun: 'no description' }) },
  ]`);
  expect(lines).toContain('[ 2/2] conformance not run: no description');
  expect(lines).toContain('  conformance not run: no description');
  expect(lines.at(-1)).toBe('1 passed, 0 failed');
});

test('a step that throws has failed', () => {
  const lines = linesOf(
    `[{ name: 'unit', run: async () => { throw new Error('no such file'); } }]`,
  );
  expect(lines.join('\n')).toContain('no such file');
  expect(lines.at(-1)).toBe('0 passed, 1 failed');
});

test('a step starts when the steps before it have ended, passed or not', () => {
  const lines = linesOf(`[
    { name: 'rehearsal', after: ['bundle'], run: async () => { console.log('second'); return { ok: true, output: '' }; } },
    { name: 'bundle', run: async () => { console.log('first'); return { ok: false, output: '' }; } },
  ]`);
  expect(lines.filter((line) => ['first', 'second'].includes(line))).toEqual(['first', 'second']);
});

test('a step that shares the machine with no other starts after the running ones', () => {
  const lines = linesOf(`[
    { name: 'a', run: async () => { await null; console.log('a ends'); return { ok: true, output: '' }; } },
    { name: 'b', alone: true, run: async () => { console.log('b starts'); return { ok: true, output: '' }; } },
  ]`);
  expect(lines.indexOf('a ends')).toBeLessThan(lines.indexOf('b starts'));
});

test('steps that wait for each other are an error', () => {
  const lines = linesOf(`[
    { name: 'a', after: ['b'], run: async () => ({ ok: true, output: '' }) },
    { name: 'b', after: ['a'], run: async () => ({ ok: true, output: '' }) },
  ].slice(0)`);
  expect(lines.join('')).toBe('');
});

test('the summary names each failed test with the first lines of its error, before the sums', () => {
  const lines = linesOf(`[
    { name: 'unit', run: async () => ({ ok: false, output: '', tests: { passed: 0, failed: 2 }, failures: [
      { title: 'a.test.ts: adds', text: ['one', '', 'two', 3, 4, 5, 6, 'seventh'].join('\\n') },
      { title: 'b.test.ts: takes away', text: '\\u001b[31mred\\u001b[39m' },
    ] }) },
    { name: 'lint', run: async () => ({ ok: false, output: 'a file\\nits reason' }) },
  ]`);
  const told = lines.slice(lines.indexOf('Failed:') + 1).map((line) => line.trim());
  expect(told.slice(0, 11)).toEqual([
    ...['unit: a.test.ts: adds', 'one', 'two', '3', '4', '5', '6'],
    ...['unit: b.test.ts: takes away', 'red', 'lint: a file', 'its reason'],
  ]);
  expect(told.at(-1)).toBe('0 passed, 4 failed');
});

test('of very many failures the first are told and the others are counted', () => {
  const lines = linesOf(`[{ name: 'unit', run: async () => ({ ok: false, output: '', failures:
    Array.from({ length: 100 }, (_, i) => ({ title: 'test ' + i, text: 'a\\nb\\nc' })) }) }]`);
  const told = lines.slice(lines.indexOf('Failed:') + 1);
  expect(told[0]).toBe('  unit: test 0');
  expect(told[40]).toBe('  and 90 more, further up');
});

test('what is worth reading of a step that passed stands in its output and in the summary', () => {
  const lines = linesOf(
    `[{ name: 'browser', run: async () => ({ ok: true, output: '', notes: ['twice: a story'] }) }]`,
  );
  expect(lines).toContain('    twice: a story');
  expect(lines).toContain('  browser: twice: a story');
  expect(lines).not.toContain('Failed:');
});
