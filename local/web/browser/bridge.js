// First script of every page of the app: the host clock, and the global that @forge/bridge looks for
// while it is loaded. What the shell cannot do from outside is finished here, in the frame.
import { createFrameHistory } from './frame-history.js';
import { connect } from './rpc.js';

const ahead = Number(new URL(import.meta.url).searchParams.get('ahead'));
const RealDate = Date;
const now = () => RealDate.now() + ahead;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
  apply: (target) => new target(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});

const THEMES = ['light', 'dark', 'spacing', 'typography', 'shape', 'motion'];
const other = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
let followsTheme = false;
let frameHistory = null;

function linked(theme) {
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = `/__host/theme/${theme}.css`;
    link.addEventListener('load', resolve);
    link.addEventListener('error', resolve);
    document.head.append(link);
  });
}

function paint(colorMode) {
  const { dataset } = document.documentElement;
  dataset.colorMode = colorMode;
  dataset.theme = THEMES.map((theme) => `${theme}:${theme}`).join(' ');
}

async function enableTheming({ colorMode }) {
  paint(colorMode);
  if (followsTheme) return;
  followsTheme = true;
  await Promise.all(THEMES.map(linked));
}

const rpc = connect({
  target: () => parent,
  origin: `http://${other}:${location.port}`,
  handlers: {
    themeChanged: (colorMode) => followsTheme && paint(colorMode),
    addressChanged: (place) => frameHistory?.arrive(place),
  },
});

function createHistory(place) {
  frameHistory ??= createFrameHistory(place, rpc);
  return frameHistory.history;
}

const FINISH = { enableTheming, createHistory };

globalThis.__bridge = {
  async callBridge(method, data) {
    const answer = await rpc.call(method, data);
    return Object.hasOwn(FINISH, method) ? FINISH[method](answer) : answer;
  },
};

// Keys pressed in a frame never reach the shell, which closes dialogs.
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) void rpc.call('escape');
});

// The lowest edge of what the page shows. The document's own height is no measure: style resets
// stretch it to the height of the frame.
function contentHeight() {
  const { body } = document;
  const edges = [...body.children].map((child) => child.getBoundingClientRect().bottom);
  const padding = Number.parseFloat(getComputedStyle(body).paddingBottom) || 0;
  return Math.ceil(Math.max(0, ...edges) + scrollY + padding);
}

let told = 0;
function tellHeight() {
  const height = contentHeight();
  if (height === told || height === 0) return;
  told = height;
  void rpc.call('resize', height);
}

document.addEventListener('DOMContentLoaded', () => {
  const sizes = new ResizeObserver(tellHeight);
  const watch = () => {
    for (const child of document.body.children) sizes.observe(child);
    tellHeight();
  };
  new MutationObserver(watch).observe(document.body, { childList: true });
  watch();
});
