import { expect, test } from '@jest/globals';
import { act, renderHook, waitFor } from '@testing-library/react';
import { streamsOfComponents } from '../../../src/domain/filter';
import { limitCalls } from '../../../static/src/surfaces/project/gather/jira-call';
import { useStreamRows } from '../../../static/src/surfaces/project/outcome/use-stream-rows';
import type { Where } from '../../../static/src/surfaces/project/use-numbers';
import { frame } from './report-run';
import { fakeJira } from './site';

const streams = streamsOfComponents(
  Array.from({ length: 300 }, (_, n) => ({ id: String(n + 1), name: `Component ${n + 1}` })),
);

test('only the rows that are shown are counted: twelve of three hundred, until all are asked for', async () => {
  const { jira, asked } = fakeJira({ issues: [], count: () => 5 });
  const where: Where = { openCalls: limitCalls(jira, 4), projectId: '10', zone: 'UTC', frame };
  const days = { from: '2026-08-01', to: '2026-10-31' };
  const question = { frame, zone: 'UTC', days, filter: {}, streams, today: '2026-11-02' };
  const parts: string[] = [];
  const ask = (part: string) => void parts.push(part);
  const model = { question, streams, brokenStreams: [], ask };
  const { result } = renderHook(() => useStreamRows(where, model));
  expect([asked.length, parts, result.current.more]).toEqual([0, [], 300]);
  expect(result.current.rows).toHaveLength(13);

  act(() => result.current.look());
  await waitFor(() => expect(asked).toHaveLength(13 * 4));
  await waitFor(() => expect(Object.values(result.current.backlog)).toHaveLength(13 * 4));
  expect(result.current.backlog['stream.none.open']).toMatchObject({ kind: 'known', value: 5 });
  expect(result.current.backlog['stream.component-13.open']).toBeUndefined();
  expect(parts).toEqual(['streams']);

  act(() => result.current.showAll(true));
  await waitFor(() => expect(asked).toHaveLength(301 * 4), { timeout: 20_000 });
  expect(result.current.rows).toHaveLength(301);
  expect(parts).toContain('otherStreams');
}, 60_000);
