// Looks for what must not be in a file of the project: paths of somebody's machine, addresses of package
// registries, notes for later, tests and rules that are switched off.
import { readFileSync } from 'node:fs';
import { projectFiles } from '../lib/project-files.mjs';
import { inRoot } from '../lib/root.mjs';

const CODE = /\.(c|m)?(j|t)sx?$/;
const OWN_RULES = 'scripts/check/words.mjs';

const RULES = [
  {
    name: 'path of a machine',
    pattern: /(?<![\w.:/$}-])\/(home|Users|root|work|tmp|mnt)\/[\w.-]+/,
  },
  {
    name: 'address of a package registry',
    pattern: /\bregistry\.[\w-]+\.\w+|\bnpmjs\.(org|com)\b/,
  },
  // In quotes it is a value: Jira calls a category of statuses so.
  { name: 'note for later', pattern: /(?<!')\b(TODO|FIXME|XXX|HACK)\b(?!')/, files: CODE },
  {
    name: 'rule switched off',
    pattern: /(eslint|oxlint)-disable|@ts-(ignore|expect-error|nocheck)|(prettier|oxfmt)-ignore/,
  },
  {
    name: 'test switched off or alone',
    pattern: /\b(test|it|describe)\.(skip|only|todo|fixme)\b|\bx(it|test|describe)\(/,
    files: CODE,
  },
  {
    name: 'type check switched off',
    // After a colon only where a type ends: prose and patterns may say "any" too.
    pattern: /\bas any\b|: any(?=\s*([;,)=\]|>{}[]|$))|<any>/,
    files: /\.[cm]?tsx?$/,
  },
];

function readText(file) {
  const text = readFileSync(inRoot(file), 'utf8');
  return text.includes('\0') ? '' : text;
}

function findingsIn(file) {
  const rules = RULES.filter((rule) => !rule.files || rule.files.test(file));
  return readText(file)
    .split('\n')
    .flatMap((line, index) =>
      rules
        .filter((rule) => rule.pattern.test(line))
        .map((rule) => `${file}:${index + 1} ${rule.name}: ${line.trim().slice(0, 120)}`),
    );
}

/** Addresses in the lock file would tie an installation to one registry. */
function addressesInLock() {
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([, entry]) => entry.resolved && !entry.link)
    .map(
      ([path]) => `package-lock.json ${path} names an address: npm install writes none by .npmrc`,
    );
}

const checked = projectFiles().filter((file) => file !== OWN_RULES && file !== 'package-lock.json');
const findings = [...checked.flatMap(findingsIn), ...addressesInLock()];
console.log(findings.join('\n') || `${checked.length} files are clean`);
if (findings.length > 0) process.exitCode = 1;
