import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

const root = path.join(__dirname, '../..');
const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** Names of the rules that each file of a made-up project breaks. */
function brokenRules(files: Record<string, string>): Record<string, string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ladder-arrows-'));
  try {
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
      copyFileSync(path.join(root, file), path.join(folder, file));
    }
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
    const { stdout } = spawnSync(process.execPath, [cruiser, ...args, 'src', 'static', 'local'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const { violations } = report.parse(JSON.parse(stdout)).summary;
    const broken: Record<string, string[]> = {};
    for (const { from, rule } of violations) (broken[from] ??= []).push(rule.name);
    return broken;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const leaf = 'export const value = 1;\n';
const imports = (file: string) => `import { value } from '${file}';\nexport const copy = value;\n`;

test('an import against the arrows is found, and one along them is not', () => {
  const broken = brokenRules({
    'local/clock.ts': leaf,
    'src/adapters/jira/items.ts': leaf,
    'src/ports/jira.ts': leaf,
    'src/usecases/plan.ts': leaf,
    'src/domain/answer.ts': imports('../ports/jira'),
    'src/contract/answer.ts': imports('../usecases/plan'),
    'src/usecases/save.ts': imports('../adapters/jira/items'),
    'src/entry/guard.ts': imports('../adapters/jira/items'),
    'src/entry/reader.ts': imports('../usecases/plan'),
    'src/app.ts': imports('./adapters/jira/items'),
    'src/index.ts': imports('./adapters/jira/items'),
    'static/src/page.ts': imports('../../src/usecases/plan'),
    'src/adapters/system/clock.ts': imports('../../../local/clock'),
  });
  expect(broken).toMatchObject({
    'src/domain/answer.ts': ['domain-knows-nothing'],
    'src/contract/answer.ts': ['contract-knows-domain'],
    'src/usecases/save.ts': ['usecases-know-ports-contract-domain'],
    'src/entry/guard.ts': ['entries-know-usecases-and-contract'],
    'src/app.ts': ['app-wires-entries'],
    'static/src/page.ts': ['static-knows-contract-domain-endpoints'],
  });
  expect(broken['src/adapters/system/clock.ts']).toContain('nothing-knows-the-workbench');
  expect(Object.keys(broken)).not.toContain('src/entry/reader.ts');
  expect(Object.keys(broken)).not.toContain('src/index.ts');
});

test('files that import each other are found', () => {
  const broken = brokenRules({
    'src/domain/one.ts': `import { two } from './two';\nexport const one = (): number => two();\n`,
    'src/domain/two.ts': `import { one } from './one';\nexport const two = (): number => one();\n`,
    'static/src/leaf.ts': leaf,
    'local/leaf.ts': leaf,
  });
  expect(broken['src/domain/one.ts'] ?? broken['src/domain/two.ts']).toContain('no-cycles');
});
