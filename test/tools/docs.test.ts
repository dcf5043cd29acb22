import { beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { RESERVED_SCOPES, endpoints } from '../../src/adapters/jira/endpoints';
import { rules } from '../../src/contract/goals';
import { procedures } from '../../src/contract/procedures';

const scripts = path.join(__dirname, '../../scripts/check');

/** What the script says of one text in each file; and what it knows of the project. */
function ask(texts: Record<string, string[]>) {
  const script = `
    import { known as look } from ${JSON.stringify(`file://${scripts}/docs-known.mjs`)};
    import { findingsIn } from ${JSON.stringify(`file://${scripts}/docs-rules.mjs`)};
    const known = look();
    const said = Object.entries(${JSON.stringify(texts)}).map(([file, list]) => [
      file,
      list.map((text) => findingsIn({ file, text }, known).map((one) => one.line + ' ' + one.text)),
    ]);
    const { procedures, scopes, settings } = known;
    const sets = { procedures: [...procedures], scopes: [...scopes], settings: [...settings] };
    console.log(JSON.stringify({ said: Object.fromEntries(said), sets }));
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as {
    said: Record<string, string[][]>;
    sets: Record<'procedures' | 'scopes' | 'settings', string[]>;
  };
}

/** Lies of each kind, and what is said of them. */
const LIES: [text: string, finding: string][] = [
  ['`npm run deploy-all`', 'package.json has no script "deploy-all"'],
  ['`npm start -- --colour`', 'scripts/start.mjs has no option colour'],
  ['`npm run bench -- --only speed`', 'scripts/bench.mjs knows no "speed" to run alone'],
  ['`node scripts/gone.mjs`', 'there is no script scripts/gone.mjs'],
  ['`node scripts/check.mjs --only poems`', 'scripts/check.mjs knows no "poems" to run alone'],
  ['`node scripts/check.mjs --quick`', 'scripts/check.mjs has no option quick'],
  ['`npx madeup src`', 'no package here brings the command madeup'],
  ['`npx jest --selectProjects moon`', 'Jest has no project "moon"'],
  ['`npx jest test/moon`', 'there is no test/moon'],
  ['`forge fly`', 'the Forge CLI has no command "fly"'],
  ['`forge deploy --quickly`', 'forge deploy has no option quickly'],
  ['`NOBODY_READS_ME=1 npm test`', 'nothing reads the variable NOBODY_READS_ME'],
  ['`--colour`', 'no command here has an option colour'],
  ['`write:everything`', 'there is no scope write:everything'],
  ['`jira:moonPage`', 'there is no type of module jira:moonPage'],
  ['`ladder-moon`', 'there is no module or property ladder-moon'],
  ['`ladderMoon`', 'there is no alias ladderMoon'],
  ['Then npm run moon.', 'package.json has no script "moon"'],
  ['The scope read:moon is asked for.', 'there is no scope read:moon'],
  ['`npx playwright tset`', 'playwright has no command "tset"'],
  ['`npx playwright test --moon`', 'playwright has no option moon'],
  ['`npx jest test/domain --moon`', 'jest has no option moon'],
  ['`process.moon`', 'there is no procedure process.moon'],
  ['`goal.moon()`', 'there is no call goal.moon()'],
  ['`moonlit`', 'there is no name moonlit'],
  ['The setting `kind` is new.', 'there is no setting kind'],
  ['It calls `decision.park`.', 'decision.park is the name of acts: there is no such procedure'],
  ['The act `data.count` is kept.', 'there is no act data.count'],
  ['The procedure `decision.gone`, an act.', 'there is no procedure decision.gone'],
  ['`data.shred`', 'there is no procedure data.shred'],
  ['`rules.moonPhase`', 'there is no procedure rules.moonPhase'],
  ['`app.moon`', 'there is no procedure app.moon'],
  ['`moonPhase()`', 'there is no name moonPhase()'],
  ['`by-moon`', 'there is no name by-moon'],
  ['`src/domain/moon.ts`', 'there is no file or folder src/domain/moon.ts'],
  ['`moon.test.ts`', 'there is no file or folder moon.test.ts'],
  ['`src/moon/`', 'there is no file or folder src/moon/'],
  ['[a page](moon.md)', 'the link moon.md leads nowhere'],
  ['![a picture](docs/pictures/moon.png)', 'the link docs/pictures/moon.png leads nowhere'],
  ['[a part](CONTRIBUTING.md#the-moon)', 'CONTRIBUTING.md has no heading for #the-moon'],
];

const TRUTHS = [
  '`npm start -- --data backlog.csv --fresh`, `npm test`, `npm ci && npm run build`',
  '`node scripts/check.mjs --only lint --only words`, `npm run bench -- --only scan,first`',
  '`npx jest --selectProjects ui`, `npx jest test/domain`, `npx oxfmt <files>`',
  '`forge install --product jira --environment development`, `forge variables list`',
  '`read:jira-work`, `jira:issuePanel`, `ladder-panel`, `ladder-answer`, `ladderWhy`',
  '`data.erase`, `rules.graceDays`, `app.id`, `Intl.PluralRules`, `site.closeWayBack(project)`',
  'the act `decision.gone`, records of `decision.park`, the procedure `data.count`',
  'the setting `graceDays`, a rule `forum`, npm 10, `npx playwright test test/e2e --config x`',
  '`src/domain/kill.ts`, `kill.ts`, `adapters/jira/jql.ts`, `src/usecases/`, `static/build`',
  '`static/src/surfaces/<surface>/main.tsx`, `graceDays`, `by-pending`',
  '[a part](CONTRIBUTING.md#rules-of-the-house), [decisions](docs/decisions), **Any words**',
  'words in `quotes of many words`, a number `12`, `https://example.org/moon.md`',
];

const GUIDE = [
  '**Show it on every item**, **Place the gate on … transitions**, **Anything that begins a paragraph.** as a beginning',
  '**Show it on the moon**',
  '**Moon button.** Press it.',
  '- **Moon button:** where it stands',
  '**Start anyway.** and **By hand, item by item.**',
];
const block = (line: string) => ['```', line, '```'].join('\n');
const BLOCKS = [
  'npm run deploy-all',
  '$ npm run deploy-all',
  'npm ci && npm run build   # a word of warning',
].map(block);

/** Scores of all parts, that of the domain as given. */
const scores = (domain: string): string =>
  [
    ...['| guard | a file | 20 | 20 | 100 % |', '| access | a file | 9 | 9 | 100 % |'],
    ...['## Domain', '| `kill.ts` | 2 | 1 | 50.0 % |', `| together | ${domain} |`],
    ...['## Use cases', '| together | 100 | 97 | 97.0 % |'],
  ].join('\n');
const SCORES = [
  scores('1000 | 951 | 95.1 %'),
  scores('1000 | 851 | 85.1 %'),
  scores('1000 | 851 | 95.1 %'),
  '## Domain',
];

let found: ReturnType<typeof ask>;
beforeAll(() => {
  found = ask({
    'README.md': [...LIES.map(([text]) => text), ...TRUTHS, ...BLOCKS],
    'docs/user-guide.md': GUIDE,
    'docs/mutation.md': SCORES,
    'docs/data-inventory.md': ['Of the entity `act` alone.'],
  });
});

test.each(LIES.map(([text, finding], at) => ({ text, finding, at })))(
  '$text is a lie',
  ({ finding, at }) => {
    expect(found.said['README.md']?.[at]).toEqual([`1 ${finding}`]);
  },
);

test('what there is may be named', () => {
  const said = found.said['README.md']?.slice(LIES.length, LIES.length + TRUTHS.length);
  expect(said).toEqual(TRUTHS.map(() => []));
});

test('commands in blocks of code are looked at, too', () => {
  const said = found.said['README.md']?.slice(LIES.length + TRUTHS.length);
  expect(said).toEqual([
    ['2 package.json has no script "deploy-all"'],
    ['2 package.json has no script "deploy-all"'],
    [],
  ]);
});

test('a guide prints in bold what stands on a screen', () => {
  expect(found.said['docs/user-guide.md']).toEqual([
    [],
    ['1 no screen says "Show it on the moon"'],
    ['1 no screen says "Moon button"'],
    ['1 no screen says "Moon button"'],
    [],
  ]);
});

test('the page of mutation shows of each part what the night asks for', () => {
  const [right, low, wrong, none] = found.said['docs/mutation.md'] ?? [];
  expect(right).toEqual([]);
  expect(low).toEqual(['5 the night asks for 90 % of domain']);
  expect(wrong).toEqual(['5 the score of together is 85.1 %']);
  expect(none).toContain('1 it has no score of the part guard');
});

test('the inventory of data speaks of every record and property', () => {
  const [said = []] = found.said['docs/data-inventory.md'] ?? [];
  expect(said).toContain('1 it does not speak of snapshot');
  expect(said).toContain('1 it does not speak of ladder-gate');
  expect(said).toContain('1 it does not speak of weekNotice');
  expect(said).not.toContain('1 it does not speak of act');
});

test('what the script knows is what the code has', () => {
  const { sets } = found;
  expect(sets.procedures.sort()).toEqual(Object.keys(procedures).sort());
  expect(sets.settings.sort()).toEqual(Object.keys(rules.shape).sort());
  const used = Object.values(endpoints).flatMap(({ scopes }) => [...scopes]);
  const scopes = new Set([...used, ...Object.keys(RESERVED_SCOPES), 'storage:app']);
  expect(sets.scopes.sort()).toEqual([...scopes].sort());
});
