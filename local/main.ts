// `npm start`: the local host with the options of the command line, until it is stopped.
import path from 'node:path';
import { DataError } from './data/import';
import { DatabaseInUseError } from './db';
import { DEMO, OtherSourceError, startHost, type Host, type HostOptions } from './host';
import { HELP, OptionsError, parseOptions, type Options } from './options';
import type { SiteSource } from './site-state';
import { PortInUseError } from './web/server';

// Functions run in UTC on Forge; this process is where they run here.
process.env.TZ = 'UTC';

const HOUR = 3_600_000;
const LOOK_EVERY = 5000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function hostOptions(options: Options): HostOptions {
  const { data, issues, projects, now } = options;
  const source: SiteSource =
    data === undefined
      ? { ...DEMO, ...(issues ? { issues } : {}), ...(projects ? { projects } : {}) }
      : { kind: 'file', file: path.resolve(data) };
  return {
    port: options.port,
    db: options.db,
    fresh: options.fresh,
    source,
    sourceAsked: data !== undefined || issues !== undefined || projects !== undefined,
    now,
    report: say,
  };
}

/**
 * Runs the schedule whenever the host clock has passed an hour, as Forge does. An hour that was
 * jumped over by hand does not count: who moves the clock also says when the scan runs.
 */
function everyHour(host: Host): NodeJS.Timeout {
  const ahead = () => host.clock.now() - Date.now();
  const hourOf = () => Math.floor(host.clock.now() / HOUR);
  let [lastAhead, lastHour] = [ahead(), hourOf()];
  return setInterval(() => {
    const moved = Math.abs(ahead() - lastAhead) > LOOK_EVERY;
    const passed = hourOf() !== lastHour;
    [lastAhead, lastHour] = [ahead(), hourOf()];
    if (moved || !passed) return;
    host.schedule().catch((error: unknown) => say(`The schedule failed: ${String(error)}`));
  }, LOOK_EVERY);
}

function welcome(host: Host): void {
  const { items, projects } = host.jira.site.counts();
  say('');
  say(`Ladder is at ${host.url}`);
  say(
    `  ${items} items in ${projects} projects; the clock is at ${new Date(host.clock.now()).toISOString()}`,
  );
  const names = host.jira.site.users().filter(({ name }) => name !== '');
  for (const { name, displayName, siteAdmin } of names) {
    say(`  ${name.padEnd(9)} ${displayName}${siteAdmin ? ', site admin' : ''}`);
  }
  say('  REST clients log in with a name (or name@example.com) and any password.');
  say('  Ctrl-C ends it.');
}

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) {
    say(HELP);
    return;
  }
  const host = await startHost(hostOptions(options));
  const timer = everyHour(host);

  let closing = false;
  const stop = () => {
    if (closing) return;
    closing = true;
    clearInterval(timer);
    void host.close().then(() => process.exit(0));
  };
  // Before the first printed line: who reads it may end the process at once.
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  welcome(host);
}

const EXPECTED = [OptionsError, DataError, PortInUseError, DatabaseInUseError, OtherSourceError];

main().catch((error: unknown) => {
  const expected = EXPECTED.some((kind) => error instanceof kind);
  const text = error instanceof Error ? (expected ? error.message : error.stack) : String(error);
  process.stderr.write(`${text ?? ''}\n`);
  process.exitCode = 1;
});
