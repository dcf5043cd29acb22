// First file of a worker that runs seeds: a worker thread cannot start from TypeScript by itself.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('tsx/cjs');
require('./worker.ts');
