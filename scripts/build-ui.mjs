// Builds the pages into static/build; `--force` also when nothing has changed.
import { buildFrontEnd } from './lib/front-end.mjs';

const output = await buildFrontEnd({ print: console.log, force: process.argv.includes('--force') });
console.log(output || 'The pages are up to date.');
