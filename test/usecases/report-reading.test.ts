// A reading that a rule reports: what stands there in the end, whoever else reports at that moment.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addDays } from '../../src/domain/days';
import { AppError, StorageBusyError } from '../../src/domain/errors';
import { filled, MESSAGES } from '../../src/domain/messages';
import type { Ports } from '../../src/ports';
import { listGoals, reportReading } from '../../src/usecases/report-reading';
import { addGoal, PROJECT, setRules, startLoop, type Loop } from '../support/loop';
import { account } from '../support/small-site';
import { appPorts } from './app-ports';

const METRIC = 'Checkout conversion';
const LAST = '2026-03-31';
/** Of the project, where it is tomorrow already. */
const TODAY = '2026-06-11';

let loop: Loop;
let goal: string;
let ended: string;
let ports: Ports;
let used = 0;
let day = '';

beforeAll(async () => {
  used = 0;
  loop = await startLoop();
  await setRules(loop, { timeZone: 'Pacific/Kiritimati' });
  goal = await addGoal(loop, { ownerAccountId: account('dev') });
  ended = await addGoal(loop, { metric: 'Old number', firstDay: '2026-01-01', lastDay: LAST });
}, 60_000);
afterAll(() => loop.close());
/** Each test has a day of its own. */
beforeEach(() => {
  ports = appPorts(loop);
  used += 1;
  day = addDays('2026-04-01', used);
});

const report = (value: number, more: object = {}, by = account('dev')) =>
  reportReading(ports, by, { projectId: PROJECT, goalId: goal, day, value, ...more });
const kept = (goalId = goal) => ports.readings.read(goalId, day);
const written = () =>
  ['act', 'reading'].map((entity) => loop.records(entity, 'by-project', [PROJECT]).length);

test('a rule adds a reading, with its note and who reported it', async () => {
  const done = { goal: METRIC, day, value: 2.4, change: 'added' };
  expect(await report(2.4, { note: 'from the shop' })).toEqual(done);
  expect(await kept()).toMatchObject({
    ...{ value: 2.4, note: 'from the shop', by: account('dev'), withdrawn: false, earlier: [] },
  });
  const { values } = await ports.acts.page(PROJECT, ['reading.save'], null, 50);
  const ofDay = values.filter(({ after }) => (after as { day?: string }).day === day);
  expect(ofDay).toMatchObject([{ subject: goal, by: account('dev'), before: null }]);
});

test('the same value again changes nothing', async () => {
  await report(2.4, { note: 'from the shop' });
  const before = written();
  expect(await report(2.4)).toMatchObject({ change: 'unchanged', value: 2.4 });
  expect(await report(2.4, {}, account('po'))).toMatchObject({ change: 'unchanged' });
  expect(written()).toEqual(before);
});

test('another value corrects the reading and keeps the earlier one, and the link of a person', async () => {
  const found = { day, value: 2.4, link: 'https://shop.example/orders', rev: 0 };
  await loop.call('dev', 'reading.save', { projectId: PROJECT, goalId: goal, ...found });
  expect(await report(2.5, {}, account('po'))).toMatchObject({ change: 'corrected' });
  expect(await kept()).toMatchObject({
    value: 2.5,
    by: account('po'),
    link: found.link,
    earlier: [{ value: 2.4, by: account('dev') }],
  });
});

test('a reading that was taken back stands again', async () => {
  await report(2.4);
  const where = { projectId: PROJECT, goalId: goal, day };
  await loop.call('dev', 'reading.withdraw', { ...where, withdrawn: true, rev: 1 });
  expect(await report(2.4)).toMatchObject({ change: 'restored' });
  expect(await kept()).toMatchObject({ value: 2.4, withdrawn: false });
});

test('without a day it is today in the zone of the project, which is the last day to be taken', async () => {
  expect(await report(2.4, { day: undefined })).toMatchObject({ day: TODAY, change: 'added' });
  expect(await report(2.4, { day: TODAY })).toMatchObject({ change: 'unchanged' });
  await expect(report(2.4, { day: addDays(TODAY, 1) })).rejects.toMatchObject({
    ...{ code: 'invalid_input', message: MESSAGES.reading.future },
  });
});

test('the last day of a goal that has ended still takes a reading, and the next one does not', async () => {
  const there = { goalId: ended, day: LAST };
  expect(await report(2.4, there)).toMatchObject({ goal: 'Old number', change: 'added' });
  await expect(report(2.4, { ...there, day: addDays(LAST, 1) })).rejects.toMatchObject({
    ...{ code: 'invalid_input', message: filled(MESSAGES.report.ended, { day: LAST }) },
  });
});

test('a goal that the project does not have takes none', async () => {
  await expect(report(2.4, { goalId: 'elsewhere' })).rejects.toMatchObject({
    ...{ code: 'not_found', message: MESSAGES.goal.unknown },
  });
  expect(await kept('elsewhere')).toBeNull();
});

test('rules that report the same value at once leave one reading', async () => {
  const [acts = 0, readings = 0] = written();
  const all = await Promise.all([1, 2, 3].map(() => report(2.4)));
  expect(all.map(({ change }) => change).sort()).toEqual(['added', 'unchanged', 'unchanged']);
  expect(written()).toEqual([acts + 1, readings + 1]);
});

test('rules that report different values at once leave one of them, and what stood before', async () => {
  const values = [2.41, 2.42, 2.43];
  await Promise.all(values.map((value) => report(value)));
  const { value, earlier = [] } = (await kept()) ?? {};
  expect(values).toContain(value);
  expect(earlier).toHaveLength(2);
});

/** Each time that a reading is to be kept somebody else is quicker, so many times. */
function overtaken(times: number) {
  const { save } = ports.readings;
  const others = appPorts(loop);
  let left = times;
  ports.readings.save = async (...args) => {
    if ((left -= 1) >= 0)
      await reportReading(others, account('po'), {
        ...{ projectId: PROJECT, goalId: goal, day, value: 100 + left },
      });
    return save(...args);
  };
}

test('who is overtaken four times has a turn after all', async () => {
  overtaken(4);
  expect(await report(2.4)).toMatchObject({ change: 'corrected' });
  expect(await kept()).toMatchObject({ value: 2.4, rev: 5 });
});

test('who is overtaken five times is told that others keep changing the reading', async () => {
  overtaken(5);
  const refused = await report(2.4).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'conflict', message: MESSAGES.report.busy });
  expect((refused as AppError).cause).toMatchObject({ code: 'conflict' });
  expect(await kept()).toMatchObject({ value: 100, rev: 5 });
});

test.each([
  ['where storage is busy', new StorageBusyError(null)],
  ['where storage refuses for another reason', new AppError('internal', 'Storage said no.')],
])('%s, the reading is not tried again', async (_what, error) => {
  let tries = 0;
  ports.readings.save = () => {
    tries += 1;
    return Promise.reject(error);
  };
  await expect(report(2.4)).rejects.toBe(error);
  expect(tries).toBe(1);
});

test('a rule is told the goals of the project, and which day it is there', async () => {
  const { today, goals } = await listGoals(ports, PROJECT);
  expect([today, goals.map(({ id }) => id)]).toEqual([TODAY, [goal, ended]]);
});
