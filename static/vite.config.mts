// One page, one build folder, one style sheet. The package must not become an ES module package:
// Vite would then read Atlaskit's CommonJS icons the Node way, and every icon would be an object.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { atomicCss } from './tools/atomic-css.mts';
import { firstChunks } from './tools/first-chunks.mts';
import { tokenVariables } from './tools/token-variables.mts';

const here = import.meta.dirname;
const stub = (file: string) => resolve(here, 'src/stubs', file);

export default defineConfig({
  root: here,
  base: './', // Jira serves the folder under a long prefix; absolute addresses give a blank page
  plugins: [tokenVariables(), react(), atomicCss(), firstChunks(here)],
  resolve: {
    alias: [
      {
        find: /^@atlaskit\/react-compiler-gating(\/.*)?$/,
        replacement: stub('compiler-gating.ts'),
      },
      { find: /^@atlaskit\/feature-gate-js-client(\/.*)?$/, replacement: stub('feature-gates.ts') },
    ],
  },
  build: {
    outDir: 'build',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true, // read by the size budget; scripts/build-ui.mjs takes it out of the folder
  },
});
