// `npm start`: installs and builds what is missing, then runs the local host in this very process,
// so that a signal ends the host and nothing stays behind.
import { createRequire } from 'node:module';
import { installDependencies } from './lib/dependencies.mjs';
import { buildFrontEnd } from './lib/front-end.mjs';
import { demandNode } from './lib/node-version.mjs';
import { inRoot } from './lib/root.mjs';

const asksForHelp = (args) => args.includes('--help') || args.includes('-h');

/**
 * npm passes a signal to the shell between it and this process, and the shell dies of it alone. When
 * the parent has gone, end as if the signal had come here: nothing may keep the port and the database.
 */
function endWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
}

async function start(args) {
  demandNode();
  endWithParent();
  await installDependencies(console.log);
  if (!asksForHelp(args)) await buildFrontEnd({ print: console.log });
  await import('tsx');
  process.argv[1] = inRoot('local', 'main.ts');
  createRequire(import.meta.url)(process.argv[1]);
}

start(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
