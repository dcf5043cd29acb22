// fast-check as the tests get it (jest.config.cjs puts it in its place): by day every property starts
// from one fixed seed, so that a change is never refused for an input that the main branch has not met
// either. At night the seeds are random, and so are they with LADDER_SEED=random; a number there is the
// seed to repeat.
const fc = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

const BY_DAY = 20_261_102;

function seed() {
  const { LADDER_SEED, LADDER_NIGHTLY } = process.env;
  if (LADDER_SEED === undefined || LADDER_SEED === '')
    return LADDER_NIGHTLY === '1' ? undefined : BY_DAY;
  if (LADDER_SEED === 'random') return undefined;
  const given = Number(LADDER_SEED);
  if (Number.isInteger(given)) return given;
  throw new Error(`LADDER_SEED is "${LADDER_SEED}": it takes a whole number, or the word random.`);
}

const chosen = seed();
if (chosen !== undefined) fc.configureGlobal({ seed: chosen });

module.exports = fc;
