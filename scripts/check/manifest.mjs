// Checks manifest.yml with all of Atlassian's own rules. Warnings fail too: they become errors.
// The pages have to be built, because the rules look for the folders that the manifest names.
import manifest from '@forge/manifest';
import { root } from '../lib/root.mjs';

process.chdir(root);
const { errors = [] } = await new manifest.FullValidationProcessor({}).process('manifest.yml');
for (const { level = 'error', line = 0, column = 0, message } of errors) {
  console.log(`manifest.yml:${line}:${column} ${level}: ${message}`);
}
if (errors.length > 0) process.exitCode = 1;
else console.log('manifest.yml is valid');
