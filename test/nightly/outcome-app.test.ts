// The numbers of the tab Outcome vs output as three people under five filters on much data.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { generateFinished } from '../oracle/finished-backlog';
import { expectScriptNumbers } from '../oracle/outcome-case';

test('all people under all filters have the numbers of the independent script', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ladder-generated-'));
  const file = join(folder, 'generated.jsonl');
  const at = '2020-06-30T12:00:00Z';
  generateFinished(file, 600, Date.parse(at));
  try {
    await expect(expectScriptNumbers({ file, at })).resolves.toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 600_000);
