// Node's environment, with local hosts that outlive a test file. Jest loads every module anew for
// each file; the local host and the app it runs take longer to load than most files take to run.
require('../kept-scripts.cjs');
const { TestEnvironment } = require('jest-environment-node');
const { require: load } = require('tsx/cjs/api');
const { grammar } = require('../quick-grammar.cjs');

module.exports = class extends TestEnvironment {
  constructor(...of) {
    super(...of);
    Object.defineProperty(this.global, 'quickGrammar', { get: grammar });
    let hosts;
    Object.defineProperty(this.global, 'keptHosts', {
      get: () => (hosts ??= load('./hosts.ts', module.filename)),
    });
  }
};
