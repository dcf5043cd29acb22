// Calls made ahead: taken once by whoever asks the same, never in the way of anybody else.
import { expect, test } from '@jest/globals';
import { withAhead } from '../../../static/src/surfaces/project/gather/ahead';
import { askFinished } from '../../../static/src/surfaces/project/gather/finished';
import {
  createReport,
  EMPTY_REPORT,
} from '../../../static/src/surfaces/project/gather/window-report';
import { frame, on, run } from './report-run';
import { fakeJira, finished, STORY, type FakeSite } from './site';

const count = (jql: string) => ['count', { body: { jql } }] as const;

function site(more: Partial<FakeSite> = {}) {
  const { jira, asked } = fakeJira({ issues: [], count: () => 5, ...more });
  const timers: (() => void)[] = [];
  const early = withAhead(jira, (later) => timers.push(later));
  return { ...early, asked, pass: () => timers.splice(0).forEach((later) => later()) };
}

test('the first call with the same words takes the answer, the second one asks', async () => {
  const { jira, ahead, asked } = site();
  await ahead(...count('a'));
  expect(await jira(...count('a'))).toEqual({ count: 5 });
  expect(asked).toHaveLength(1);
  await jira(...count('a'));
  expect(asked).toHaveLength(2);
});

test('other words ask for themselves', async () => {
  const { jira, ahead, asked } = site();
  void ahead(...count('a'));
  await jira(...count('b'));
  expect(asked.map(({ body }) => body.jql)).toEqual(['a', 'b']);
});

test('what failed ahead is asked again by who needs it', async () => {
  let broken = true;
  const { jira, ahead, asked } = site({ refuse: () => broken });
  await expect(ahead(...count('a'))).rejects.toThrow();
  broken = false;
  expect(await jira(...count('a'))).toEqual({ count: 5 });
  expect(asked).toHaveLength(2);
});

test('an answer that nobody takes is not kept', async () => {
  const { jira, ahead, asked, pass } = site();
  await ahead(...count('a'));
  pass();
  await jira(...count('a'));
  expect(asked).toHaveLength(2);
});

const days = { from: '2026-07-01', to: '2026-09-30' };
const place = { projectId: '1', zone: 'UTC', days };

test.each([
  ['of some pages', 230, {}],
  ['of nothing', 0, {}],
  ['with more pages than are read at once', 700, { pageSize: 40 }],
  ['that is counted', 3, { count: () => 5_000 }],
] as const)('a window %s costs no more requests when it is asked ahead', async (_, n, more) => {
  const issues = Array.from({ length: n }, (_item, id) => finished({ n: id + 1, at: on(id) }));
  const alone = run({ issues, ...more });
  await alone.report.start();

  const { jira, asked } = fakeJira({ issues, ...more });
  const early = withAhead(jira, () => undefined);
  let last = EMPTY_REPORT;
  await askFinished(early, { ...place, standardTypeIds: [STORY.id] });
  await createReport({
    jira: early.jira,
    ...place,
    frame,
    now: Date.parse('2026-10-05T12:00:00Z'),
    onChange: (next) => (last = next),
  }).start();
  expect(last).toEqual(alone.last());
  const bodies = (list: typeof asked) => list.map(({ body }) => JSON.stringify(body)).sort();
  expect(bodies(asked)).toEqual(bodies(alone.asked));
});
