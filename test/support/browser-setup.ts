// Runs before every test file of the pages: what @forge/bridge and Atlaskit expect and jsdom lacks.
import { configure } from '@testing-library/dom';
import { bridge } from './bridge';

// A busy machine is slow at drawing; nothing here measures time.
configure({ asyncUtilTimeout: 8_000 });

Object.assign(globalThis, { __bridge: bridge });

// @atlaskit/tokens asks for the colour scheme while it is being imported.
window.matchMedia = (media: string) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });

// Atlaskit's top layer uses the popover methods.
for (const method of ['showPopover', 'hidePopover', 'togglePopover']) {
  Object.defineProperty(HTMLElement.prototype, method, {
    configurable: true,
    writable: true,
    value: () => undefined,
  });
}

class QuietObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
Object.assign(globalThis, { ResizeObserver: QuietObserver });
