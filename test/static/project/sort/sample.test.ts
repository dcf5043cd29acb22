import { expect, test } from '@jest/globals';
import type { JiraCall } from '../../../../static/src/surfaces/project/gather/jira-call';
import { drawSample } from '../../../../static/src/surfaces/project/gather/sample';
import { aFrame } from '../../../support/builders';

const place = { projectId: '1', zone: 'UTC', frame: aFrame() };
const MONTH = { from: '2026-10-01', to: '2026-10-31' } as const;

/** A site on which every search finds these many items. */
function siteOf(holds: number): JiraCall {
  const all = Array.from({ length: holds }, (_, n) => ({ id: `${n + 1}`, key: `SHOP-${n + 1}` }));
  const answer = (name: string, { body }: { body: { jql: string } }) => {
    if (name === 'count') return Promise.resolve({ count: holds });
    const named = /id in \(([^)]*)\)/.exec(body.jql)?.[1]?.split(/, ?/);
    const issues = named ? all.filter(({ id }) => named.includes(id)) : all;
    return Promise.resolve({ issues: named ? [] : issues, isLast: true });
  };
  return answer as unknown as JiraCall;
}

const draw = (holds: number, most: number) =>
  drawSample(
    siteOf(holds),
    place,
    { days: MONTH, filter: {}, streams: [] },
    { seed: 'a', size: 5, most },
  );

test('a month with more than can be drawn from is not taken for the whole, and is counted whole', async () => {
  expect(await draw(12, 10)).toMatchObject({ cut: true, population: 12, days: MONTH });
  expect(await draw(10, 10)).toMatchObject({ cut: false, population: 10, days: MONTH });
  expect(await draw(9, 10)).toMatchObject({ cut: false, population: 9 });
});
