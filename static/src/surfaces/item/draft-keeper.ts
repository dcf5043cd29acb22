// Keeps what is being typed, a moment after the last key and when somebody leaves. It never stands
// in the way of typing: what could not be kept is tried again.
/** Why a draft can't be kept, whatever is tried. */
export type FinalState = 'tooLong' | 'forbidden' | 'gone' | 'rival';
export type DraftState = 'quiet' | 'kept' | 'failed' | FinalState;

/** After the last key, milliseconds. */
const PAUSE = 600;
const FIRST_RETRY = 5_000;
const LAST_RETRY = 60_000;

export interface DraftKeeper<T> {
  typed: (draft: T) => void;
  /** Keeps now what is not kept yet. */
  flush: () => void;
  /** The page may go: sends now what is not kept yet, also beside a call on its way or a save. */
  leave: () => void;
  /** Sends nothing until `resume`; done once a call on its way has come back. */
  pause: () => Promise<void>;
  resume: () => void;
  /** Drops what waits and takes nothing any more. */
  stop: () => void;
  /** Sends once what waits and takes nothing any more: the form is gone. Done once that is over. */
  close: () => Promise<void>;
}

interface DraftKeeperParts<T> {
  /** @throws when it was not kept */
  send: (draft: T) => Promise<void>;
  /** Why sending the same again can't help; null when it may. */
  finalOf: (error: unknown) => FinalState | null;
  onState: (state: DraftState) => void;
  /** Runs something later; gives the way to call it off. */
  later: (ms: number, run: () => void) => () => void;
}

export function createDraftKeeper<T>(parts: DraftKeeperParts<T>): DraftKeeper<T> {
  const { send, finalOf, onState, later } = parts;
  let waiting: { draft: T } | null = null;
  /** What waits and was sent already for a page that goes. */
  let beside: { draft: T } | null = null;
  let onItsWay: Promise<void> | null = null;
  let callOff: () => void = () => undefined;
  let retry = FIRST_RETRY;
  let paused = false;
  let stopped = false;
  let closed = false;

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
      const final = finalOf(error);
      if (final) return onState(final);
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
    sendNow(draft);
  }

  function sendNow(draft: T): void {
    const all = Promise.all([onItsWay, keep(draft)]).then(() => {
      if (onItsWay === all) onItsWay = null;
    });
    onItsWay = all;
  }

  function leave(): void {
    if (stopped || !waiting || waiting === beside) return;
    const { draft } = waiting;
    // Which of two calls comes in last nobody knows: a page that stays sends the newer text again.
    if (onItsWay) {
      beside = waiting;
      plan(PAUSE);
    } else waiting = null;
    sendNow(draft);
  }

  function stop(): void {
    stopped = true;
    waiting = null;
    callOff();
  }

  return {
    typed(draft) {
      if (stopped || closed) return;
      waiting = { draft };
      plan(PAUSE);
    },
    flush,
    leave,
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
    async close() {
      closed = true;
      callOff();
      await onItsWay;
      const last = stopped ? null : waiting;
      stop();
      if (last) await keep(last.draft);
    },
  };
}
