// What must be true of a document: each name in backticks is one that there is, links lead somewhere,
// and what a guide prints in bold stands on a screen. A name that is nobody's here is left alone only
// where its form cannot be one of ours.
import { posix } from 'node:path';
import { wrongScores } from './docs-scores.mjs';
import { isCommand, wrongCommands, wrongOption } from './docs-commands.mjs';
import { readDocument } from './docs-text.mjs';

/** Documents that speak in the words of the screens. Jira's own words stand in italics there. */
const GUIDES = new Set(['docs/user-guide.md', 'docs/admin-guide.md']);

/** Names of others that look like ours: of Jira, Forge, Playwright, and of packages that are not used. */
const FOREIGN = new Set([
  ...['issue.parent', 'view.submit', 'schema.custom', 'errors.invalidInputs', 'i18n-info.json'],
  ...['RateLimitError', 'ignoreDefaultArgs', '--disable-features', 'better-sqlite3'],
  'host.faults',
]);

const FILE = /\.(tsx?|mts|mjs|cjs|js|json|yml|md|css|html|png|svg)$/;
const PLACE = /^\.?[\w<…*.-]+(\/[\w<>…*.-]*)*$/;
const escaped = (text) => text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');

function pathExists(path, file, known) {
  const name = posix.normalize(path).replace(/\/$/, '');
  const near = posix.normalize(posix.join(posix.dirname(file), name));
  const isIgnored = known.ignored.some((one) => name === one || name.startsWith(`${one}/`));
  if (isIgnored || [name, near].some((one) => known.files.has(one) || known.folders.has(one)))
    return true;
  // The end of a path may stand for all of it; <…>, * and … for any part.
  const pattern = escaped(name).replaceAll(/<[^>]*>|\*|…/g, '[^/]+');
  const end = new RegExp(`(^|/)${pattern}$`);
  return [...known.files, ...known.folders].some((one) => end.test(one));
}

const valueAt = (object, path) => path.split('.').reduce((value, key) => value?.[key], object);

/** Whether a value of the language has a member, or its objects do. */
const memberOf = (value, name) => name in Object(value) || name in Object(value?.prototype);

function isDotted(name, known) {
  const [first, second] = name.split('.');
  if (first === 'rules') return known.settings.has(second);
  return (
    known.procedures.has(name) ||
    known.acts.has(name) ||
    valueAt(known.manifest, name) !== undefined ||
    (first === 'index' && known.words.has(second)) ||
    // An object of the language itself.
    (first in globalThis && memberOf(globalThis[first], second))
  );
}

