// The kill list on a backlog of about three hundred old items: the offer of the first day, nights that
// flag, an agenda of fifteen with the rest behind it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Host } from '../../local/host';
import { accessibilityProblems } from './support/accessibility';
import { oldBacklog } from './support/old-backlog';
import { openSite } from './support/site';
import { BY_NIGHT, expect, test as onDemo } from './support/story';

const test = onDemo.extend<{ host: Host }>({
  host: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ladder-old-'));
    const { file, now } = oldBacklog(folder);
    const site = await openSite({ source: { kind: 'file', file }, now });
    await use(site.host);
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  },
});

test(
  'of about three hundred old items a page is parked, and the rest comes on the agenda fifteen at a time',
  BY_NIGHT,
  async ({ story }) => {
    test.setTimeout(120_000);
    const [project] = story.host.jira.site.projects();
    const key = project?.key ?? '';
    await story.open(`/projects/${key}/settings/ladder`, { as: 'admin' });
    const rules = story.surface('ladder-settings').getByRole('region', { name: 'Kill rules' });
    await rules.getByLabel('Look every night').check();
    await rules.getByRole('button', { name: 'Save' }).click();
    await expect(rules.getByText('✓ Saved')).toBeVisible();

    await story.page.setViewportSize({ width: 1280, height: 3200 });
    await story.open(`/projects/${key}/ladder?tab=kill`);
    const page = story.surface('ladder-page');
    const offer = page.getByRole('region', { name: 'Old items, parked together' });
    const said = offer.getByText(/items are older than 2 years\. Park them all/);
    await expect(said).toBeVisible();
    const count = Number(/^(\d+) items/.exec((await said.textContent()) ?? '')?.[1]);
    expect(count).toBeGreaterThan(250);
    await offer.getByRole('button', { name: 'Look at the list' }).click();
    await offer.getByRole('button', { name: 'Choose none' }).click();
    await offer.getByRole('checkbox', { name: 'Choose all on this page' }).check();
    await offer.getByLabel('Leave a comment on each item').uncheck();
    await offer.getByRole('button', { name: 'Park 50 items' }).click();
    const run = page.getByRole('region', { name: 'Parking old items' });
    await expect(run.getByText('50 parked', { exact: true })).toBeVisible({ timeout: 40_000 });

    await story.scan();
    story.wait(15);
    await story.scan();
    await story.open(`/projects/${key}/ladder?tab=kill`);
    const agenda = page.getByRole('group', { name: 'Items on the agenda' });
    await expect(agenda.locator('[data-kill-row]')).toHaveCount(15);
    await expect(page.getByText(/^Behind it: \d+ more$/)).toBeVisible();
    await expect(offer.getByText('50 items were parked together', { exact: false })).toBeVisible();
    expect(await accessibilityProblems(story.page)).toEqual([]);
  },
);
