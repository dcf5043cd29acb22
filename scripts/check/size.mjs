// Holds the pages to their size. What a reader waits for is counted: the JavaScript of the first
// stage (the page itself), of each surface until it is drawn, and the one style sheet; in bytes
// after gzip. `--write` sets today's sizes plus 10 % as the budget.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { cache, inRoot } from '../lib/root.mjs';

const BUDGET_FILE = inRoot('scripts', 'size-budget.json');
/**
 * Promises, whatever was written before: the panel opens with every item, so it has 140 KiB; the
 * project page shows its first numbers after 155 KiB.
 */
const PROMISED = { 'surface item': 143_360, 'first numbers': 158_720 };
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

/**
 * Files that are loaded for a part: a surface's `main`, or one of the files that `first-chunks.mts`
 * in static/tools puts together. The build does without a file of its own for what is in one of those.
 */
function filesFor(part) {
  const own = `src/surfaces/${part}/main.tsx`;
  // The bundler may name a file of its own making like a surface.
  const ids = own in chunks ? [own] : Object.keys(chunks).filter((id) => chunks[id].name === part);
  if (ids.length !== 1) throw new Error(`The build has ${ids.length} files for "${part}".`);
  return [...filesOf(ids[0])];
}

const surfaces = () =>
  readdirSync(inRoot('static', 'src', 'surfaces'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

function sizes() {
  // The page is not imported by the entry, but no surface is drawn without it.
  const first = [...filesFor('start'), ...filesFor('page')];
  const found = { 'first stage': sum(new Set(first)) };
  for (const surface of surfaces())
    found[`surface ${surface}`] = sum(new Set([...first, ...filesFor(surface)]));
  // The project page and its first tab are one file.
  found['first numbers'] = sum(new Set([...first, ...filesFor('project')]));
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
