// One CommonJS file with everything that an entry imports.
import { build } from 'vite';
import { root } from '../../../scripts/lib/root.mjs';

/** Writes `folder/name.cjs`; `alias` names files that stand in for packages. */
export async function bundle({ name, entry, folder, alias = {} }) {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias },
    ssr: {
      noExternal: true,
      target: 'node',
      resolve: { conditions: ['require', 'default'], mainFields: ['main'] },
    },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: { [name]: entry },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  });
}
