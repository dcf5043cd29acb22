// Calls between the shell and a frame over postMessage. Functions in arguments and answers stay
// callable on the other side: they travel as numbered references.

const MARK = 'local-bridge';

/**
 * Connects to one window. Messages from any other window or origin are not even read.
 *
 * @param {{ target: () => Window | null, origin: string, handlers: Record<string, Function> }} options
 * @returns {{ call: (method: string, ...args: unknown[]) => Promise<unknown>, close: () => void }}
 */
export function connect({ target, origin, handlers }) {
  const waiting = new Map();
  const shared = new Map();
  let last = 0;

  const isPlain = (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype;

  function pack(value) {
    if (typeof value === 'function') {
      last += 1;
      shared.set(last, value);
      return { [MARK]: last };
    }
    if (Array.isArray(value)) return value.map(pack);
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, pack(part)]));
  }

  function unpack(value) {
    if (Array.isArray(value)) return value.map(unpack);
    if (!isPlain(value)) return value;
    if (MARK in value) return (...args) => request({ shared: value[MARK], args: pack(args) });
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, unpack(part)]));
  }

  const post = (message) => target()?.postMessage({ [MARK]: true, ...message }, origin);

  function request(message) {
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      post({ id, ...message });
    });
  }

  async function run({ method, shared: reference, args }) {
    const known = method !== undefined && Object.hasOwn(handlers, method);
    const found = known ? handlers[method] : shared.get(reference);
    if (typeof found !== 'function') {
      throw new Error(`The local host does not model the bridge call "${method ?? 'callback'}".`);
    }
    return found(...unpack(args));
  }

  async function answer(message) {
    try {
      post({ reply: message.id, value: pack(await run(message)) });
    } catch (error) {
      post({ reply: message.id, error: { name: error.name, message: error.message } });
    }
  }

  function listen(event) {
    if (event.source !== target() || event.origin !== origin || !event.data?.[MARK]) return;
    const { data } = event;
    if (data.reply === undefined) {
      void answer(data);
      return;
    }
    const open = waiting.get(data.reply);
    waiting.delete(data.reply);
    if (data.error)
      open?.reject(Object.assign(new Error(data.error.message), { name: data.error.name }));
    else open?.resolve(unpack(data.value));
  }

  globalThis.addEventListener('message', listen);
  return {
    call: (method, ...args) => request({ method, args: pack(args) }),
    close: () => globalThis.removeEventListener('message', listen),
  };
}
