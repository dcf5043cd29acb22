// One HTTP server on the loopback. It listens before the site is ready, so that a port in use is
// known at once, and says 503 until then.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text, WebError, type WebAnswer, type WebRequest } from './http';

export interface WebServer {
  port: number;
  /** Gives the server its routes, and those whose body they read themselves, however large it is. */
  serve(handler: (request: WebRequest) => Promise<WebAnswer>, streams?: Streams): void;
  close(): Promise<void>;
}

/** Another process listens on the port. */
export class PortInUseError extends Error {
  constructor(port: number) {
    super(`Port ${port} is in use. Stop what listens there, or choose another with --port.`);
    this.name = 'PortInUseError';
  }
}

const BODY_BYTES = 10_000_000;

/**
 * Listens on 127.0.0.1 only; port 0 takes a free one. One in the background does not keep its
 * process alive.
 * @throws PortInUseError
 */
export async function startServer(port: number, background = false): Promise<WebServer> {
  let handler = async (_request: WebRequest) => text('Ladder is starting.', 503);
  let streamed: Streams = () => false;

  const server = http.createServer((request, response) => {
    answer(request, handler, streamed)
      .catch(failure)
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body))
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  // Clients close what they leave idle: closed from here, a request that is on its way at that moment is lost.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUseError(port) : error),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  if (background) server.unref().on('connection', (socket) => socket.unref());
  return {
    port: (server.address() as AddressInfo).port,
    serve: (next, streams = () => false) => {
      handler = next;
      streamed = streams;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Streams = (request: Pick<WebRequest, 'method' | 'url'>) => boolean;

async function answer(
  incoming: http.IncomingMessage,
  handler: (request: WebRequest) => Promise<WebAnswer>,
  streamed: Streams,
): Promise<WebAnswer> {
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  const { host = '' } = headers;
  if (!URL.canParse(incoming.url ?? '', `http://${host}`)) return text('Bad address.', 400);
  const method = incoming.method ?? 'GET';
  const url = new URL(incoming.url ?? '/', `http://${host}`);
  const cookies = cookiesOf(headers.cookie ?? '');
  if (streamed({ method, url }))
    // What is not read is let go: a browser reads no answer before all of it is sent.
    return handler({ method, url, headers, cookies, body: '', content: incoming }).finally(() =>
      incoming.resume(),
    );
  return handler({ method, url, headers, cookies, body: await bodyOf(incoming) });
}

async function bodyOf(incoming: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_BYTES) throw new WebError(413, 'The body is larger than 10 MB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function cookiesOf(header: string): Record<string, string> {
  const pairs = header.split(';').map((part) => part.trim().split('='));
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value]));
}

function failure(error: unknown): WebAnswer {
  if (error instanceof WebError) return text(error.message, error.status);
  return text(error instanceof Error ? (error.stack ?? error.message) : String(error), 500);
}
