// The settings page in both themes; the tabs of the project page are looked at in project.spec.ts.
import { accessibilityProblems } from './support/accessibility';
import { expect, test } from './support/story';

for (const theme of ['light', 'dark'] as const) {
  test(`the settings open in ${theme} without an error or an obstacle`, async ({ story }) => {
    await story.open('/projects/SHOP/settings/ladder', { as: 'admin', theme });
    await expect(story.surface('ladder-settings').getByRole('heading').first()).toBeVisible();
    expect(await accessibilityProblems(story.page)).toEqual([]);
  });
}
