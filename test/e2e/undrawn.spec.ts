// What a page says that React has taken away, because a part of it could not be drawn.
import { expect, test } from './support/story';

test('a page that cannot be drawn says so instead of staying empty', async ({ story }) => {
  story.problems.expect(/nothing can be written here/);
  await story.page.addInitScript(() => {
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      get: () => () => {
        throw new RangeError('nothing can be written here');
      },
    });
  });
  await story.open('/projects/SHOP/ladder?tab=goals');
  await expect(story.surface('ladder-page').getByRole('alert')).toHaveText(
    'Ladder could not start. Reload the page.',
  );
});
