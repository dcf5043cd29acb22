// The first nights of the kill list: old items parked together and taken back, rules with what they
// would do, a forum, and what an item says once it is on the list.
import { z } from 'zod';
import { accessibilityProblems } from './support/accessibility';
import { ask, itemsOf, propertyOf } from './support/jira';
import { picture } from './support/picture';
import { BY_NIGHT, expect, type Story, test } from './support/story';

const KILL = '/projects/SHOP/ladder?tab=kill';
const DAY = 86_400_000;

const page = (story: Story) => story.surface('ladder-page');
const offer = (story: Story) =>
  page(story).getByRole('region', { name: 'Old items, parked together' });

const comments = z.object({
  comments: z.array(z.object({ author: z.object({ displayName: z.string() }) })),
});

const authorsOf = async (story: Story, key: string): Promise<string[]> =>
  comments
    .parse(await ask(story.host, `/rest/api/3/issue/${key}/comment`))
    .comments.map(({ author }) => author.displayName);

test(
  'what is older than a chosen age is parked together with a notice, and taken back',
  BY_NIGHT,
  async ({ story }) => {
    await story.page.setViewportSize({ width: 1280, height: 3200 });
    await story.open(KILL);
    await expect(offer(story).getByText(/Park them all, with a notice\?/)).toBeVisible();
    await expect(page(story).getByText(/the first items can come on/)).toBeVisible();
    await offer(story).getByRole('button', { name: 'Look at the list' }).click();
    const boxes = offer(story).getByRole('checkbox', { name: /^Park SHOP-/ });
    await expect(boxes.first()).toBeChecked();
    const listed = await boxes.count();
    const [first = '', second = ''] = await Promise.all(
      [0, 1].map(async (n) => (await boxes.nth(n).getAttribute('aria-label')) ?? ''),
    );
    const keyOf = (label: string) => label.replace('Park ', '');
    const before = await authorsOf(story, keyOf(second));
    await boxes.first().uncheck();
    await expect(offer(story).getByText(`${String(listed - 1)} chosen, 1 left out`)).toBeVisible();
    expect(await accessibilityProblems(story.page)).toEqual([]);
    await picture('kill-offer', offer(story));
    await offer(story)
      .getByRole('button', { name: `Park ${String(listed - 1)} items` })
      .click();
    const run = page(story).getByRole('region', { name: 'Parking old items' });
    await expect(run.getByText(`${String(listed - 1)} parked`, { exact: true })).toBeVisible({
      timeout: 30_000,
    });
    expect(await propertyOf(story.host, keyOf(second), 'ladder-decision')).toMatchObject({
      decision: 'parked',
    });
    expect(await authorsOf(story, keyOf(second))).toEqual([...before, 'Petra Owner']);
    expect(await authorsOf(story, keyOf(first))).not.toContain('Petra Owner');
    expect(await accessibilityProblems(story.page)).toEqual([]);
    // Whoever comes back finds what was parked, from storage.
    await story.open(KILL);
    await offer(story)
      .getByRole('button', { name: `Take all ${String(listed - 1)} back` })
      .click();
    await expect(
      page(story)
        .getByRole('region', { name: 'Taking it back' })
        .getByText(`${String(listed - 1)} taken back`, { exact: true }),
    ).toBeVisible({ timeout: 30_000 });
    const parked = await itemsOf(story.host, 'project = SHOP AND ladderDecision = parked');
    expect(parked).not.toContain(keyOf(second));
  },
);

test(
  'a rule says what it would flag today, and a flagged item names the meeting',
  BY_NIGHT,
  async ({ story }) => {
    await story.open('/projects/SHOP/settings/ladder', { as: 'admin' });
    const settings = story.surface('ladder-settings');
    const rules = settings.getByRole('region', { name: 'Kill rules' });
    await expect(rules.getByText(/would flag \d+ today/)).toBeVisible({ timeout: 20_000 });
    await rules.getByLabel('Type of item').selectOption('Bug');
    await rules.getByRole('button', { name: 'Add the type' }).click();
    await rules
      .getByRole('group', { name: 'Bug' })
      .getByLabel(/^Warned after/)
      .fill('30');
    await rules.getByRole('button', { name: 'Save' }).click();
    await expect(rules.getByText('✓ Saved')).toBeVisible();
    const forum = settings.getByRole('region', { name: 'Forum' });
    await forum.getByLabel(/^Name/).fill('Thursday triage');
    await forum.getByLabel('Add a member').fill('Pet');
    await forum.getByRole('button', { name: 'Add Petra Owner' }).click();
    const next = new Date(story.host.clock.now() + 20 * DAY).toISOString().slice(0, 10);
    await forum.getByLabel(/^Next meeting/).fill(next);
    await forum.getByRole('button', { name: 'Save' }).click();
    await expect(forum.getByText('✓ Saved')).toBeVisible();
    expect(await accessibilityProblems(story.page)).toEqual([]);
    await picture('settings-kill-rules', rules);
    await picture('settings-forum', forum);
    await story.scan();
    story.wait(15);
    await story.scan();
    const [key = ''] = await itemsOf(
      story.host,
      'project = SHOP AND ladderFlag = candidate AND ladderReason = aged',
    );
    await story.open(`/browse/${key}`);
    const panel = story.surface('ladder-panel');
    await expect(panel.getByText(/^On the kill list of /)).toBeVisible();
    await expect(panel.getByText(/half of what this team finishes takes/)).toBeVisible();
  },
);
