// The action "Add a reading to a goal" over the local host: by rules of all kinds of users, with
// inputs of all kinds. What becomes of a day's reading: test/usecases/report-reading.test.ts.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addDays } from '../../../src/domain/days';
import { addGoal, OTHER_PROJECT, PROJECT, startLoop, type Loop } from '../../support/loop';
import { EVERYBODY, type Who } from '../calls';

const METRIC = 'Checkout conversion';

let loop: Loop;
/** dev owns it and administers nothing. */
let goal: string;
let used = 0;
let day = '';

beforeAll(async () => {
  loop = await startLoop();
  goal = await addGoal(loop, { ownerAccountId: 'acc-dev' });
  for (const by of ['calling', 'writing']) await addGoal(loop, { metric: 'Twin', by });
}, 60_000);
afterAll(() => loop.close());
/** Each test has a day of its own. */
beforeEach(() => {
  used += 1;
  day = addDays('2026-04-01', used);
  loop.host.faults.clear();
});

const words = (more: object = {}) => ({
  project: 'SHOP',
  goal: METRIC,
  day,
  value: '2.4',
  ...more,
});

/** What a rule of this user gets; nothing in the inputs says who it is. */
const rule = async (who: Who, inputs: unknown) =>
  (await loop.host.functions.run('report-reading', inputs, {
    moduleKey: 'ladder-reading',
    moduleType: 'core:action',
    accountId: who === 'anonymous' ? null : `acc-${who}`,
  })) as Record<string, unknown>;
const said = async (who: Who, inputs: unknown): Promise<string> => {
  const { errors } = await rule(who, inputs);
  return (errors as { message: string }[]).map(({ message }) => message).join('\n');
};

const readings = () => loop.records('reading', 'by-project', [PROJECT]);
const kept = () => {
  const record = readings().find((one) => one['day'] === day);
  return record?.['body'] as
    | { value: number; by: string; note?: string; withdrawn: boolean; earlier: unknown[] }
    | undefined;
};
const acts = () => loop.records('act', 'by-kind', [PROJECT, 'reading.save']).length;

test.each(EVERYBODY)('a rule of %s adds a reading where its user may', async (who) => {
  const before = { readings: readings(), acts: acts() };
  if (['admin', 'po', 'dev'].includes(who)) {
    const done = { goal: METRIC, day, value: 2.4, change: 'added' };
    const note = 'from the shop';
    expect(await rule(who, words({ note }))).toEqual(done);
    expect(kept()).toMatchObject({ value: 2.4, note, by: `acc-${who}` });
    return;
  }
  const sentence = {
    viewer: /^The owner of the goal and administrators of the project can add readings\.$/,
    anonymous: /^This rule runs as nobody whom Jira knows/,
    outsider: /^There is no project “SHOP”, or the user of this rule cannot see it\.$/,
    unlicensed: /^There is no project “SHOP”, or the user of this rule cannot see it\.$/,
  };
  expect(await said(who, words())).toMatch(sentence[who as keyof typeof sentence]);
  expect({ readings: readings(), acts: acts() }).toEqual(before);
});

test.each(['viewer', 'outsider', 'anonymous'] as const)(
  'a rule of %s that says to be somebody else stays who it is',
  async (who) => {
    const claims = { accountId: 'acc-po', context: { accountId: 'acc-po' }, goalId: goal };
    expect(await said(who, { ...words(), ...claims })).not.toBe('');
    expect(kept()).toBeUndefined();
  },
);

test('who cannot see a project learns nothing of its goals', async () => {
  const sentence = await said('outsider', words());
  for (const name of ['Nothing', 'Twin', goal])
    expect(await said('outsider', words({ goal: name }))).toBe(sentence);
});

test('a reading whose confirmation was lost is there once when the rule runs again', async () => {
  loop.host.faults.set({
    rules: [{ match: { kind: 'storage', route: 'transaction' }, fault: 'F3' }],
  });
  const before = acts();
  await rule('dev', words());
  loop.host.faults.clear();
  expect(await rule('dev', words())).toMatchObject({ value: 2.4 });
  expect(kept()).toMatchObject({ value: 2.4, earlier: [] });
  expect(acts()).toBe(before + 1);
});

