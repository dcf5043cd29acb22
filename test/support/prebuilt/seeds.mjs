// The thread that runs seeds of the simulation, as one file.
import { inRoot } from '../../../scripts/lib/root.mjs';
import buildGrammar from './grammar.mjs';
import { builtOnce } from './stamp.mjs';

export default async function buildSeeds() {
  await buildGrammar();
  await builtOnce('seeds', ['src', 'local/jira', 'test/simulation'], async (folder) => {
    const { bundle } = await import('./bundle.mjs');
    await bundle({ name: 'worker', entry: inRoot('test/simulation/many/worker.ts'), folder });
  });
}
