'use strict';
// Entry file of a bundle: the bundler stores it as __forge__.cjs, next to the wrapper it loads.
module.exports = require(`./${process.env.FORGE_CUSTOM_WRAPPER_FILE_NAME ?? '__forge_wrapper__.cjs'}`);
