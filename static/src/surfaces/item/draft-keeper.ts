// Keeps what is being typed, a moment after the last key and when somebody leaves. It never stands
// in the way of typing: what could not be kept is tried again.
export type DraftState = 'quiet' | 'kept' | 'failed' | 'refused';

/** After the last key, milliseconds. */
const PAUSE = 1_500;
const FIRST_RETRY = 5_000;
const LAST_RETRY = 60_000;

export interface DraftKeeper<T> {
  typed: (draft: T) => void;
  /** Keeps now what is not kept yet. */
  flush: () => void;
  /** Sends nothing until `resume`; done once a call on its way has come back. */
  pause: () => Promise<void>;
  resume: () => void;
  /** Drops what waits and takes nothing any more. */
  stop: () => void;
  /** Sends once what waits and takes nothing any more: the form is gone. */
  close: () => void;
}

interface DraftKeeperParts<T> {
  /** @throws when it was not kept */
  send: (draft: T) => Promise<void>;
  /** Whether sending the same again can't help. */
  isFinal: (error: unknown) => boolean;
  onState: (state: DraftState) => void;
  /** Runs something later; gives the way to call it off. */
  later: (ms: number, run: () => void) => () => void;
}

export function createDraftKeeper<T>(parts: DraftKeeperParts<T>): DraftKeeper<T> {
  const { send, isFinal, onState, later } = parts;
  let waiting: { draft: T } | null = null;
  let onItsWay: Promise<void> | null = null;
  let callOff: () => void = () => undefined;
  let retry = FIRST_RETRY;
  let paused = false;
  let stopped = false;

  function plan(ms: number): void {
    callOff();
    callOff = later(ms, flush);
  }

  async function keep(draft: T): Promise<void> {
    try {
      await send(draft);
      retry = FIRST_RETRY;
      if (!waiting) onState('kept');
    } catch (error) {
      if (isFinal(error)) return onState('refused');
      waiting ??= { draft };
      onState('failed');
      if (!paused && !stopped) plan(retry);
      retry = Math.min(LAST_RETRY, retry * 2);
    }
  }

  function flush(): void {
    callOff();
    if (paused || stopped || !waiting) return;
    if (onItsWay) return plan(PAUSE);
    const { draft } = waiting;
    waiting = null;
    onItsWay = keep(draft).finally(() => {
      onItsWay = null;
    });
  }

  function stop(): void {
    stopped = true;
    waiting = null;
    callOff();
  }

  return {
    typed(draft) {
      if (stopped) return;
      waiting = { draft };
      plan(PAUSE);
    },
    flush,
    async pause() {
      paused = true;
      callOff();
      await onItsWay;
    },
    resume() {
      paused = false;
      if (waiting) plan(PAUSE);
    },
    stop,
    close() {
      const last = stopped ? null : waiting;
      stop();
      if (last) void Promise.resolve(onItsWay).then(() => keep(last.draft));
    },
  };
}
