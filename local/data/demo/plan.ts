// All items of a project, as many as were asked for, oldest first.

import { cluster } from './clusters';
import { draftOf, type Draft } from './draft';
import { DAY } from './moments';
import type { Random } from '../../random';
import { single } from './singles';
import { specials } from './specials';
import { summaries, type Summaries } from './summaries';
import { RECIPES, type Recipe } from './tables';

/** Shares of a project's items; the rest stands alone. */
const IN_EPICS = 0.53;
const SUBTASKS = 0.12;
/** Below this size the special items would be most of the project. */
const ROOM_FOR_SPECIALS = 40;

export interface PlanOptions {
  now: number;
  size: number;
  random: Random;
  /** The main project: with goals, answers and results, and the items that show one thing each. */
  main: boolean;
}

/** Exactly `size` drafts in the order of their creation; a parent comes before its children. */
export function planProject({ now, size, random, main }: PlanOptions): Draft[] {
  const summarise = summaries();
  const drafts: Draft[] = [];
  if (main && size >= ROOM_FOR_SPECIALS) drafts.push(...specials(now, random.fork('specials')));
  const steps = Math.floor(size * SUBTASKS);
  // In a small shop the special items leave the epics less than their share.
  const inEpics = Math.min(Math.floor(size * IN_EPICS), size - steps - drafts.length);
  addClusters(drafts, inEpics, { now, random, summarise, main });
  for (let index = 0; drafts.length < size - steps; index += 1) {
    const own = random.fork(`single ${index}`);
    drafts.push(single({ now, random: own, summarise, answers: main }));
  }
  addSubtasks(drafts, steps, { now, random: random.fork('steps'), summarise });
  return drafts.sort((a, b) => a.created - b.created);
}

interface Tools {
  now: number;
  random: Random;
  summarise: Summaries;
}

function addClusters(drafts: Draft[], budget: number, tools: Tools & { main: boolean }): void {
  const { now, random, summarise, main } = tools;
  let left = budget;
  // Other projects come later to the idea: half as many stories, and nobody has answered.
  const recipes = main ? RECIPES : RECIPES.filter((_, index) => index % 2 === 1).map(unanswered);
  const smallest = Math.min(...recipes.map(recipeSize));
  for (let round = 0; left >= smallest; round += 1) {
    for (const [index, recipe] of recipes.entries()) {
      const cost = recipeSize(recipe);
      if (cost > left) continue;
      left -= cost;
      const own = random.fork(`epic ${round} ${index}`);
      drafts.push(...cluster(recipe, { now, random: own, summarise, round }));
    }
  }
}

const unanswered = (recipe: Recipe): Recipe => ({
  ...recipe,
  answer: undefined,
  result: undefined,
  postponed: undefined,
  notable: null,
});

/** Items that a recipe makes: the epic and its children. */
function recipeSize({ children }: Recipe): number {
  return 1 + Object.values(children).reduce((sum, count) => sum + count, 0);
}

function addSubtasks(drafts: Draft[], count: number, { now, random, summarise }: Tools): void {
  const parents = drafts.filter(({ kind }) => kind === 'story' || kind === 'task');
  if (parents.length === 0) parents.push(...drafts.filter(({ kind }) => kind !== 'epic'));
  for (let index = 0; index < count; index += 1) {
    const parent = random.pick(parents);
    const end = parent.finished ?? now;
    const within = (share: number) => parent.created + Math.floor((end - parent.created) * share);
    const done = parent.finished !== null || (parent.started !== null && random.chance(0.5));
    drafts.push(
      draftOf({
        kind: 'subtask',
        theme: parent.theme,
        parent,
        summary: summarise('subtask', parent.theme, random),
        created: Math.min(within(0.1 * random.next()), parent.created + 10 * DAY),
        started: done ? within(0.5) : null,
        finished: done ? within(0.6 + 0.35 * random.next()) : null,
        status: done ? 'done' : 'todo',
        resolution: done ? 'done' : null,
        // What is hidden stays hidden in its parts.
        restricted: parent.restricted,
      }),
    );
  }
}