/** By the form of a name: what it would be, and whether it is there. The first that fits decides. */
const FORMS = [
  {
    what: 'scope',
    form: /^(read|write|manage|delete|storage|report):[a-z-]+(:[a-z-]+)?$/,
    has: (name, known) => known.scopes.has(name),
  },
  {
    what: 'type of module',
    form: /^(jira|confluence|automation):[a-zA-Z]+$/,
    has: (name, known) => known.moduleTypes.has(name),
  },
  {
    what: 'module or property',
    form: /^ladder-[a-z-]+$/,
    has: (name, known) => known.moduleKeys.has(name) || known.storage.properties.includes(name),
  },
  { what: 'alias', form: /^ladder[A-Z]\w*$/, has: (name, known) => known.aliases.has(name) },
  {
    what: 'file or folder',
    // Elsewhere a name with a slash may be one of Jira's; a folder of ours, or an ending, tells.
    form: {
      test: (name, { file, known }) =>
        PLACE.test(name) &&
        !name.startsWith('rest/') &&
        (FILE.test(name) ||
          (name.includes('/') && known.folders.has(name.split('/')[0])) ||
          (name.endsWith('/') && !file.startsWith('local/'))),
    },
    has: (name, known, file) => pathExists(name, file, known),
  },
  {
    what: 'call',
    form: /^[a-z]\w*\.\w+\(.*\)$/i,
    has(name, known) {
      const [called] = name.split('(');
      return known.calls.has(called) || known.calls.has(called.split('.')[1]);
    },
  },
  { what: 'procedure', form: /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/i, has: isDotted },
  {
    what: 'name',
    form: /^([a-z]{2,}|[a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*|[A-Z]+_[A-Z_]+|[a-z]\w*(-\w+)+)(\(\))?$/,
    has: (name, known) => known.words.has(name.replace('()', '')),
  },
];

function* wrongName(name, file, known) {
  if (FOREIGN.has(name.split('=')[0])) return;
  if (isCommand(name)) return yield* wrongCommands(name, known);
  if (/^--[a-z]/.test(name)) return yield* wrongOption(name, known);
  for (const { what, form, has } of FORMS) {
    const fits = form instanceof RegExp ? form.test(name) : form.test(name, { file, known });
    if (!fits) continue;
    if (!has(name, known, file)) yield `there is no ${what} ${name}`;
    return;
  }
}

function* wrongLink(link, file, known) {
  if (/^[a-z]+:/.test(link)) return;
  const [path, anchor] = link.split('#');
  const target = path === '' ? file : posix.normalize(posix.join(posix.dirname(file), path));
  const name = target.replace(/\/$/, '');
  if (!known.files.has(name) && !known.folders.has(name)) yield `the link ${link} leads nowhere`;
  else if (anchor && !known.anchorsOf(name).has(anchor))
    yield `${name} has no heading for #${anchor}`;
}

/** Words of three or less that begin a paragraph and stand on no screen. */
const RUN_INS = new Set(['By Setup', 'Try it', 'Who changed it', 'The weekly summary']);
const SENTENCE = /^(\S+\s+){3,}.*[.:]$/;

/** A sentence in bold begins a paragraph; anything else in bold is a word of the screens. */
function* wrongBold(phrase, file, known) {
  if (!GUIDES.has(file) || SENTENCE.test(phrase)) return;
  const word = phrase.replace(/[.:]$/, '');
  if (!RUN_INS.has(word) && ![phrase, word].some(known.isOnScreen))
    yield `no screen says "${word}"`;
}

const SCOPE = /\b(?:read|write|manage|delete|storage|report):[a-z-]+(?::[a-z-]+)?/g;
const CLAIM = /\b(setting|rule|procedure|act)s? (?:called |named )?`([a-z][\w.]*)`/g;
const CLAIMED = {
  setting: (name, known) => known.settings.has(name.replace('rules.', '')),
  procedure: (name, known) => known.procedures.has(name),
  act: (name, known) => known.acts.has(name),
};
CLAIMED.rule = CLAIMED.setting;

/** What a line says outside of backticks, and what it calls the names in them. */
function* wrongLine(line, file, known) {
  const plain = line.replace(/`[^`]*`|\]\([^)]*\)|<[^>]*>/g, '');
  for (const [, name] of plain.matchAll(/\bnpm run ([\w-]+)/g))
    if (!(name in known.scripts)) yield `package.json has no script "${name}"`;
  for (const [scope] of plain.matchAll(SCOPE))
    if (!known.scopes.has(scope)) yield `there is no scope ${scope}`;
  for (const [, what, name] of line.matchAll(CLAIM))
    if (!CLAIMED[what](name, known)) yield `there is no ${what} ${name}`;
  // Some kinds of acts have names that look like procedures.
  if (/\b(acts?|records?)\b/i.test(line)) return;
  for (const [, name] of line.matchAll(/`(\w+\.\w+)`/g))
    if (known.acts.has(name) && !known.procedures.has(name))
      yield `${name} is the name of acts: there is no such procedure`;
}

/** What a document must name without leaving one out. */
const WHOLE = {
  'docs/admin-guide.md': (known) => [...known.scopes],
  'docs/data-inventory.md': ({ storage }) => [
    ...storage.entities,
    ...storage.keys,
    ...storage.properties,
  ],
};

/** All that is wrong with one document, as { line, text }. */
export function findingsIn({ file, text }, known) {
  const said = readDocument(text);
  const check = (list, rule) =>
    list.flatMap(({ line, text: one }) =>
      [...rule(one, file, known)].map((wrong) => ({ line, text: wrong })),
    );
  const names = new Set(said.names.map((one) => one.text));
  const missing = (WHOLE[file]?.(known) ?? []).filter((name) => !names.has(name));
  return [
    ...check(said.names, wrongName),
    ...check(said.links, wrongLink),
    ...check(said.bold, wrongBold),
    ...check(said.lines, wrongLine),
    ...check(said.code, (line) => wrongCommands(line, known)),
    ...(file === 'docs/mutation.md' ? wrongScores(text, known.parts) : []),
    ...missing.map((name) => ({ line: 1, text: `it does not speak of ${name}` })),
  ].sort((a, b) => a.line - b.line);
}
