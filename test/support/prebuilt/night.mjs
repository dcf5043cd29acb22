// What the long tests need: the app's functions, and the thread that runs seeds of the simulation.
import buildFunctions from './functions.mjs';
import buildSeeds from './seeds.mjs';

export default async function buildForTheNight() {
  await buildFunctions();
  await buildSeeds();
}
