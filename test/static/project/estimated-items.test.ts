import { expect, test } from '@jest/globals';
import { act, renderHook, waitFor } from '@testing-library/react';
import { DEFAULT_RULES } from '../../../src/domain/rules';
import { limitCalls } from '../../../static/src/surfaces/project/gather/jira-call';
import { EMPTY_REPORT } from '../../../static/src/surfaces/project/gather/window-report';
import { useEstimatedItems } from '../../../static/src/surfaces/project/outcome/use-estimated-items';
import type { Where } from '../../../static/src/surfaces/project/use-numbers';
import { fakeJira, finished, STORY } from './site';

interface Shown {
  from: string;
  to: string;
  wanted: boolean;
}

const summer = { from: '2026-06-01', to: '2026-08-31' };
const autumn = { from: '2026-09-01', to: '2026-10-31' };
/** Everything, without a filter; one object for all, as the page keeps it. */
const ASKED = { filter: {}, streams: [], today: '2026-11-21', weight: 'count' as const };
const listed = { ...EMPTY_REPORT, mode: 'listed' as const };

/** Every state that the hook was in, oldest first, in a project whose Jira may refuse. */
function showItems(refuse: () => boolean = () => false) {
  const issues = [
    finished({ n: 1, at: '2026-07-10T10:00:00.000+0000' }),
    finished({ n: 2, at: '2026-09-10T10:00:00.000+0000' }),
  ];
  const { jira } = fakeJira({ issues, refuse });
  const where: Where = {
    openCalls: limitCalls(jira, 4),
    projectId: '10',
    zone: 'UTC',
    frame: {
      goals: [],
      rules: DEFAULT_RULES,
      standardTypeIds: [STORY.id],
      undelivered: { resolutionIds: [], statusIds: [] },
      parents: [],
    },
  };
  const seen: { days: string; keys: string[] | null; failed: boolean }[] = [];
  const view = renderHook(
    ({ from, to, wanted }: Shown) => {
      const asked = { ...ASKED, from, to };
      const { items, failed } = useEstimatedItems(where, { asked, report: listed }, wanted);
      const keys = items?.map(({ facts }) => facts.key) ?? null;
      seen.push({ days: from, keys, failed });
      return keys;
    },
    { initialProps: { ...summer, wanted: true } },
  );
  return { ...view, seen };
}

test('the items of another window are never given for this one', async () => {
  const { result, rerender, seen } = showItems();
  await waitFor(() => expect(result.current).toEqual(['SHOP-1']));
  rerender({ ...summer, wanted: false });
  expect(result.current).toBeNull();
  rerender({ ...autumn, wanted: false });
  rerender({ ...autumn, wanted: true });
  await waitFor(() => expect(result.current).toEqual(['SHOP-2']));
  const ofAutumn = seen.filter(({ days }) => days === autumn.from).map(({ keys }) => keys?.[0]);
  expect(new Set(ofAutumn)).toEqual(new Set([undefined, 'SHOP-2']));
});

test('a reading that failed is not the answer of the next one', async () => {
  let refused = true;
  const { result, rerender, seen } = showItems(() => refused);
  await waitFor(() => expect(seen.at(-1)?.failed).toBe(true));
  rerender({ ...summer, wanted: false });
  refused = false;
  const before = seen.length;
  act(() => rerender({ ...summer, wanted: true }));
  await waitFor(() => expect(result.current).toEqual(['SHOP-1']));
  expect(seen.slice(before).some(({ failed }) => failed)).toBe(false);
});
