// Atlaskit's style sheets are atomic: one class sets one property, and the same class comes with
// many packages. Put one after the other as the bundler finds them, a later `font` takes back an
// earlier `font-weight`. This plugin makes one sheet out of all of them, each rule once, in an
// order that depends on the rules alone.
import postcss, { type AtRule, type ChildNode, type Rule } from 'postcss';
import type { Plugin } from 'vite';

/** Depth of each shorthand: a property of a lower depth resets those of a higher one. */
const SHORTHAND_DEPTH = new Map(
  [
    ['all'],
    words(`animation background border border-image border-radius column-rule columns flex flex-flow
      font gap grid grid-area inset list-style margin mask offset outline overflow
      overscroll-behavior padding place-content place-items place-self scroll-margin
      scroll-padding text-decoration text-emphasis transition`),
    words(`background-position border-color border-style border-width font-variant grid-column
      grid-row grid-template inset-block inset-inline margin-block margin-inline padding-block
      padding-inline`),
    words('border-block border-inline border-top border-right border-bottom border-left'),
    words(`border-block-color border-block-style border-block-width border-inline-color
      border-inline-style border-inline-width border-block-start border-block-end
      border-inline-start border-inline-end`),
  ].flatMap((names, depth) => names.map((name) => [name, depth] as const)),
);
const LONGHAND_DEPTH = 5;

/** Later states win over earlier ones when several hold: pressed over hovered over focused. */
const STATES = ['link', 'visited', 'focus-within', 'focus', 'focus-visible', 'hover', 'active'];

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

function isAtom(node: ChildNode): node is Rule {
  return node.type === 'rule' && node.selectors.every((selector) => /^\._\w{8}/.test(selector));
}

function isGroupOfAtoms(node: ChildNode): node is AtRule {
  return node.type === 'atrule' && node.nodes !== undefined && node.nodes.every(isAtom);
}

function stateRank(rule: Rule): number {
  const selector = rule.selector.replace(/:not\([^)]*\)/g, '');
  return STATES.findLastIndex((state) => new RegExp(`:${state}(?![\\w-])`).test(selector));
}

function depthRank(rule: Rule): number {
  const property = rule.nodes.findLast((node) => node.type === 'decl')?.prop ?? '';
  return SHORTHAND_DEPTH.get(property) ?? LONGHAND_DEPTH;
}

/** Each rule once. Sorting is stable: rules of one rank stay in the order they were found in. */
function ordered(rules: readonly Rule[]): Rule[] {
  return [...new Map(rules.map((rule) => [rule.toString(), rule])).values()]
    .map((rule) => ({ rule, state: stateRank(rule), depth: depthRank(rule) }))
    .sort((a, b) => a.state - b.state || a.depth - b.depth)
    .map(({ rule }) => rule);
}

function minWidth(group: AtRule): number {
  return Number(/min-width:\s*([\d.]+)/.exec(group.params)?.[1] ?? 0);
}

/** The same style sheet in the order atomic classes rely on: plain rules, atoms, grouped atoms. */
export function sortAtomicCss(css: string): string {
  const plain = new Map<string, ChildNode>();
  const atoms: Rule[] = [];
  const groups = new Map<string, { rule: AtRule; atoms: Rule[] }>();
  for (const node of postcss.parse(css).nodes) {
    if (isAtom(node)) {
      atoms.push(node);
    } else if (isGroupOfAtoms(node)) {
      const id = `${node.name} ${node.params}`;
      const group = groups.get(id) ?? { rule: node, atoms: [] };
      group.atoms.push(...(node.nodes ?? []).filter(isAtom));
      groups.set(id, group);
    } else {
      plain.set(node.toString(), node);
    }
  }
  const grouped = [...groups.values()]
    .sort((a, b) => minWidth(a.rule) - minWidth(b.rule))
    .map((group) => group.rule.clone({ nodes: ordered(group.atoms) }));
  return postcss.root({ nodes: [...plain.values(), ...ordered(atoms), ...grouped] }).toString();
}

/** Vite plugin: one sorted style sheet for the whole build. */
export function atomicCss(): Plugin {
  return {
    name: 'ladder-atomic-css',
    apply: 'build',
    config: () => ({ build: { cssCodeSplit: false } }),
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
          file.source = sortAtomicCss(Buffer.from(file.source).toString('utf8'));
        }
      },
    },
  };
}