test('without a day it is today in the zone of the project', async () => {
  const { day: _day, ...rest } = words();
  expect(await rule('dev', rest)).toMatchObject({ day: '2026-06-10', change: 'added' });
  expect(await rule('dev', { ...rest, day: '' })).toMatchObject({ change: 'unchanged' });
});

test.each([
  ['the id of the project', () => ({ project: PROJECT })],
  ['the id of the goal', () => ({ goal })],
  [
    'the sentence of the goal',
    () => ({ goal: 'We will achieve more finished checkouts by removing steps' }),
  ],
  ['a number that is one', () => ({ value: 2.4 })],
  ['a number with a decimal comma', () => ({ value: '2,4' })],
])('%s will do', async (_what, more) => {
  const inputs = words(more());
  // Twins share the sentence's first half, not the whole.
  expect(await rule('dev', inputs)).toMatchObject({ goal: METRIC, change: 'added' });
});

test.each([
  ['no project', { project: '' }, 'The project is missing. Give its key, for example SHOP.'],
  ['no goal', { goal: ' ' }, 'The goal is missing. Give its metric, its sentence or its id.'],
  [
    'an empty value',
    { value: '' },
    'The value is missing. A smart value that is empty arrives as nothing.',
  ],
  ['no value', { value: null }, 'The value is missing.'],
  [
    'a value in words',
    { value: 'two' },
    '“two” is not a number. Write digits and a decimal point alone, for example 2.4.',
  ],
  ['a value of two readings', { value: '1,234' }, '“1,234” can be read in two ways.'],
  ['a value beyond all measure', { value: '1e300' }, 'This number is too large.'],
  ['a day that does not exist', { day: '2026-02-30' }, '“2026-02-30” is not a day.'],
  ['a day of another form', { day: '1.5.2026' }, '“1.5.2026” is not a day. Write year-month-day'],
  ['a day to come', { day: '2026-06-11' }, 'This day is still to come.'],
  ['an unknown project', { project: 'NOPE' }, 'There is no project “NOPE”'],
  ['a path for a project', { project: '../myself' }, 'There is no project “../myself”'],
  ['dots for a project', { project: '..' }, 'There is no project “..”'],
  ['an unknown goal', { goal: 'Profit' }, 'This project has no goal “Profit”.'],
  ['a goal of another spelling', { goal: 'checkout conversion' }, 'This project has no goal'],
  ['a name of two goals', { goal: 'Twin' }, 'Several goals of this project are called “Twin”.'],
  ['a note without end', { note: 'x'.repeat(501) }, 'This is longer than 500 characters.'],
  ['inputs that are no words', { goal: { id: 'g' } }, 'An input is neither text nor a number.'],
])('%s is refused in a sentence', async (_what, more, sentence) => {
  const before = { readings: readings(), acts: acts() };
  expect(await said('dev', words(more))).toContain(sentence);
  expect({ readings: readings(), acts: acts() }).toEqual(before);
});

test.each([undefined, null, 'SHOP', 7, []])(
  '%j for inputs is refused in a sentence',
  async (inputs) => {
    expect(await said('dev', inputs)).not.toBe('');
  },
);

test('all that is wrong with the inputs is said at once', async () => {
  const sentences = (await said('dev', {})).split('\n');
  expect(sentences).toHaveLength(3);
  const long = await said('dev', words({ value: 'x'.repeat(5_000), day: 'y'.repeat(5_000) }));
  expect(long.length).toBeLessThan(500);
});

test('a goal of another project is as unknown as one that never was', async () => {
  expect(await said('po', words({ project: 'LAB' }))).toContain('This project has no goal');
  expect(await said('po', words({ project: OTHER_PROJECT, goal }))).toContain('has no goal');
});

test.each([
  ['Jira asks to wait', { kind: 'jira', route: '/rest/api/3/myself' }, 'F1', 'Jira is busy.'],
  ['Jira does not answer', { kind: 'jira', route: '/rest/api/3/mypermissions' }, 'F2', 'Jira did'],
  ['storage is busy', { kind: 'storage', route: 'transaction' }, 'F1', 'Storage is busy'],
  ['storage refuses', { kind: 'storage', route: 'transaction' }, 'F2', ''],
] as const)('when %s, the rule is told so', async (_what, match, fault, sentence) => {
  loop.host.faults.set({ rules: [{ match, fault, times: null }] });
  const told = await said('dev', words());
  expect(told).not.toBe('');
  expect(told).toContain(sentence);
});
