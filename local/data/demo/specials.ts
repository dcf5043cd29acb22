// Single items that show one thing each, so that demos, pictures and tests can find it.

import { tell } from './bets';
import { draftOf, type Draft } from './draft';
import { DAY, workMoment } from './moments';
import type { Random } from '../../random';
import { SPECIALS, type Special } from './tables';
import { themeOf } from './words';

/** The shop's special items; they make sense only beside its goals. */
export function specials(now: number, random: Random): Draft[] {
  return SPECIALS.map((special) => {
    const draft = undecided(special, now, random);
    tell(draft, special, () => random.pick(draft.theme.bets), { now, random });
    const { foreignGoal } = special;
    if (draft.answer && foreignGoal !== undefined) draft.answer.fields.goal = foreignGoal;
    return inOrder(draft);
  });
}

function undecided(special: Special, now: number, random: Random): Draft {
  const { kind, summary, notable, restricted, foreignAnswer, started, finished } = special;
  const at = (ago: number | undefined) => (ago === undefined ? null : workMoment(now, ago, random));
  return draftOf({
    kind,
    theme: themeOf(special.component),
    parent: null,
    summary,
    created: workMoment(now, special.created, random),
    started: at(started),
    finished: at(finished),
    status: finished !== undefined ? 'done' : started !== undefined ? 'running' : 'todo',
    resolution: finished === undefined ? null : 'done',
    foreignAnswer,
    restricted,
    notable,
  });
}

/** Weekends move moments: what follows must still come later. */
function inOrder(draft: Draft): Draft {
  if (draft.started !== null) draft.started = Math.max(draft.started, draft.created + DAY / 8);
  if (draft.finished !== null) {
    draft.finished = Math.max(draft.finished, (draft.started ?? draft.created) + DAY / 8);
  }
  return draft;
}
