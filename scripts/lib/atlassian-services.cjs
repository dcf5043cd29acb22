'use strict';
// What Atlassian's build libraries ask for when the Forge CLI is not there: a logger and feature
// gates, all closed. Also keeps their settings folder out of the user's home.
const { join } = require('node:path');

process.env.XDG_CONFIG_HOME = join(__dirname, '../../node_modules/.cache');

const closed = (name) => async () => (name === 'getDeprecatedRuntimes' ? [] : false);

/** Every gate is closed. `then` is not one: the object must not look like a promise. */
const featureGates = new Proxy(
  {},
  { get: (_target, name) => (name === 'then' ? undefined : closed(name)) },
);

const say = (message) => console.log(String(message));
const nothing = () => undefined;
const logger = {
  debugEnabled: false,
  info: say,
  warn: say,
  error: say,
  debug: nothing,
  trace: nothing,
};

module.exports = { featureGates, logger };
