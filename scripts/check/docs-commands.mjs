// Commands that a document tells people to type: of npm, of node, of the project's tools, and of the
// Forge CLI, which is not installed here and therefore stands in a table.

const NPM_ITSELF = new Set(['ci', 'install', 'uninstall']);
const EVERYWHERE = ['help', 'verbose'];
/** https://developer.atlassian.com/platform/forge/cli-reference/ */
const FORGE = {
  login: ['email', 'token'],
  whoami: [],
  register: [],
  lint: [],
  deploy: ['environment', 'no-verify', 'major-version', 'tag', 'non-interactive'],
  'deploy list': ['environment'],
  install: [
    ...['environment', 'site', 'product', 'upgrade', 'confirm-scopes', 'license'],
    'non-interactive',
  ],
  'install list': ['environment', 'json'],
  uninstall: ['environment', 'site', 'product'],
  environments: [],
  'environments list': [],
  'environments create': [],
  'variables list': ['environment', 'json'],
  'variables set': ['environment', 'encrypt'],
  'variables unset': ['environment'],
  logs: ['environment', 'limit', 'since'],
  tunnel: ['environment'],
  'settings list': [],
  'developer-spaces list': ['json'],
};

/** Of other tools: what a document may ask of them. A tool that is not listed here takes no options. */
const TOOLS = {
  jest: {
    options: [
      ...['selectProjects', 'testPathPatterns', 'testPathIgnorePatterns', 'testNamePattern'],
      ...['coverage', 'watch', 'runInBand', 'json', 'listTests'],
    ],
  },
  playwright: {
    commands: ['test', 'install', 'show-report', 'show-trace', 'codegen'],
    options: ['config', 'grep', 'grep-invert', 'list', 'headed', 'debug', 'ui', 'workers', 'trace'],
  },
  oxlint: { options: ['fix', 'threads'] },
  oxfmt: { options: ['check', 'threads'] },
  tsc: { options: ['noEmit', 'project'] },
};

const isOption = (word) => /^--[a-z]/.test(word);
const nameOf = (option) => option.replace(/^--|=.*$/g, '');
/** Whether a text lists an option, as a word of its own. */
const lists = (text, option) =>
  new RegExp(`--${nameOf(option)}(?![\\w-])|\\b${nameOf(option)}: \\{ type:`).test(text);

function* optionsOf(words, text, who) {
  for (const word of words.filter(isOption))
    if (!lists(text, word)) yield `${who} has no option ${nameOf(word)}`;
}

const valuesAfter = (words, option) =>
  words.flatMap((word, at) => (word === option ? (words[at + 1] ?? '').split(',') : []));

function* scriptCall([file, ...rest], known) {
  if (!known.files.has(file)) return yield `there is no script ${file}`;
  yield* optionsOf(rest, known.optionsOf(file), file);
  const names = { 'scripts/check.mjs': known.steps, 'scripts/bench.mjs': known.sections }[file];
  for (const name of names ? valuesAfter(rest, '--only') : [])
    if (!names.has(name)) yield `${file} knows no "${name}" to run alone`;
}

function* npmCall([verb, ...rest], known) {
  if (NPM_ITSELF.has(verb)) return;
  const name = verb === 'run' ? rest.shift() : verb;
  const script = known.scripts[name];
  if (script === undefined) return yield `package.json has no script "${name}"`;
  const file = script.split(' ')[1];
  yield* scriptCall([file, ...rest.filter((word) => word !== '--')], known);
}

function* npxCall([bin, ...rest], known) {
  if (!known.hasBin(bin)) return yield `no package here brings the command ${bin}`;
  const { commands, options = [] } = TOOLS[bin] ?? {};
  if (commands && !commands.includes(rest[0])) yield `${bin} has no command "${rest[0]}"`;
  for (const word of rest.filter(isOption))
    if (![...options, ...EVERYWHERE].includes(nameOf(word)))
      yield `${bin} has no option ${nameOf(word)}`;
  for (const name of valuesAfter(rest, '--selectProjects'))
    if (bin === 'jest' && !known.jestProjects.has(name)) yield `Jest has no project "${name}"`;
  for (const path of rest.filter((word) => word.includes('/')))
    if (![...known.files].some((file) => file.startsWith(path))) yield `there is no ${path}`;
}

function* forgeCall(words) {
  const plain = words.filter((word) => !word.startsWith('-'));
  const two = plain.slice(0, 2).join(' ');
  const command = two in FORGE ? two : plain[0];
  if (!(command in FORGE)) return yield `the Forge CLI has no command "${words[0]}"`;
  for (const word of words.filter(isOption))
    if (![...FORGE[command], ...EVERYWHERE].includes(nameOf(word)))
      yield `forge ${command} has no option ${nameOf(word)}`;
}

function* oneCall(line, known) {
  const words = line.trim().split(/\s+/);
  while (/^[A-Z_]+=/.test(words[0] ?? '')) {
    const name = words.shift().split('=')[0];
    if (!known.words.has(name)) yield `nothing reads the variable ${name}`;
  }
  const [program, ...rest] = words;
  if (rest.length === 0) return;
  if (program === 'npm') yield* npmCall(rest, known);
  if (program === 'npx') yield* npxCall(rest, known);
  if (program === 'forge') yield* forgeCall(rest);
  if (program === 'node' && !rest[0].startsWith('-')) yield* scriptCall(rest, known);
}

/** Whether a text of a document is meant to be typed. */
export const isCommand = (text) => /^([A-Z_]+=\S+ )*(npm|npx|node|forge) \S/.test(text.trim());

/** What is wrong with a line of commands. */
export function* wrongCommands(line, known) {
  // A prompt is not typed.
  const typed = line.replace(/^\s*\$\s+/, '').replace(/\s#.*$/, '');
  for (const part of typed.split(/&&|;/)) if (isCommand(part)) yield* oneCall(part, known);
}

/** An option that stands alone. @param {string} text for example `--fresh` */
export function* wrongOption(text, known) {
  const [option] = text.split(/[\s=]/);
  const scripts = [...known.files].filter((file) => /^scripts\/[\w/-]+\.mjs$/.test(file));
  const ours = scripts.some((file) => lists(known.optionsOf(file), option));
  const forge = Object.values(FORGE).flat().includes(nameOf(option));
  if (!ours && !forge) yield `no command here has an option ${nameOf(option)}`;
}
