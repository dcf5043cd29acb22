// Writes `token('space.100')` of our own sources as the variable it stands for, `var(--ds-space-100)`.
// Looking names up in the browser would load the table of all names with every page, 12 kB gzipped.
import tokenNames from '@atlaskit/tokens/token-names';
import type { Plugin } from 'vite';

// A CommonJS module: Node's loader gives its exports, a bundler their default.
const names: Record<string, string> =
  (tokenNames as { default?: Record<string, string> }).default ?? tokenNames;

const CALL = /\btoken\(\s*'([\w.]+)'\s*(?:,\s*'([^']*)'\s*)?,?\s*\)/g;

/** The source with every literal call replaced. @throws {RangeError} for a name that is no token */
export function withTokenVariables(source: string): string {
  return source.replace(CALL, (_call, name: string, fallback?: string) => {
    const variable = names[name];
    if (!variable) throw new RangeError(`No design token: ${name}`);
    return `'var(${variable}${fallback === undefined ? '' : `, ${fallback}`})'`;
  });
}

/** Vite plugin for the sources in `static/src`. */
export function tokenVariables(): Plugin {
  return {
    name: 'ladder-token-variables',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/static\/src\/.*\.tsx?$/.test(id) || !code.includes('token(')) return null;
      return { code: withTokenVariables(code), map: null };
    },
  };
}
