// Atlassian's grammar of JQL as one file. The package's own build for Node is compiled down to ES5 and
// takes four times as long for a text; the same sources stand beside it as they were written.
import { inRoot } from '../../../scripts/lib/root.mjs';
import { builtOnce } from './stamp.mjs';

const modern = (name) => inRoot('node_modules', '@atlaskit', name, 'dist', 'es2019', 'index.js');

export default async function buildGrammar() {
  await builtOnce('grammar', [], async (folder) => {
    const { bundle } = await import('./bundle.mjs');
    const alias = { '@atlaskit/jql-parser': modern('jql-parser') };
    await bundle({ name: 'grammar', entry: modern('jql-ast'), folder, alias });
  });
}
