// The app's built pages, as Forge's CDN serves them: a bridge script first, and the strict policy.
import { existsSync } from 'node:fs';
import type { Host } from '../host-parts';
import { appPolicy, withFirstScript } from './csp';
import { fileAnswer } from './files';
import { page, WebError, type WebAnswer, type WebRequest } from './http';
import { otherOrigin } from './origins';

export const APP_PATH = '/__app/';
/** Where Forge packs the files of translations. */
const LOCALES = '__LOCALES__/';

/** Answers `/__app/<resource>/<file>`. @throws WebError 404 */
export async function answerAppFile(host: Host, request: WebRequest): Promise<WebAnswer> {
  const [resource = '', ...rest] = request.url.pathname.slice(APP_PATH.length).split('/');
  const name = rest.join('/') || 'index.html';
  const folder = folderOf(host, resource);
  if (name.startsWith(LOCALES)) return translationAnswer(host, name.slice(LOCALES.length));
  const file = await fileAnswer(folder, name);
  if (!name.endsWith('.html')) return file;
  // How far the host clock is ahead goes with the page; moving the clock reloads the shell.
  const ahead = Math.round(host.clock.now() - Date.now());
  const html = withFirstScript(file.body.toString(), `/__host/browser/bridge.js?ahead=${ahead}`);
  const answer = page(html);
  answer.headers['content-security-policy'] = appPolicy(
    html,
    host.manifest,
    otherOrigin(request.url),
  );
  return answer;
}

function translationAnswer({ manifest }: Host, name: string): WebAnswer {
  const body = manifest.translations?.file(name);
  if (body === undefined) throw new WebError(404, `There is no file ${name}.`);
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' },
    body,
  };
}

function folderOf(host: Host, resource: string): string {
  const known = host.manifest.uiModules.some((module) => module.resource === resource);
  if (!known) throw new WebError(404, `The manifest has no resource "${resource}".`);
  const folder = host.manifest.resourceFolder(resource);
  if (existsSync(folder)) return folder;
  throw new WebError(404, `${folder} is not built yet.`);
}
