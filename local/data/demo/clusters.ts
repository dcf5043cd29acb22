// An epic with its children, after a recipe.

import { tell } from './bets';
import type { Kind } from './catalog';
import { draftOf, type Draft } from './draft';
import { DAY, workMoment } from './moments';
import type { Random } from '../../random';
import type { Summaries } from './summaries';
import type { Phase, Recipe } from './tables';
import { BEFORE, LATELY, timing, type Span } from './timing';
import { fillSlots, themeOf } from './words';

interface ClusterOptions {
  now: number;
  random: Random;
  summarise: Summaries;
  /** How often this recipe was used before: later epics get a market of their own. */
  round: number;
}

/** The epic first, then its children. */
export function cluster(recipe: Recipe, options: ClusterOptions): Draft[] {
  const { now, random } = options;
  const theme = themeOf(recipe.component);
  const text = theme.epics[recipe.epic];
  if (text === undefined) throw new Error(`${recipe.component} has no epic ${recipe.epic}.`);
  const epic = draftOf({
    kind: 'epic',
    theme,
    parent: null,
    summary: options.round === 0 ? text.title : fillSlots(`${text.title}: {country}`, random),
    created: now,
    notable: options.round === 0 ? recipe.notable : null,
  });
  const children = (Object.entries(recipe.children) as [Phase, number][]).flatMap(
    ([phase, count]) =>
      Array.from({ length: count }, () => child(epic, phase, recipe.finished, options)),
  );
  dateEpic(epic, children, recipe, options);
  tell(epic, recipe, () => text, options);
  return [epic, ...children];
}

function child(
  epic: Draft,
  phase: Phase,
  finished: number | undefined,
  options: ClusterOptions,
): Draft {
  const { now, random, summarise } = options;
  const { theme } = epic;
  const kind: Kind = random.chance(0.72) ? 'story' : random.chance(0.6) ? 'bug' : 'task';
  const times = timing(now, phase, random, spanOf(phase, finished));
  return draftOf({
    kind,
    theme,
    parent: epic,
    summary: summarise(kind, theme, random),
    ...times,
    resolution: times.finished === null ? null : 'done',
  });
}

/** Work on a finished epic ended with it and did not go on for longer than a season. */
function spanOf(phase: Phase, finished: number | undefined): Span {
  const whole = phase === 'past' ? BEFORE : LATELY;
  if (finished === undefined) return whole;
  const from = Math.max(whole.from, finished);
  return { from, to: Math.min(whole.to, Math.max(from, finished) + 110) };
}

/** An epic is older than its children, starts with the first and is finished after the last. */
function dateEpic(epic: Draft, children: Draft[], recipe: Recipe, options: ClusterOptions): void {
  const { now, random } = options;
  const earliest = Math.min(...children.map((item) => item.created));
  const age = (now - earliest) / DAY + random.between(3, 25);
  epic.created = workMoment(now, age, random);
  const starts = children.flatMap((item) => item.started ?? []);
  if (starts.length > 0) {
    epic.started = Math.min(...starts);
    epic.status = 'running';
  }
  if (recipe.finished !== undefined) {
    const last = Math.max(...children.flatMap((item) => item.finished ?? []));
    epic.finished = Math.min(last + 6 * 3_600_000, now);
    epic.status = 'done';
    epic.resolution = 'done';
  }
}
