// `npm run bench`: what Ladder costs a site, on the local Jira in memory.
import { parseArgs } from 'node:util';
import { installDependencies } from './lib/dependencies.mjs';
import { demandNode } from './lib/node-version.mjs';
import { load } from './lib/typescript.mjs';

const HELP = `Usage: npm run bench -- [--issues <n>]...
  --issues  items in the project; may be given several times (default 600 and 5000)
  --help    this text`;

function options() {
  const { values } = parseArgs({
    options: {
      issues: { type: 'string', multiple: true, default: ['600', '5000'] },
      help: { type: 'boolean', default: false },
    },
  });
  const sizes = values.issues.map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
    throw new Error(`--issues takes a whole number.\n\n${HELP}`);
  }
  return { sizes, help: values.help };
}

async function bench() {
  const { sizes, help } = options();
  if (help) return console.log(HELP);
  demandNode();
  await installDependencies(console.log);
  process.env.TZ = 'UTC';
  const { benchScan } = await load('bench/scan.ts');
  for (const issues of sizes) {
    console.log(`\nNightly scan, ${issues} items asked for`);
    await benchScan({ issues, print: (line) => console.log(`  ${line}`) });
  }
}

bench().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
