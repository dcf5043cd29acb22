// Frames of the app inside the shell: one sandboxed iframe from the other origin, and its bridge.
import { placeInPage } from './address.js';
import { createBridgeHandlers } from './bridge-handlers.js';
import { connect } from './rpc.js';

// The sandbox that Forge's own policy repeats; https://developer.atlassian.com/platform/forge/custom-ui/iframe/
const SANDBOX = [
  'allow-downloads',
  'allow-forms',
  'allow-modals',
  'allow-pointer-lock',
  'allow-same-origin',
  'allow-scripts',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
].join(' ');

// Heights of `viewportSize`, in pixels: Atlassian names the sizes, not the numbers.
const HEIGHTS = { small: 150, medium: 300, large: 450, xlarge: 600 };

const open = new Set();

/** Calls a method in every frame. */
export function tellFrames(method, ...args) {
  for (const frame of open) void frame.call(method, ...args);
}

/**
 * Puts a frame into `place`, which says by its data attributes which module it is and for what.
 *
 * @param {HTMLElement} place
 * @param {{ context: unknown, close: (payload: unknown) => boolean, resource?: string }} [modal]
 *   set for a dialog: what `extension.modal` is, and how the dialog is closed
 */
export function mountFrame(place, modal) {
  const { module: moduleKey, issue, project, resource, title, size = 'auto', base } = place.dataset;
  const appOrigin = document.body.dataset.appOrigin;
  const iframe = document.createElement('iframe');
  iframe.setAttribute('sandbox', SANDBOX);
  iframe.title = title;
  if (HEIGHTS[size]) iframe.style.height = `${HEIGHTS[size]}px`;

  const subject = { module: moduleKey, issueKey: issue, projectKey: project };
  const rpc = connect({
    target: () => iframe.contentWindow,
    origin: appOrigin,
    handlers: {
      ...createBridgeHandlers({ place, subject, base, modal, mount: mountFrame }),
      resize: (height) => {
        if (!HEIGHTS[size]) iframe.style.height = `${Math.max(32, Number(height))}px`;
      },
    },
  });
  open.add(rpc);
  iframe.src = `${appOrigin}/__app/${modal?.resource ?? resource}/index.html`;
  place.append(iframe);

  const back = () => void rpc.call('addressChanged', placeInPage(base));
  if (base && !modal) globalThis.addEventListener('popstate', back);
  return () => {
    open.delete(rpc);
    rpc.close();
    globalThis.removeEventListener('popstate', back);
    iframe.remove();
  };
}
