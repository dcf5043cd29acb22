// A description made for one test, in the words of OpenAPI 3.0.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FILES, readDescription, type Description } from '../../../local/conformance/description';

export const json = (schema: object) => ({ content: { 'application/json': { schema } } });
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** What the check makes of the two files: that of the platform and that of the boards. */
export function describedBy(platform: object, boards: object = { paths: {} }): Description {
  const folder = mkdtempSync(path.join(tmpdir(), 'ladder-description-'));
  try {
    for (const [n, name] of FILES.entries())
      writeFileSync(path.join(folder, name), JSON.stringify(n === 0 ? platform : boards));
    return readDescription(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
