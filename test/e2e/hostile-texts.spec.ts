// Hostile texts in a real browser: nothing runs, nothing becomes an element, nothing meets the content
// policy, and every page goes on working. What a story collects of errors and refusals fails it. Each
// surface shows each text in some field; in the fields that are called whole here, each text that the
// field can hold. That the app takes every text in every field is said by test/nightly/hostile-fields.test.ts.
import { ALL_FIELDS, shareCount, valueOf, type Field } from './support/hostile/fields';
import { dropStreams, plant } from './support/hostile/plant';
import { visit, type Wanted } from './support/hostile/visit';
import { BY_NIGHT, expect, test } from './support/story';

const PAGE = '/projects/SHOP/ladder';
const SETTINGS = '/projects/SHOP/settings/ladder';
const SENTENCE = ['by', 'expect', 'measure', 'whom', 'because'] as const;
const GOAL = ['achieve', 'way', 'metric'] as const;

const WANTED = {
  panel: {
    fields: ['summary', ...GOAL, ...SENTENCE, 'pass', 'resultNote', 'person'],
    whole: SENTENCE,
  },
  page: {
    fields: [
      ...['summary', ...GOAL, 'note', 'stream', 'forum', 'reason', 'pass', 'resultNote'],
      ...['person', 'type', 'component', 'sprint', 'sprintGoal'],
    ] as Field[],
    whole: ['summary', 'achieve', 'way', 'note', 'reason', 'pass', 'resultNote'],
  },
  settings: {
    fields: [...GOAL, 'stream', 'forum', 'person', 'status', 'type'],
    whole: ['achieve', 'way'],
  },
  rule: { fields: ['ruleGoal', 'ruleNote', 'metric'], whole: ['ruleGoal', 'ruleNote'] },
} as const satisfies Record<string, Wanted>;

/** Fields that no page of the app shows, and why. */
const NOWHERE: Partial<Record<Field, string>> = {
  project: 'Jira’s own page says its name around the app, which never does',
};

test(
  'every field that is planted is shown by a surface, or named with the reason',
  BY_NIGHT,
  () => {
    const shown = Object.values(WANTED).flatMap(({ fields }): readonly Field[] => fields);
    expect(new Set([...shown, ...Object.keys(NOWHERE)])).toEqual(new Set(ALL_FIELDS));
  },
);

test(
  'the panel shows every hostile text in every field of an answer, and none of them runs',
  BY_NIGHT,
  async ({ story, page }) => {
    test.slow();
    const { given, passed, open } = await plant(story);
    const seen = visit(story);
    const panel = story.surface('ladder-panel');
    await page.setViewportSize({ width: 1280, height: 4000 });
    // Together as many as the fields of 500 characters have values.
    const done = given.slice(0, shareCount('by'));
    for (const key of done)
      await seen.open(`/browse/${key}`, ['summary', ...SENTENCE, 'resultNote', 'person']);
    await seen.press(page.locator('details.context > summary'), SENTENCE);
    await seen.press(panel.getByRole('button', { name: 'Change the result' }), ['resultNote']);
    await seen.press(panel.getByRole('button', { name: /^Edit/ }), [...GOAL, ...SENTENCE]);
    for (const key of passed.slice(done.length))
      await seen.open(`/browse/${key}`, [...GOAL, ...SENTENCE, 'pass']);
    await seen.open(`/browse/${open}`);
    await seen.press(panel.getByRole('radio', { name: /Move a goal/ }), GOAL);
    seen.expectAll(WANTED.panel);
  },
);

