// Items without an epic: most of any real backlog.

import { answerHalf, answerWithGoal, answerWithRun, goalFor } from './bets';
import type { Kind, ResolutionName } from './catalog';
import { SORTINGS } from '../../../src/domain/sort';
import { draftOf, type Draft } from './draft';
import { DAY, dayFrom } from './moments';
import { giveResult, sortByHand } from './outcomes';
import type { Random } from '../../random';
import type { Summaries } from './summaries';
import { THEMES, type Phase } from './tables';
import { timing } from './timing';

interface SingleOptions {
  now: number;
  random: Random;
  summarise: Summaries;
  /** Whether the project has goals that its people answer with. */
  answers: boolean;
}

/** Share of each phase, in percent. */
const PHASES: readonly (readonly [Phase, number])[] = [
  ['past', 42],
  ['old', 22],
  ['recent', 16],
  ['open', 14],
  ['running', 6],
];

/** One item without a parent, of any phase. */
export function single(options: SingleOptions): Draft {
  const { now, random, summarise, answers } = options;
  const phase = phaseBy(random.next() * 100);
  const kind = kindFor(phase, random);
  const theme = random.pick(THEMES);
  const times = timing(now, phase, random);
  const draft = draftOf({
    kind,
    theme,
    parent: null,
    summary: summarise(kind, theme, random),
    ...times,
    resolution: times.finished === null ? null : 'done',
    labels: labelsFor(kind, random),
  });
  if (draft.finished !== null && random.chance(0.22)) endWithoutDelivery(draft, random);
  else if (answers && kind !== 'chore') answer(draft, phase, options);
  return draft;
}

function phaseBy(percent: number): Phase {
  let rest = percent;
  for (const [phase, share] of PHASES) {
    rest -= share;
    if (rest < 0) return phase;
  }
  return 'past';
}

function kindFor(phase: Phase, random: Random): Exclude<Kind, 'epic'> {
  // Nobody keeps a chore for years.
  if (phase === 'old') return random.chance(0.6) ? 'story' : random.chance(0.75) ? 'bug' : 'task';
  if (random.chance(0.18)) return 'chore';
  return random.chance(0.42) ? 'bug' : random.chance(0.75) ? 'story' : 'task';
}

function labelsFor(kind: Kind, random: Random): string[] {
  const labels: string[] = [];
  if (random.chance(0.12)) labels.push('quick-win');
  if (kind === 'bug' && random.chance(0.3)) labels.push('reported-by-customer');
  if (kind !== 'bug' && random.chance(0.05)) labels.push('legal');
  return labels;
}

function endWithoutDelivery(draft: Draft, random: Random): void {
  const ways: ResolutionName[] = ['wontDo', 'wontDo', 'duplicate'];
  if (draft.kind === 'bug') ways.push('cannotReproduce');
  draft.resolution = random.pick(ways);
  if (draft.resolution === 'wontDo') draft.status = 'dropped';
  // Most of it was closed from the list, without any work.
  if (random.chance(0.7)) draft.started = null;
}

/** How likely an item of each phase has an answer of its own. */
const ANSWERED: Record<Phase, number> = {
  past: 0.18,
  recent: 0.3,
  old: 0.05,
  open: 0.55,
  running: 0.5,
};

/** Some of what was finished without an answer was sorted by hand. */
const SORTED = 0.15;

function answer(draft: Draft, phase: Phase, options: SingleOptions): void {
  const { now, random } = options;
  if (!random.chance(ANSWERED[phase])) {
    const begun = phase === 'open' && random.chance(0.08);
    if (begun) answerHalf(draft, 'conversion', random.pick(draft.theme.bets), now);
    if (phase === 'recent' && random.chance(SORTED)) {
      const sorting = random.pick(draft.kind === 'bug' ? (['run'] as const) : SORTINGS);
      sortByHand(draft, sorting, dayFrom(now, -random.between(0, 1)));
    }
    return;
  }
  const when = random.chance(0.7) ? 'before' : draft.finished === null ? 'started' : 'done';
  const goal = goalFor(draft, now);
  const keepsRunning = draft.kind === 'bug' ? 0.6 : draft.theme.serves === null ? 0.7 : 0.1;
  if (goal === null || random.chance(keepsRunning)) {
    answerWithRun(draft, draft.started === null ? 'before' : when, now);
    return;
  }
  const done = draft.finished === null ? null : (now - draft.finished) / DAY;
  // After it is out a bet waits four to eight weeks for its check.
  const checkIn =
    done !== null
      ? Math.round(random.between(28, 56) - done)
      : phase === 'old'
        ? -random.between(5, 90)
        : random.between(12, 90);
  answerWithGoal(draft, {
    now,
    random,
    why: random.chance(0.6) ? 'move' : 'test',
    goal,
    text: random.pick(draft.theme.bets),
    when: draft.started === null ? 'before' : when,
    checkIn,
  });
  const judged = done !== null && checkIn < -7 && random.chance(0.7);
  if (judged) {
    const value = random.pick(['moved', 'flat', 'flat', 'unclear'] as const);
    giveResult(draft, { value, daysAgo: -checkIn - random.between(0, 6) }, { now, random });
  }
}
