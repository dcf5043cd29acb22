// Queries by role ask for the style of the same elements again and again, and jsdom holds each against
// its whole default sheet: a fifth of what a page costs in a test. Until the document changes, the first
// answer stands.
const computed = window.getComputedStyle.bind(window);

let known = new WeakMap<Element, CSSStyleDeclaration>();
const forget = () => {
  known = new WeakMap();
};
const changes = new MutationObserver(forget);
changes.observe(document, { subtree: true, childList: true, attributes: true });

window.getComputedStyle = (element, pseudo) => {
  if (changes.takeRecords().length > 0) forget();
  if (pseudo || !element.isConnected) return computed(element, pseudo);
  const style = known.get(element) ?? computed(element);
  known.set(element, style);
  return style;
};
