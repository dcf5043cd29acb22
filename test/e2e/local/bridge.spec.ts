// The bridge as a page of the app sees it.
import { BY_NIGHT } from '../support/story';
import { problemsOfAll } from '../support/accessibility';
import { call, expect, failure, frameOf, test } from './fixture';

test('a page gets its context, its resolver and Jira as the user of the shell', async ({
  page,
  host,
}) => {
  await page.goto(`${host.url}/browse/WEB-1`);
  const panel = await frameOf(page, 'panel');
  expect(new URL(panel.url()).hostname).toBe('127.0.0.1');
  expect(await call(panel, 'getContext')).toMatchObject({
    accountId: 'demo-admin',
    moduleKey: 'panel',
    siteUrl: host.url,
    locale: 'en-US',
    timezone: 'Europe/Berlin',
    theme: { colorMode: 'light' },
    extension: { type: 'jira:issuePanel', issue: { key: 'WEB-1', typeId: '11' } },
  });
  expect(await call(panel, 'invoke', { functionKey: 'day', payload: {} })).toBe('2026-11-21');
  expect(await failure(panel, 'invoke', { functionKey: 'unheard' })).toContain(
    'invoking the function',
  );
  const answer = await call(panel, 'fetchProduct', {
    product: 'jira',
    restPath: '/rest/api/3/issue/WEB-1?fields=summary',
    fetchRequestInit: { headers: [['accept', 'application/json']], body: null },
    isMultipartFormData: false,
  });
  expect(answer).toMatchObject({ status: 200, isAttachment: false });
  expect(host.jira.ledger().calls).toMatchObject([{ principal: 'browser', points: 0 }]);
});

test('the clock of the frame is the clock of the host', BY_NIGHT, async ({ page, host }) => {
  await page.goto(`${host.url}/browse/WEB-1`);
  await page.getByText('Clock:').click();
  await page.getByRole('button', { name: '30 days on' }).click();
  await expect(page.getByRole('status')).toContainText('The clock is at 2026-12-21');
  const panel = await frameOf(page, 'panel');
  const seen = await panel.evaluate(() => [Date.now(), new Date().getTime(), Date.parse(Date())]);
  for (const moment of seen) expect(Math.abs(moment - host.clock.now())).toBeLessThan(5000);
  expect(await panel.evaluate(() => new Date(0) instanceof Date && new Date(0).getTime())).toBe(0);
});

test('what a module may not call is rejected, never answered with nothing', async ({
  page,
  host,
}) => {
  await page.goto(`${host.url}/browse/WEB-1`);
  const panel = await frameOf(page, 'panel');
  for (const method of ['openRovo', 'createHistory', 'fetchRemote', 'open', 'constructor']) {
    expect(await failure(panel, method)).toContain('does not model');
  }
  expect(await call(panel, 'close')).toBe(false);
  expect(await call(panel, 'submit', {})).toBe(false);
  expect(await failure(panel, 'getUrl', { target: 'dashboard' })).toContain('does not model');
  expect(await call(panel, 'getUrl', { target: 'issue', issueKey: 'WEB-2' })).toBe(
    `${host.url}/browse/WEB-2`,
  );
});

test('a full page writes its place into the address, and follows back and reload', async ({
  page,
  host,
}) => {
  await page.goto(`${host.url}/projects/WEB/ladder?from=2026-01-01#top`);
  const frame = await frameOf(page, 'page');
  const place = await frame.evaluate(async () => {
    const history = (await window.testCall('createHistory')) as {
      location: { pathname: string; search: string; hash: string };
      push: (to: string) => void;
      listen: (listener: (location: { search: string }, action: string) => void) => void;
    };
    window.seen = [];
    history.listen(({ search }, action) => window.seen.push([action, search]));
    const { pathname, search, hash } = history.location;
    history.push('/?from=2026-02-01');
    history.push('/goals?x=1');
    return { pathname, search, hash };
  });
  expect(place).toEqual({ pathname: '/', search: '?from=2026-01-01', hash: '#top' });
  await expect(page).toHaveURL(`${host.url}/projects/WEB/ladder/goals?x=1`);
  await page.goBack();
  await expect(page).toHaveURL(`${host.url}/projects/WEB/ladder?from=2026-02-01`);
  await expect
    .poll(() => frame.evaluate(() => window.seen))
    .toEqual([
      ['PUSH', '?from=2026-02-01'],
      ['PUSH', '?x=1'],
      ['POP', '?from=2026-02-01'],
    ]);
  await page.reload();
  const again = await frameOf(page, 'page');
  expect(
    await again.evaluate(async () => {
      const history = (await window.testCall('createHistory')) as { location: { search: string } };
      return history.location.search;
    }),
  ).toBe('?from=2026-02-01');
});

