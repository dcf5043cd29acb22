// Which part answers which address.
import path from 'node:path';
import type { Host } from '../host-parts';
import { answerAppFile, APP_PATH } from './app-files';
import { answerBridgeCall } from './bridge-calls';
import { answerControl } from './control';
import { TooLargeError, UPLOAD_BYTES } from '../uploads';
import { createDataDesk, type DataDesk } from './data-desk';
import { fileAnswer, themeAnswer } from './files';
import { json, redirect, text, WebError, type WebAnswer, type WebRequest } from './http';
import { checkHost, checkSameOrigin } from './origins';
import { answerRest } from './rest';
import { createShell } from './shell';

const BROWSER = path.join(__dirname, 'browser');
const UPLOAD = '/__host/data';

/** Whether the body of a request is a file, which is not read as a whole. */
export const isUpload = ({ method, url }: Pick<WebRequest, 'method' | 'url'>): boolean =>
  method === 'POST' && url.pathname === UPLOAD;

/** All routes of the local host. */
export function createRoutes(host: Host): (request: WebRequest) => Promise<WebAnswer> {
  const desk = createDataDesk(host);
  const shell = createShell(host, desk);

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
    if (request.content) return takeUpload(desk, request, request.content);
    if (desk.loading() && pathname !== '/data') return isPage ? redirect('/data') : whileLoading();
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

/** Half a site would be taken for the whole. */
function whileLoading(): WebAnswer {
  const answer = text('The data is being replaced. The page Data says how far it is.', 503);
  answer.headers['retry-after'] = '1';
  return answer;
}

async function takeUpload(
  desk: DataDesk,
  { url, headers }: WebRequest,
  content: AsyncIterable<Buffer>,
): Promise<WebAnswer> {
  try {
    // Said before the file is sent, where the browser tells its size.
    if (Number(headers['content-length']) > UPLOAD_BYTES) throw new TooLargeError();
    await desk.receive(url.searchParams.get('name') ?? '', content);
    return json({ ok: true });
  } catch (error) {
    if (error instanceof TooLargeError) throw new WebError(413, error.message);
    throw error;
  }
}
