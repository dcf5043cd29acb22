// The grammar of Jest's own process for the modules inside its sandbox (kept-hosts/environment.cjs).
const { JastBuilder } = globalThis.quickGrammar;

exports.JastBuilder = class {
  build(text) {
    try {
      return new JastBuilder().build(text);
    } catch (error) {
      // A class of the other side is not the one of that name in here.
      throw error?.name === 'RangeError' ? new RangeError(error.message) : error;
    }
  }
};
