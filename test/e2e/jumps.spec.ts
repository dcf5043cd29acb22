// Tabs that are read part by part: what stands there already does not move.
import { jumpsOf, recordShifts, shiftsIn } from './support/shifts';
import { expect, test } from './support/story';

for (const [tab, last] of [
  ['results', 'Given'],
  ['kill', 'Parents without an answer'],
] as const)
  test(`nothing jumps that was drawn while the tab ${tab} is being read`, async ({
    story,
    page,
  }) => {
    await recordShifts(page);
    await story.open(`/projects/SHOP/ladder?tab=${tab}`);
    const ladder = story.surface('ladder-page');
    await expect(ladder.getByRole('region', { name: last, exact: true })).toBeVisible();
    await expect(ladder.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    expect(jumpsOf(await shiftsIn(page, 'ladder-page'))).toEqual([]);
  });
