// The history object of a full page of the app. The shell's address bar holds the truth; the frame
// has a copy that answers at once.

const pathOf = ({ pathname, search, hash }) => pathname + search + hash;

/**
 * @param {{ pathname: string, search: string, hash: string }} place where the shell's address is
 * @param {{ call: (method: string, ...args: unknown[]) => Promise<unknown> }} rpc
 */
export function createFrameHistory(place, rpc) {
  const listeners = new Set();
  const located = (found, state) => ({ ...found, state, key: crypto.randomUUID() });

  function change(action, found, state) {
    history.action = action;
    history.location = located(found, state);
    for (const listener of listeners) listener(history.location, action);
  }

  function parse(to) {
    if (typeof to !== 'string') return { pathname: '/', search: '', hash: '', ...to };
    const { pathname, search, hash } = new URL(to, `http://frame${pathOf(history.location)}`);
    return { pathname, search, hash };
  }

  const move = (action) => (to, state) => {
    const found = parse(to);
    change(action, found, state);
    void rpc.call('moveAddress', { action, path: pathOf(found) });
  };

  const history = {
    action: 'POP',
    length: 1,
    location: located(place),
    push: move('PUSH'),
    replace: move('REPLACE'),
    go: (steps) => void rpc.call('walkHistory', steps),
    goBack: () => history.go(-1),
    goForward: () => history.go(1),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    block: () => {
      throw new Error('The local host does not model history.block.');
    },
    createHref: (to) => pathOf(parse(to)),
  };

  return { history, arrive: (found) => change('POP', found) };
}
