// Being told: an admin switches messages on, a night sends them, their link leads to the page, and
// whoever wants none says so there.
import { accessibilityProblems } from './support/accessibility';
import { BY_NIGHT, expect, test } from './support/story';

test(
  'messages are switched on, come in the night, and are stopped where they lead',
  BY_NIGHT,
  async ({ story }) => {
    const form = story.surface('ladder-settings').getByRole('region', { name: 'Messages' });
    await test.step('the settings say how many people would be told', async () => {
      await story.open('/projects/SHOP/settings/ladder');
      await form.getByText('By Jira’s email').click();
      await form.getByLabel('Day of the weekly summary').selectOption('Tuesday');
      await form.getByRole('button', { name: 'Count who would be told' }).click();
      await expect(form.getByText(/The summary would go to \d+ people/)).toBeVisible();
      expect(await accessibilityProblems(story.page)).toEqual([]);
      await form.getByRole('button', { name: 'Save' }).click();
      await expect(form.getByText('✓ Saved')).toBeVisible();
    });

    await test.step('a night sends the summary, whose link leads to the tab', async () => {
      story.wait(1);
      await story.scan();
      await story.open('/outbox', { as: 'dev' });
      const mail = story.page.getByRole('row').filter({ hasText: 'Devon Builder' });
      await expect(mail.getByText('Results that are due from you: 3')).toBeVisible();
      await mail.getByRole('link', { name: /tab=results/ }).click();
      await expect(
        story.surface('ladder-page').getByRole('tab', { name: 'Results', selected: true }),
      ).toBeVisible();
    });

    await test.step('whoever wants none says so at the end of the first tab', async () => {
      await story.open('/projects/SHOP/ladder', { as: 'dev' });
      const page = story.surface('ladder-page');
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      await expect(
        page.getByText('Ladder does not write to you about this project.'),
      ).toBeVisible();
      story.wait(7);
      await story.scan();
      const { length } = story.host.jira.outbox();
      expect(length).toBeGreaterThan(1);
      const toDev = story.host.jira
        .outbox()
        .filter(({ toAccountIds }) => toAccountIds.includes('demo-dev'));
      expect(toDev).toHaveLength(1);
    });
  },
);
