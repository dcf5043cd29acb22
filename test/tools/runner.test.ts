import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const runner = path.join(__dirname, '../../scripts/check/runner.mjs');

/** Lines that the runner prints for steps given as source text. */
function linesOf(steps: string): string[] {
  const script = `
    import { runSteps, summary } from ${JSON.stringify(`file://${runner}`)};
    const results = await runSteps(${steps}, console.log);
    console.log(summary(results));
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

test('a step that throws has failed', () => {
  const lines = linesOf(
    `[{ name: 'unit', run: async () => { throw new Error('no such file'); } }]`,
  );
  expect(lines.join('\n')).toContain('no such file');
  expect(lines.at(-1)).toBe('0 passed, 1 failed');
});
