// Puts what components describe into the document without React: for pages that are drawn before it
// has begun. Only for components without state, effects and handlers; React takes over what they drew
// by drawing it anew.
import { Fragment, isValidElement, type ReactNode } from 'react';

type Component = (props: object) => ReactNode;

/** Attributes that React calls otherwise than HTML. */
const NAMES: Record<string, string> = { className: 'class' };

function setProperty(element: HTMLElement, name: string, value: unknown): void {
  if (name === 'children' || value === undefined || value === null) return;
  if (name === 'style') Object.assign(element.style, value);
  else if (typeof value === 'string') element.setAttribute(NAMES[name] ?? name, value);
  else throw new RangeError(`Not to be drawn without React: ${name}`);
}

function nodesOf(node: ReactNode): Node[] {
  if (node === null || node === undefined || typeof node === 'boolean') return [];
  if (typeof node === 'string' || typeof node === 'number')
    return [document.createTextNode(String(node))];
  if (Array.isArray(node)) return node.flatMap((one: ReactNode) => nodesOf(one));
  if (!isValidElement<{ children?: ReactNode }>(node))
    throw new RangeError('Not to be drawn without React');
  const { type, props } = node;
  if (type === Fragment) return nodesOf(props.children);
  if (typeof type === 'function') return nodesOf((type as Component)(props));
  const element = document.createElement(type);
  for (const [name, value] of Object.entries(props)) setProperty(element, name, value);
  element.append(...nodesOf(props.children));
  return [element];
}

/**
 * Draws into `container` in place of what is there. Lengths in a style need their unit.
 * @throws {RangeError} for what only React can draw
 */
export const drawPlain = (container: HTMLElement, node: ReactNode): void =>
  container.replaceChildren(...nodesOf(node));
