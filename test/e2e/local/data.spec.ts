// Giving the local host a backlog of one's own.
import { problemsOfAll } from '../support/accessibility';
import { expect, test } from './fixture';

const CSV = [
  'Issue key,Summary,Status,Created',
  'OWN-1,"First, of all",Open,12/Mar/24 9:41 AM',
  'OWN-2,Second,Open,soon',
].join('\r\n');

test('a file is dropped, looked at, refused or loaded', async ({ page, host }) => {
  await page.goto(`${host.url}/data`);
  await expect(page.getByRole('main')).toContainText('3 items in 1 project');
  expect(await problemsOfAll(page)).toEqual([]);

  const file = page.getByLabel('Drop a CSV or JSON file here');
  await file.setInputFiles({
    name: 'login.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('<html>Log in</html>'),
  });
  await expect(page.getByRole('alert').first()).toContainText('login.csv: it is a web page');
  expect(await problemsOfAll(page)).toEqual([]);

  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'own.csv', { type: 'text/csv' }));
    return data;
  }, CSV);
  await page.dispatchEvent('[data-drop]', 'drop', { dataTransfer: dropped });
  const question = page.getByRole('heading', { name: 'Replace the data with this item?' });
  await expect(question).toBeFocused();
  await expect(page.getByRole('status')).toContainText('Nothing is replaced yet');
  await expect(page.getByText('row 3: Created “soon” is no date')).toBeVisible();
  expect(await problemsOfAll(page)).toEqual([]);

  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Replace the data' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.notice')).toContainText('Loaded 1 item of own.csv');
  await page.getByRole('main').getByRole('link', { name: 'OWN' }).click();
  await expect(page.getByRole('main')).toContainText('First, of all');
});
