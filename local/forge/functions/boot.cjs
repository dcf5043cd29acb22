'use strict';
// First file of the function worker: a worker thread cannot start from TypeScript by itself.
require('tsx/cjs');
require('./worker.ts');
