// Holds the pages to their size. What a reader waits for is counted: the JavaScript of the first
// stage (the page itself), of each surface until it is drawn, and the one style sheet; in bytes
// after gzip. `--write` sets today's sizes plus 10 % as the budget.
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { cache, inRoot } from '../lib/root.mjs';

const BUDGET_FILE = inRoot('scripts', 'size-budget.json');
/**
 * Promises, whatever was written before: the panel opens with every item, so it has 140 KiB; the
 * project page shows its first numbers after 155 KiB.
 */
const PROMISED = { 'surface item': 143_360, 'first numbers': 158_720 };
/** What has to be there before the project page shows a number: the page and its first tab. */
const FIRST_NUMBERS = [
  'src/surfaces/project/main.tsx',
  'src/surfaces/project/outcome/outcome-tab.tsx',
];
const chunks = JSON.parse(readFileSync(cache('front-end-chunks.json'), 'utf8'));

const gzipped = (file) => gzipSync(readFileSync(inRoot('static', 'build', file))).length;
const sum = (files) => [...files].reduce((total, file) => total + gzipped(file), 0);

/** Files that are loaded with a chunk: its own and those it imports at once. */
function filesOf(id, found = new Set()) {
  const chunk = chunks[id];
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const next of chunk.imports ?? []) filesOf(next, found);
  return found;
}

function sizes() {
  const first = filesOf('index.html');
  const found = { 'first stage': sum(first) };
  for (const id of Object.keys(chunks).sort()) {
    const surface = /^src\/surfaces\/([^/]+)\/main\.tsx?$/.exec(id)?.[1];
    if (surface) found[`surface ${surface}`] = sum(new Set([...first, ...filesOf(id)]));
  }
  found['first numbers'] = sum(
    new Set([...first, ...FIRST_NUMBERS.flatMap((id) => [...filesOf(id)])]),
  );
  const sheets = Object.values(chunks).filter((chunk) => chunk.file.endsWith('.css'));
  found['style sheet'] = sum(new Set(sheets.map((chunk) => chunk.file)));
  return found;
}

function write(found) {
  const budget = Object.entries(found).map(([name, bytes]) => [
    name,
    PROMISED[name] ?? Math.ceil((bytes * 1.1) / 100) * 100,
  ]);
  writeFileSync(BUDGET_FILE, `${JSON.stringify(Object.fromEntries(budget), null, 2)}\n`);
}

function verdict(name, bytes, limit) {
  if (bytes === undefined) return 'in the budget, but not in the build: take the line out';
  if (limit === undefined) return `${bytes} bytes, without a budget: add a line for it`;
  if (limit > (PROMISED[name] ?? limit)) return `its budget of ${limit} bytes is above the promise`;
  return bytes > limit ? `${bytes} bytes, ${bytes - limit} more than its budget` : undefined;
}

const found = sizes();
if (process.argv.includes('--write')) write(found);
const budget = JSON.parse(readFileSync(BUDGET_FILE, 'utf8'));
for (const name of new Set([...Object.keys(found), ...Object.keys(budget)])) {
  const trouble = verdict(name, found[name], budget[name]);
  console.log(`${name}: ${trouble ?? `${found[name]} of ${budget[name]} bytes`}`);
  if (trouble) process.exitCode = 1;
}