test('a dialog is a second frame that answers when it closes', BY_NIGHT, async ({ page, host }) => {
  await page.goto(`${host.url}/browse/WEB-1`);
  const panel = await frameOf(page, 'panel');
  await panel.evaluate(async () => {
    window.seen = [];
    await window.testCall('openModal', {
      size: 'small',
      title: 'Sure?',
      context: { about: 'deleting' },
      onClose: (payload: unknown) => window.seen.push(payload),
    });
  });
  const dialog = page.getByRole('dialog', { name: 'Sure?' });
  await expect(dialog.frameLocator('iframe').getByText('in a dialog about deleting')).toBeVisible();
  const handle = await dialog.locator('iframe').elementHandle();
  const inside = await handle?.contentFrame();
  if (!inside) throw new Error('The dialog has no frame.');
  expect(await problemsOfAll(page)).toEqual([]);
  await call(inside, 'close', { yes: true }).catch(() => 'the frame is gone');
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => panel.evaluate(() => window.seen)).toEqual([{ yes: true }]);
});

test(
  'flags show in the shell and events reach the other frames of the page',
  BY_NIGHT,
  async ({ page, host }) => {
    await page.goto(`${host.url}/browse/WEB-1`);
    const panel = await frameOf(page, 'panel');
    await panel.evaluate(async () => {
      window.seen = [];
      await window.testCall('on', {
        event: 'saved',
        callback: (what: unknown) => window.seen.push(what),
      });
      await window.testCall('showFlag', {
        id: 'one',
        title: 'Saved',
        type: 'success',
        actions: [{ text: 'Undo', onClick: () => window.seen.push('undone') }],
      });
    });
    await page
      .getByRole('region', { name: 'Notifications' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await page.getByText('Context Mark Marked').click();
    const context = await frameOf(page, 'context-set');
    await call(context, 'emit', { event: 'saved', payload: { key: 'WEB-1' } });
    await expect
      .poll(() => panel.evaluate(() => window.seen))
      .toEqual(['undone', { key: 'WEB-1' }]);
    await call(panel, 'closeFlag', { id: 'one' });
    await expect(page.getByText('Saved')).toHaveCount(0);
  },
);

test('the theme switch reaches the frames without a reload', async ({ page, host }) => {
  await page.goto(`${host.url}/browse/WEB-1`);
  const panel = await frameOf(page, 'panel');
  const background = () => panel.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await expect(page.getByRole('button', { name: 'Light theme' })).toBeVisible();
  await expect.poll(background).not.toBe(light);
  expect(await problemsOfAll(page)).toEqual([]);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-color-mode', 'dark');
});

test('a panel is as high as its content', BY_NIGHT, async ({ page, host }) => {
  await page.goto(`${host.url}/browse/WEB-1`);
  const panel = await frameOf(page, 'panel');
  const height = async () =>
    (await page.locator('[data-module="panel"] iframe').boundingBox())?.height ?? 0;
  await panel.evaluate(() => {
    const block = document.createElement('div');
    block.id = 'block';
    block.style.height = '700px';
    document.body.append(block);
  });
  await expect.poll(height).toBeGreaterThan(700);
  await panel.evaluate(() => document.querySelector('#block')?.remove());
  await expect.poll(height).toBeLessThan(200);
});
