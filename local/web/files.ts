// Files that the local host serves: the app's built pages, the shell's own scripts, token styles.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { WebError, type WebAnswer } from './http';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Vite's names hold a hash of the content: such a file never changes, and Forge's CDN says so too. */
const HASHED = /^assets\/.+-[\w-]{8}\.(js|css)$/;

// The themes are modules that hold their text.
const load = createRequire(__filename);

export const THEMES = ['light', 'dark', 'spacing', 'typography', 'shape', 'motion'] as const;

/** A file below `folder`. @throws WebError 404 */
export async function fileAnswer(folder: string, name: string): Promise<WebAnswer> {
  const file = path.join(folder, path.normalize(`/${decodeURIComponent(name)}`));
  const body = await readFile(file).catch(() => {
    throw new WebError(404, `There is no file ${name}.`);
  });
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  const cache = HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache';
  return { status: 200, headers: { 'content-type': type, 'cache-control': cache }, body };
}

/** The style sheet of one token theme, as Jira links it. @throws WebError 404 */
export async function themeAnswer(name: string): Promise<WebAnswer> {
  if (!THEMES.some((theme) => theme === name)) throw new WebError(404, `No theme "${name}".`);
  const { default: body } = load(
    `@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${name}.js`,
  ) as { default: unknown };
  if (typeof body !== 'string') throw new WebError(500, `The theme "${name}" has no text.`);
  return {
    status: 200,
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' },
    body,
  };
}
