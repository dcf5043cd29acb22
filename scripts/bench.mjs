// `npm run bench`: what Ladder costs a site, on the local Jira in memory.
import { parseArgs } from 'node:util';
import { installDependencies } from './lib/dependencies.mjs';
import { demandNode } from './lib/node-version.mjs';
import { load } from './lib/typescript.mjs';

const HELP = `Usage: npm run bench -- [--issues <n>]...
  --issues   items in the scanned project; may be given several times (default 600 and 5000)
  --backlog  items in the project of the Backlog tab; the same (default 10000 and 100000)
  --help     this text`;

function options() {
  const { values } = parseArgs({
    options: {
      issues: { type: 'string', multiple: true, default: ['600', '5000'] },
      backlog: { type: 'string', multiple: true, default: ['10000', '100000'] },
      help: { type: 'boolean', default: false },
    },
  });
  const sizes = values.issues.map(Number);
  const backlogs = values.backlog.map(Number);
  if ([...sizes, ...backlogs].some((size) => !Number.isInteger(size) || size < 1)) {
    throw new Error(`--issues and --backlog take a whole number.\n\n${HELP}`);
  }
  return { sizes, backlogs, help: values.help };
}

async function bench() {
  const { sizes, backlogs, help } = options();
  if (help) return console.log(HELP);
  demandNode();
  await installDependencies(console.log);
  process.env.TZ = 'UTC';
  const { benchScan } = await load('bench/scan.ts');
  for (const issues of sizes) {
    console.log(`\nNightly scan, ${issues} items asked for`);
    await benchScan({ issues, print: (line) => console.log(`  ${line}`) });
  }
  const { benchBacklog } = await load('bench/backlog.ts');
  console.log('\nBacklog tab, every part looked at, as a viewer');
  const costs = await benchBacklog({
    sizes: backlogs,
    print: (line) => console.log(`  ${line}`),
  });
  const equal = costs.every(({ requests }) => requests === costs[0].requests);
  console.log(`  The number of requests is ${equal ? 'the same' : 'NOT the same'} for all sizes.`);
  if (!equal) process.exitCode = 1;
}

bench().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
