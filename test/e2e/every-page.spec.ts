import { accessibilityProblems } from './support/accessibility';
import { expect, test, type ModuleKey, type Theme } from './support/story';

const PAGES: { address: string; module: ModuleKey }[] = [
  { address: '/projects/SHOP/ladder', module: 'ladder-page' },
  { address: '/projects/SHOP/settings/ladder', module: 'ladder-settings' },
];
const THEMES: Theme[] = ['light', 'dark'];

for (const { address, module } of PAGES) {
  for (const theme of THEMES) {
    test(`${module} opens in ${theme} without an error or an obstacle`, async ({ story }) => {
      await story.open(address, { as: 'admin', theme });
      await expect(story.surface(module).getByRole('heading').first()).toBeVisible();
      expect(await accessibilityProblems(story.page)).toEqual([]);
    });
  }
}
