// The shell's side of the bridge: one handler for each call that a module of the app may make. A
// call that is not here is rejected; none is answered with nothing.
import { addressHandlers } from './address.js';
import { openDialog } from './dialogs.js';
import { closeFlag, showFlag } from './flags.js';
import { refreshPage } from './refresh.js';

const subscriptions = new Set();

async function ask(call, body) {
  const response = await fetch(`/__host/bridge/${call}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  const { value, error } = await response.json();
  if (error) throw new Error(error.message);
  return value;
}

/** Tells every frame that listens for the event. */
export function emit({ event, payload }) {
  for (const { event: wanted, callback } of subscriptions) if (wanted === event) callback(payload);
  return true;
}

function on({ event, callback }) {
  const subscription = { event, callback };
  subscriptions.add(subscription);
  return { unsubscribe: () => subscriptions.delete(subscription) };
}

const TARGETS = {
  issue: ({ issueKey }) => `/browse/${encodeURIComponent(issueKey)}`,
  projectSettingsDetails: ({ projectKey }) =>
    `/projects/${encodeURIComponent(projectKey)}/settings`,
  module: ({ moduleKey, projectKey }) =>
    `/projects/${encodeURIComponent(projectKey)}/modules/${encodeURIComponent(moduleKey)}`,
};

/** An address of `router.navigate`, `open` and `getUrl`: a known target, or a URL. */
function addressOf({ target, url, ...rest }) {
  if (url !== undefined) return new URL(url, location.origin);
  const path = TARGETS[target];
  if (!path) throw new Error(`The local host does not model the target "${target}".`);
  return new URL(path(rest), location.origin);
}

function navigate({ type, ...to }) {
  const url = addressOf(to);
  if (!['http:', 'https:'].includes(url.protocol)) throw new Error(`${url.href} cannot be opened.`);
  if (type === 'new-tab') globalThis.open(url, '_blank', 'noopener');
  else location.assign(url);
  return true;
}

/**
 * @param {{ place: HTMLElement, subject: object, base?: string, modal?: object, mount: Function }} frame
 * @returns {Record<string, Function>}
 */
export function createBridgeHandlers({ place, subject, base, modal, mount }) {
  const { inputs } = place.dataset;
  const where = {
    ...subject,
    ...(inputs ? { inputs: JSON.parse(inputs) } : {}),
    ...(modal ? { modal: modal.context ?? {} } : {}),
  };

  /** The form of an action gives its inputs to the rule around it. */
  function submitInputs(values) {
    let refused = '';
    const refuse = (why) => {
      refused = why;
    };
    const detail = { values, refuse };
    place.dispatchEvent(new CustomEvent('submitinputs', { bubbles: true, detail }));
    if (refused) throw new Error(refused);
    return true;
  }

  return {
    getContext: () => ask('context', where),
    async invoke({ functionKey, payload, metadata, invokeType }) {
      if (invokeType !== undefined) throw new Error(`The app declares no ${invokeType}.`);
      const body = await ask('invoke', { ...where, procedure: functionKey, payload });
      return metadata === undefined ? body : { body, metadata: {} };
    },
    fetchProduct: (request) => ask('product', request),
    enableTheming: () => ({ colorMode: document.documentElement.dataset.colorMode }),
    ...(base && !modal ? addressHandlers(base) : {}),
    getUrl: (to) => addressOf(to).href,
    navigate,
    reload: () => location.reload(),
    refresh: async () => {
      await refreshPage();
      return true;
    },
    changeWindowTitle: (title) => {
      document.title = String(title);
    },
    emit,
    emitPublic: emit,
    on,
    onPublic: on,
    showFlag,
    closeFlag,
    openModal: (options) => openDialog(place, options, mount),
    escape: () => modal?.escape(),
    // Only a dialog or a form can be submitted, and only a dialog closed; `false` becomes an error in the page.
    submit: (payload) => (inputs ? submitInputs(payload) : (modal?.close(payload) ?? false)),
    close: (payload) => modal?.close(payload) ?? false,
    onClose: (callback) => modal?.beforeClose(callback) ?? false,
  };
}
