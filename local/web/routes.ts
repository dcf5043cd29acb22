// Which part answers which address.
import path from 'node:path';
import type { Host } from '../host-parts';
import { answerAppFile, APP_PATH } from './app-files';
import { answerBridgeCall } from './bridge-calls';
import { answerControl } from './control';
import { fileAnswer, themeAnswer } from './files';
import { text, WebError, type WebAnswer, type WebRequest } from './http';
import { checkHost, checkSameOrigin } from './origins';
import { answerRest } from './rest';
import { createShell } from './shell';

const BROWSER = path.join(__dirname, 'browser');

/** All routes of the local host. */
export function createRoutes(host: Host): (request: WebRequest) => Promise<WebAnswer> {
  const shell = createShell(host);

  async function route(request: WebRequest): Promise<WebAnswer> {
    const { pathname } = request.url;
    checkHost(request, host.port);
    if (pathname.startsWith(APP_PATH)) return answerAppFile(host, request);
    if (pathname.startsWith('/__host/browser/')) {
      return fileAnswer(BROWSER, pathname.slice('/__host/browser/'.length));
    }
    const theme = /^\/__host\/theme\/([a-z]+)\.css$/.exec(pathname)?.[1];
    if (theme) return themeAnswer(theme);
    if (pathname === '/favicon.ico') return fileAnswer(BROWSER, 'icon.svg');
    // Pages may be opened from anywhere; what acts, or answers with data, may not be.
    const isPage = request.method === 'GET' && !/^\/(rest|local|__host)\//.test(pathname);
    if (!isPage) checkSameOrigin(request);
    if (pathname.startsWith('/rest/')) return answerRest(host.jira, request);
    if (pathname.startsWith('/local/')) return answerControl(host, request);
    if (pathname.startsWith('/__host/bridge/')) return answerBridgeCall(host, request);
    return shell(request);
  }

  return async (request) => {
    try {
      return await route(request);
    } catch (error) {
      if (error instanceof WebError) return text(error.message, error.status);
      throw error;
    }
  };
}
