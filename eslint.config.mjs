// Lint rules of the house. Comments that switch a rule off have no effect: change the code, or the
// rule here with its reason.
import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { compilerRule } from './scripts/check/compiler-rule.mjs';

const hiddenInputs = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message:
      'Take the moment as an argument, or from the Clock port: tests must be able to set it.',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message:
      'Take the moment as an argument, or from the Clock port: tests must be able to set it.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message:
      'Take the moment as an argument, or from the Clock port: tests must be able to set it.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message:
      'Take random choices as an argument or from a port: the same input gives the same output.',
  },
];

const timers = ['setTimeout', 'setInterval', 'setImmediate'].map((name) => ({
  name,
  message: 'Waiting is for the queue and the host; rules and use cases answer at once.',
}));

const NODE_AND_BROWSER = [
  'AbortController',
  'AbortSignal',
  'Blob',
  'Event',
  'EventTarget',
  'FormData',
  'Headers',
  'Request',
  'Response',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
  'atob',
  'btoa',
  'clearInterval',
  'clearTimeout',
  'console',
  'crypto',
  'fetch',
  'performance',
  'queueMicrotask',
  'setInterval',
  'setTimeout',
  'structuredClone',
];

const BROWSER = [
  'CSS',
  'CustomEvent',
  'DOMParser',
  'HTMLElement',
  'KeyboardEvent',
  'MessageChannel',
  'MutationObserver',
  'addEventListener',
  'ResizeObserver',
  'document',
  'getComputedStyle',
  'history',
  'localStorage',
  'location',
  'matchMedia',
  'parent',
  'requestAnimationFrame',
  'scrollY',
  'sessionStorage',
  'window',
];

const known = (...lists) => Object.fromEntries(lists.flat().map((name) => [name, 'readonly']));

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'static/build/',
      'dist/',
      '.local/',
      'test-results/',
      '**/fixtures/',
    ],
  },
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
  },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 250 }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { defaultFrom: true } }],
    },
  },
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    plugins: { compiler: { rules: { errors: compilerRule } } },
    languageOptions: {
      // One program for all: a program for each tsconfig.json costs two thirds more, as they overlap.
      parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'compiler/errors': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      // Ports answer with promises; an implementation that needs no waiting is still one of them.
      '@typescript-eslint/require-await': 'off',
      // Factories answer objects of plain functions; there is no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['src/**', 'static/src/**'],
    // The log adapter is the one place that writes to the function's console.
    ignores: ['src/adapters/system/log.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['src/domain/**', 'src/usecases/**'],
    rules: {
      'no-restricted-syntax': ['error', ...hiddenInputs],
      'no-restricted-globals': ['error', ...timers],
    },
  },
  {
    files: ['static/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    extends: [jsxA11y.flatConfigs.recommended],
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: ['test/**'],
    rules: {
      // Playwright reads the names of the fixtures from the pattern, which may be none.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@jest/globals',
              importNames: ['jest'],
              message: 'Replace a port or the transport instead of a module.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: { globals: known(NODE_AND_BROWSER, ['Buffer', 'process']) },
  },
  {
    files: ['**/*.{js,cjs}'],
    ignores: ['local/web/browser/**'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: known(['__dirname', 'exports', 'module', 'require']),
    },
  },
  {
    files: ['local/web/browser/**'],
    languageOptions: { sourceType: 'module', globals: known(BROWSER) },
  },
);
