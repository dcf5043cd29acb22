// How far the history of a section is looked for among all that was saved of a project.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DEFAULT_RULES, type Rules } from '../../src/domain/rules';
import { rulesHistory } from '../../src/usecases/rules-history';
import { PROJECT, startLoop, type Loop } from '../support/loop';
import { account } from '../support/small-site';
import { appPorts } from './app-ports';

const DAYS = [14, 20, 30];
/** Saves that one call looks at, and those of one page of storage. */
const CALL = 200;
const PAGE = 50;

let loop: Loop;
/** The days of grace are the oldest changes, then one that cannot be read, then many of the agenda alone. */
beforeAll(async () => {
  loop = await startLoop();
  const { acts } = appPorts(loop);
  let rules = DEFAULT_RULES;
  let at = loop.clock.now();
  const append = (before: Rules | null, after: Rules) =>
    acts.append({
      ...{ projectId: PROJECT, subject: 'settings', kind: 'rules.save', by: account('po') },
      ...{ at: (at += 1_000), before, after },
    });
  const save = async (more: Partial<Rules>) => {
    const before = rules;
    rules = { ...before, ...more };
    await append(before, rules);
  };
  for (const graceDays of DAYS.slice(1)) await save({ graceDays });
  await append(null, rules);
  for (let n = 1; n <= CALL; n += 1) await save({ agendaSize: 15 + (n % 2) });
}, 60_000);
afterAll(() => loop.close());

const history = (fields: (keyof Rules)[], after?: string | null) =>
  rulesHistory(appPorts(loop), {
    ...{ projectId: PROJECT, fields },
    ...(after != null && { after }),
  });

test('a call looks at so many saves at most, and the next one goes on from there', async () => {
  const first = await history(['graceDays', 'gate']);
  expect(first).toEqual({ changes: [], next: expect.any(String) });
  const { changes, next } = await history(['graceDays', 'gate'], first.next);
  expect(changes.map(({ before, after }) => [before.graceDays, after.graceDays])).toEqual([
    [20, 30],
    [14, 20],
  ]);
  expect(next).toBeNull();
});

test('a call ends with the first page that has changes of the section', async () => {
  const { changes, next } = await history(['agendaSize']);
  expect(changes).toHaveLength(PAGE);
  expect((await history(['agendaSize'], next)).changes).toHaveLength(PAGE);
});

test('of what never changed there is an end, too', async () => {
  const { next } = await history(['gate']);
  expect(await history(['gate'], next)).toEqual({ changes: [], next: null });
});
