// A reader whose Jira is in German reads the pages in German; in a language that the app does not
// have, in English.
import { accessibilityProblems } from './support/accessibility';
import { itemsOf, propertyOf } from './support/jira';
import { BY_NIGHT, expect, type Story, test } from './support/story';

const UNANSWERED =
  'project = SHOP AND issuetype = Story AND statusCategory = "To Do" AND ladderState is EMPTY AND parent is EMPTY AND labels is EMPTY ORDER BY created';
const german = { locale: 'de-DE' } as const;

const panel = (story: Story) => story.surface('ladder-panel');

test('an item is answered and the first tab is read in German', async ({ story, page }) => {
  const [key = ''] = await itemsOf(story.host, UNANSWERED);
  await story.open(`/browse/${key}`, german);
  const ladder = panel(story);
  await expect(ladder.getByText('Keine Antwort')).toBeVisible();
  // Jira's own part, by the manifest's keys.
  await expect(page.locator('summary').filter({ hasText: 'Ladder' })).toContainText('Ziel');
  await expect(ladder.locator('html')).toHaveAttribute('lang', 'de-DE');
  await ladder.getByRole('radio', { name: /Einem Ziel näherkommen/ }).check();
  await ladder
    .getByRole('radio', { name: /^Wir erreichen/ })
    .first()
    .check();
  await ladder.getByRole('textbox', { name: 'Durch', exact: true }).fill('frühe Lieferkosten');
  await ladder.getByRole('textbox', { name: 'erwarten wir' }).fill('5 % weniger Abbrüche');
  await ladder.getByRole('button', { name: 'In 30 Tagen' }).click();
  await ladder.getByRole('button', { name: 'Speichern', exact: true }).click();
  await expect(ladder.getByText('✓ Gespeichert')).toBeVisible();
  await expect(ladder.getByText(/gemessen an|geprüft am/).first()).toBeVisible();
  expect(await propertyOf(story.host, key, 'ladder-answer')).toMatchObject({
    state: 'answered',
    by: 'frühe Lieferkosten',
  });

  await story.open('/projects/SHOP/ladder', german);
  const project = story.surface('ladder-page');
  await expect(project.getByRole('tab', { name: 'Wirkung und Ausstoß' })).toBeVisible();
  await expect(
    project.getByText(/In den letzten 180 Tagen haben Sie .* Vorgänge ausgeliefert/),
  ).toBeVisible();
  await expect(project.getByText('Was daraus wurde')).toBeVisible();
  await expect(project.getByText('Monat für Monat').first()).toBeAttached();
  expect(await accessibilityProblems(page)).toEqual([]);
  await project.getByRole('tab', { name: 'Ziele' }).click();
  await expect(project.getByRole('heading', { name: /Wie Gewinnen aussieht/ })).toBeVisible();
});

test('a language that the app does not have is read in English', BY_NIGHT, async ({ story }) => {
  const [key = ''] = await itemsOf(story.host, UNANSWERED);
  await story.open(`/browse/${key}`, { locale: 'fr-FR' });
  await expect(panel(story).getByText('No answer')).toBeVisible();
});