test(
  'the tabs of a project show every hostile text in summaries, goals, notes and reasons, and none of them runs',
  BY_NIGHT,
  async ({ story, page }) => {
    test.slow();
    await plant(story);
    const seen = visit(story);
    const ladder = story.surface('ladder-page');
    const button = (name: string | RegExp) => ladder.getByRole('button', { name });
    await page.setViewportSize({ width: 1280, height: 9000 });

    await seen.open(`${PAGE}?tab=outcome`, [...GOAL, 'stream', 'type']);
    await seen.open(`${PAGE}?view=print`, GOAL);
    await seen.open(`${PAGE}?view=sort`, ['summary']);
    await seen.press(ladder.getByRole('tab', { name: 'All, in a table' }), ['summary']);

    await seen.open(`${PAGE}?tab=backlog`, ['summary', 'pass', 'person', 'sprint', 'sprintGoal']);
    await seen.press(button(/ serves: We will achieve/), GOAL);
    const lane = ladder.getByRole('region', { name: 'Without an answer', exact: true });
    await seen.press(lane.getByRole('row').nth(1).getByRole('checkbox'), ['summary']);
    await seen.press(lane.getByRole('button', { name: /goal/ }), ['summary']);

    await seen.open(`${PAGE}?tab=results`, ['summary', 'achieve', 'resultNote', 'person']);
    await seen.press(button(/^Give the result of/));
    await seen.press(button(/^Change the result of/), ['resultNote']);
    await seen.open(`${PAGE}?tab=results&view=meeting`, ['summary']);
    await seen.press(button('See what was said'));

    await seen.open(`${PAGE}?tab=goals`, [...GOAL, 'note', 'person']);
    await seen.press(button(/^Add a reading/));
    await seen.press(button(/^Correct the reading/), ['note']);
    await seen.press(button(/^Take back/), ['note']);

    for (const view of ['parked', 'decided', 'reversed'])
      await seen.open(`${PAGE}?tab=kill&view=${view}`, ['summary', 'forum', 'reason', 'person']);
    await seen.open(`${PAGE}?tab=kill&view=acts`, ['person']);
    // Two nights with the grace between them: what was warned is on the agenda.
    await story.scan();
    story.wait(15);
    await story.scan();
    await seen.open(`${PAGE}?tab=kill&view=meeting`, ['summary']);
    await seen.open(`${PAGE}?tab=kill`, ['summary', 'forum', 'person']);
    await seen.press(button(/^Answer SHOP/));
    await seen.press(ladder.getByRole('radio', { name: /word/ }), ['summary']);
    await seen.press(button(/^Kill SHOP/));
    await ladder.getByRole('textbox', { name: 'Why' }).fill(valueOf('reason', 1));
    await seen.press(button('Decide to kill'), ['reason', 'summary']);

    await dropStreams(story);
    await seen.open(`${PAGE}?tab=outcome`, ['component']);
    seen.expectAll(WANTED.page);
  },
);

test(
  'the settings show every hostile text in goals, and none of them runs',
  BY_NIGHT,
  async ({ story, page }) => {
    test.slow();
    await plant(story);
    const seen = visit(story);
    const settings = story.surface('ladder-settings');
    const button = (name: string | RegExp) => settings.getByRole('button', { name });
    await page.setViewportSize({ width: 1280, height: 9000 });
    await seen.open(SETTINGS, [...GOAL, 'stream', 'forum', 'person', 'status', 'type']);
    await seen.press(button(/^Edit the goal: We will achieve planted/), GOAL);
    await seen.press(button('Cancel'));
    await seen.press(button(/^End the goal: We will achieve planted/), GOAL);
    await seen.press(button('Write down an agreement'), GOAL);
    await seen.press(button('Add the type'), ['type']);
    // A stream that is made of a component takes as much of its name as a stream's may have.
    await dropStreams(story);
    await seen.open(SETTINGS);
    await seen.press(button('Make them yours'));
    seen.expectAll(WANTED.settings);
  },
);

test(
  'the form of a rule holds every hostile text in its goal and its note, and none of them runs',
  BY_NIGHT,
  async ({ story }) => {
    test.slow();
    await plant(story);
    const seen = visit(story);
    const form = story.surface('ladder-reading');
    const goal = form.getByRole('textbox', { name: 'Goal' });
    const note = form.getByRole('textbox', { name: /^Note/ });
    await seen.open('/automation', ['ruleGoal', 'ruleNote']);
    for (let n = 1; n < shareCount('ruleGoal'); n += 1) {
      await goal.fill(valueOf('ruleGoal', n));
      await note.fill(valueOf('ruleNote', n));
      await seen.press(form.getByRole('textbox', { name: 'Project' }), ['ruleGoal', 'ruleNote']);
    }
    await seen.press(form.getByRole('button', { name: /^Choose from the goals/ }), ['metric']);
    seen.expectAll(WANTED.rule);
  },
);
