// What leaves the page on paper.
import { accessibilityProblems } from './support/accessibility';
import { sheetsOf } from './support/paper';
import { BY_NIGHT, expect, test } from './support/story';

test(
  'the page for print is one sheet with three goals, also over a whole year and weighed',
  BY_NIGHT,
  async ({ story }) => {
    for (const time of ['', '&from=2025-11-03&to=2026-11-02&weight=estimate']) {
      await story.open(`/projects/SHOP/ladder?view=print${time}`);
      const page = story.surface('ladder-page');
      await expect(page.getByText(/^Items by result: /)).toHaveCount(3);
      await expect(page.getByRole('heading', { level: 2 })).toHaveCount(3);
      await expect(page.getByRole('heading', { name: /pointed at the outcomes/ })).toBeVisible();
      const frame = story.page.frames().find((one) => one !== story.page.mainFrame());
      if (!frame) throw new Error('The page has no frame.');
      expect(await sheetsOf(story.page, frame), time).toBe(1);
    }
    expect(await accessibilityProblems(story.page)).toEqual([]);
  },
);
