// What queries by role and by label ask of jsdom again and again, answered without its whole default
// sheet and without a walk through the document for each label: a quarter of what a page costs in a
// test. No test has style sheets, so a style is what the element's tag and its `style` attribute say.
import { afterEach, expect } from '@jest/globals';
import { configure } from '@testing-library/dom';

// What is said above has to stay true: a sheet would be overlooked.
afterEach(() => expect(document.styleSheets).toHaveLength(0));

const computed = window.getComputedStyle.bind(window);

/** Display of an element without a `style` of its own, by what jsdom's default sheet looks at. */
const displays = new Map<string, string>();

function displayOf(element: HTMLElement | SVGElement): string {
  if (element.style.display) return element.style.display;
  const { tagName } = element;
  const key = `${tagName} ${element.getAttribute('hidden')} ${element.getAttribute('open')} ${element.getAttribute('type')}`;
  const known = displays.get(key) ?? computed(element).display;
  displays.set(key, known);
  return known;
}

/** Of the element itself or the next one above it that says. */
function inherited(element: Element | null, property: 'visibility' | 'pointerEvents'): string {
  for (let at = element; at; at = at.parentElement) {
    const said = (at as HTMLElement).style[property];
    if (said) return said;
  }
  return property === 'visibility' ? 'visible' : 'auto';
}

/** Null for what nobody asks often. */
function quick(element: HTMLElement, property: string | symbol): string | null {
  if (property === 'display') return displayOf(element);
  if (property === 'visibility') return inherited(element, property);
  if (property === 'pointerEvents') return inherited(element, property);
  return null;
}

window.getComputedStyle = (element, pseudo) => {
  if (pseudo || !element.isConnected) return computed(element, pseudo);
  const drawn = element as HTMLElement;
  return new Proxy({} as CSSStyleDeclaration, {
    get(_, property) {
      if (property === 'getPropertyValue')
        return (name: string) => quick(drawn, name) ?? computed(drawn).getPropertyValue(name);
      return quick(drawn, property) ?? (Reflect.get(computed(drawn), property) as unknown);
    },
  });
};

const LABELABLE = 'button, input:not([type=hidden]), meter, output, progress, select, textarea';

Object.defineProperty(HTMLLabelElement.prototype, 'control', {
  configurable: true,
  get(this: HTMLLabelElement) {
    if (!this.hasAttribute('for')) return this.querySelector<HTMLElement>(LABELABLE);
    const named = this.htmlFor ? this.ownerDocument.getElementById(this.htmlFor) : null;
    return named?.matches(LABELABLE) ? named : null;
  },
});

/** jsdom counts the changes of a document; nothing that was read before the last one is used again. */
const inside = Object.getOwnPropertySymbols(document).find(
  ({ description }) => description === 'impl',
);
function changes(): number {
  const { _version: count } = Reflect.get(document, inside ?? 'impl') as { _version: number };
  if (!Number.isInteger(count)) throw new Error('jsdom does not count changes any more.');
  return count;
}

let seen = -1;
const labels = new Map<Element, HTMLLabelElement[]>();

/** The labels of a control; all are looked up in one go, for a query asks every control. */
function labelsOf(control: Element): HTMLLabelElement[] {
  if (seen !== changes()) {
    seen = changes();
    labels.clear();
    for (const label of document.querySelectorAll('label')) {
      const named = label.control;
      if (named) labels.set(named, [...(labels.get(named) ?? []), label]);
    }
  }
  return labels.get(control) ?? [];
}

for (const { prototype } of [
  HTMLButtonElement,
  HTMLInputElement,
  HTMLMeterElement,
  HTMLOutputElement,
  HTMLProgressElement,
  HTMLSelectElement,
  HTMLTextAreaElement,
])
  Object.defineProperty(prototype, 'labels', {
    configurable: true,
    get(this: HTMLInputElement) {
      return this.type === 'hidden' ? null : labelsOf(this);
    },
  });

/** What a selector found since the last change; states that are no attributes count as no change. */
const found = new Map<string, WeakMap<ParentNode, NodeListOf<Element>>>();
let looked = -1;

for (const { prototype } of [Document, Element]) {
  const { querySelector, querySelectorAll } = prototype;
  prototype.querySelectorAll = function all(this: ParentNode, selector: string) {
    if (selector.includes(':')) return querySelectorAll.call(this, selector);
    if (looked !== changes()) {
      looked = changes();
      found.clear();
    }
    const known = found.get(selector) ?? new WeakMap<ParentNode, NodeListOf<Element>>();
    found.set(selector, known);
    const list = known.get(this) ?? querySelectorAll.call(this, selector);
    known.set(this, list);
    return list;
  };
  prototype.querySelector = function first(this: ParentNode, selector: string) {
    const id = /^\[id="([^"\\]+)"\]$/.exec(selector)?.[1];
    const named = id === undefined ? null : document.getElementById(id);
    return named && this.contains(named) ? named : querySelector.call(this, selector);
  };
}

// A query that waits makes an error at every look, and each would hold the page as text.
configure({
  getElementError: (message, container) =>
    Object.assign(
      new Error(process.env.SHOW_PAGE ? `${message}\n${container.outerHTML}` : `${message}`),
      {
        name: 'TestingLibraryElementError',
      },
    ),
});
