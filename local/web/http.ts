// Requests and answers of the local host, apart from node:http, so that routes are plain functions.
import { z } from 'zod';

export interface WebRequest {
  method: string;
  url: URL;
  /** Header names in lower case. */
  headers: Record<string, string>;
  body: string;
  /** The body of an upload, piece by piece; `body` is empty then. */
  content?: AsyncIterable<Buffer>;
  cookies: Record<string, string>;
}

export interface WebAnswer {
  status: number;
  headers: Record<string, string | string[]>;
  body: string | Buffer;
}

/** A request that cannot be answered; its text is meant for whoever sent it. */
export class WebError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'WebError';
  }
}

const typed = (type: string, status: number, body: string): WebAnswer => ({
  status,
  headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' },
  body,
});

/** JSON that no browser keeps. */
export const json = (value: unknown, status = 200): WebAnswer =>
  typed('application/json', status, JSON.stringify(value));

/** A sentence for whoever sent the request. */
export const text = (value: string, status = 200): WebAnswer => typed('text/plain', status, value);

/** A page as HTML; its content policy is for the caller to set. */
export const page = (value: string, status = 200): WebAnswer => typed('text/html', status, value);

/** Sends the browser to another page of the shell after a form. */
export function redirect(location: string, cookies: string[] = []): WebAnswer {
  return { status: 303, headers: { location, 'set-cookie': cookies }, body: '' };
}

/** Parses a JSON body. @throws WebError 400 that says what is wrong. */
export function parseJson<T>(request: WebRequest, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(request.body === '' ? '{}' : request.body);
  } catch {
    throw new WebError(400, 'The body is not JSON.');
  }
  return parsed(value, schema);
}

/** Parses the fields of a form. @throws WebError 400 that says what is wrong. */
export function parseForm<T>(request: WebRequest, schema: z.ZodType<T>): T {
  return parsed(Object.fromEntries(new URLSearchParams(request.body)), schema);
}

function parsed<T>(value: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new WebError(400, z.prettifyError(result.error));
}
