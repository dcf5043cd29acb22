// Messages between the host and the worker thread that runs the app's functions.

/**
 * Where the functions come from: the sources through tsx, or a folder made by Atlassian's bundler or in
 * its shape. `worker` is the worker of this folder compiled to one file, which then needs no tsx.
 */
export type FunctionSource =
  | { kind: 'sources'; folder: string }
  | { kind: 'bundle'; folder: string; worker?: string };

export interface WorkerData {
  source: FunctionSource;
  /** One number: how far the host clock is ahead of the real one, in milliseconds. */
  offset: SharedArrayBuffer;
}

/** A call of a `@forge/*` package to the platform. */
export interface PlatformCall {
  invocationId: string;
  target: unknown;
  path: string;
  method: string;
  headers: Record<string, string>;
  body: string;
  followRedirects: boolean;
}

export interface PlatformAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** By a plan of faults: the connection broke, or the process of the function ends here. */
  broken?: 'lost' | 'crash';
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface LogLine {
  invocationId: string | null;
  level: LogLevel;
  text: string;
}

/** What Forge hands to a runtime for one invocation. */
export interface InvocationEvent {
  handler: string;
  body: unknown;
  _meta: unknown;
}

/** The answer of one invocation; `body` is JSON text, or undefined when nothing was returned. */
export type InvocationResult =
  | { success: true; body: string | undefined }
  | { success: false; error: { errorMessage: string; errorType: string; stack: string[] } };

export type ToWorker =
  | { type: 'run'; id: string; event: InvocationEvent; milliseconds: number }
  | { type: 'answer'; callId: number; answer: PlatformAnswer };

export type FromWorker =
  | { type: 'result'; id: string; result: InvocationResult }
  | { type: 'call'; callId: number; call: PlatformCall }
  | { type: 'log'; line: LogLine };
