// Jest compiles every module anew for each test file, though a process reads the same text again and again.
// A script that was compiled once is run once more for the next file's globals, with what its functions have
// been compiled to since. https://nodejs.org/api/vm.html#scriptrunincontextcontextifiedobject-options
const vm = require('node:vm');

/** By file and parameters: the text it was compiled from, and the script. */
const kept = new Map();
const { compileFunction } = vm;

/** As `vm.compileFunction` for a context, of Jest's own use of it: nothing but these options. */
vm.compileFunction = (source, parameters = [], options = {}) => {
  const { filename, parsingContext, importModuleDynamically, ...more } = options;
  if (!filename || !parsingContext || Object.keys(more).length > 0)
    return compileFunction(source, parameters, options);
  const key = `${filename} ${parameters.join()}`;
  let one = kept.get(key);
  if (one?.source !== source) {
    const head = `(function (${parameters.join()}) {`;
    one = { source };
    one.script = new vm.Script(`${head}${source}\n})`, {
      ...{ filename, columnOffset: -head.length },
      // Of the file that runs now, not of the one for which it was compiled.
      importModuleDynamically: (...of) => one.importNow(...of),
    });
    kept.set(key, one);
  }
  one.importNow = importModuleDynamically;
  return one.script.runInContext(parsingContext);
};
