// The shell around the app's pages.
import { problemsOfAll } from '../support/accessibility';
import { BY_NIGHT } from '../support/story';
import { expect, test } from './fixture';

test('display conditions, escaping and the users of the shell', async ({ page, host }) => {
  await page.goto(`${host.url}/browse/WEB-1`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fix the <b>cart</b>');
  await expect(page.locator('[data-module="context-set"]')).toHaveCount(1);
  await expect(page.locator('[data-module="context-unset"]')).toHaveCount(0);
  await page.goto(`${host.url}/browse/WEB-2`);
  await expect(page.locator('[data-module="context-unset"]')).toHaveCount(1);
  await page.goto(`${host.url}/projects/WEB`);
  await expect(page.getByText('3 items')).toBeVisible();
  await page.getByLabel('User').selectOption('viewer');
  await page.getByRole('button', { name: 'Switch' }).click();
  await expect(page.getByText('2 items')).toBeVisible();
});

test('an item is moved and commented on from its page', async ({ page, host }) => {
  await page.goto(`${host.url}/browse/WEB-2`);
  await page.getByRole('button', { name: 'In Progress' }).click();
  await expect(page.getByRole('region', { name: 'Status' }).locator('.lozenge')).toHaveText(
    'In Progress',
  );
  await page.getByLabel('Resolution').selectOption("Won't Do");
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Details' })).toContainText("Won't Do");
  await page.getByLabel('Add a comment').fill('Not this year.');
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Comments' })).toContainText('Not this year.');
  await expect(page.getByRole('region', { name: 'History' })).toContainText(
    'from In Progress to Done',
  );
});

test('every page of the shell is accessible', BY_NIGHT, async ({ page, host }) => {
  for (const path of [
    '/projects',
    '/projects/WEB',
    '/issues/?jql=project%20%3D%20WEB',
    '/browse/WEB-1',
    '/log',
  ]) {
    await page.goto(host.url + path);
    expect(await problemsOfAll(page)).toEqual([]);
  }
  await page.goto(`${host.url}/issues/?jql=colour%20%3D%20red`);
  await expect(page.getByRole('alert')).toContainText('colour');
});
