// Gives pages' code in Node the bridge that unit tests of the pages have. Import it before that code.
import { bridge } from '../support/bridge';

Object.assign(globalThis, {
  __bridge: bridge,
  // The bridge builds a request without an address, which only a page has a base for.
  Request: class extends Request {
    constructor(input: string | URL | Request, init?: RequestInit) {
      super(input === '' ? 'http://localhost/' : input, init);
    }
  },
});
