// Single items that show one thing each, so that demos, pictures and tests can find it.

import { answerHalf, answerWithGoal, answerWithRun, resultOf } from './bets';
import { themeOf } from './clusters';
import { draftOf, type Draft } from './draft';
import { FOREIGN_GOAL_ID } from './goals';
import { DAY, workMoment } from './moments';
import type { Random } from './random';

type Times = { created: number; started?: number; finished?: number };

/** The shop's special items; they make sense only beside its goals. */
export function specials(now: number, random: Random): Draft[] {
  const item = (
    notable: string | null,
    kind: Draft['kind'],
    component: string,
    summary: string,
    days: Times,
  ): Draft => {
    const at = (ago: number | undefined) =>
      ago === undefined ? null : workMoment(now, ago, random);
    return draftOf({
      kind,
      theme: themeOf(component),
      parent: null,
      summary,
      created: at(days.created) ?? now,
      started: at(days.started),
      finished: at(days.finished),
      status:
        days.finished !== undefined ? 'done' : days.started !== undefined ? 'running' : 'todo',
      resolution: days.finished === undefined ? null : 'done',
      notable,
    });
  };
  const bet = (draft: Draft, goal: 'conversion' | 'contacts', checkIn: number): Draft => {
    const text = random.pick(draft.theme.bets);
    answerWithGoal(draft, { now, random, why: 'move', goal, text, when: 'before', checkIn });
    return draft;
  };

  const unanswered = item(
    'unanswered',
    'story',
    'Checkout',
    'Show a progress bar in the checkout',
    {
      created: 34,
    },
  );
  const answered = bet(
    item('answered', 'story', 'Payments', 'Explain a refused payment in plain words', {
      created: 45,
    }),
    'conversion',
    23,
  );
  const half = item('half', 'story', 'Checkout', 'Let shoppers leave a note for the courier', {
    created: 28,
  });
  answerHalf(half, 'contacts', random.pick(half.theme.bets), now);
  const running = item('run', 'task', 'Platform', 'Renew the contract with the payment provider', {
    created: 52,
  });
  answerWithRun(running, 'before', now);
  const due = bet(
    item('due', 'story', 'Delivery', 'Put the delivery day into the order confirmation', {
      created: 95,
      started: 60,
      finished: 49,
    }),
    'contacts',
    -4,
  );
  const moved = bet(
    item('moved', 'story', 'Checkout', 'Show the total with delivery on every step', {
      created: 150,
      started: 120,
      finished: 101,
    }),
    'conversion',
    -60,
  );
  resultOf(moved, 'moved', 57, now, random);
  const unreadable = item('unreadable', 'story', 'Search', 'Show prices in the suggestions', {
    created: 71,
  });
  unreadable.foreignAnswer = { v: 1, why: 'because', state: true, text: ['written by a script'] };
  const newer = item('newer', 'story', 'Search', 'Search by voice on phones', { created: 64 });
  newer.foreignAnswer = { v: 2, why: 'move', goals: ['one', 'two'] };
  const foreign = bet(
    item('foreign-goal', 'story', 'Mobile', 'Open product links in the app', { created: 83 }),
    'conversion',
    35,
  );
  if (foreign.answer) foreign.answer.fields.goal = FOREIGN_GOAL_ID;
  const oldest = item('oldest', 'story', 'Marketing', 'Let shoppers design their own gift wrap', {
    created: 897,
  });

  const restricted = [
    'Voucher codes can be guessed',
    'Order page shows the address of somebody else',
    'Admin login accepts an old session',
  ].map((summary, index) => ({
    ...item(index === 0 ? 'restricted' : null, 'bug', 'Accounts', summary, {
      created: 70 - 12 * index,
      started: 66 - 12 * index,
      finished: 60 - 12 * index,
    }),
    restricted: true,
  }));
  return [
    unanswered,
    answered,
    half,
    running,
    due,
    moved,
    unreadable,
    newer,
    foreign,
    oldest,
    ...restricted,
  ].map(inOrder);
}

/** Weekends move moments: what follows must still come later. */
function inOrder(draft: Draft): Draft {
  if (draft.started !== null) draft.started = Math.max(draft.started, draft.created + DAY / 8);
  if (draft.finished !== null) {
    draft.finished = Math.max(draft.finished, (draft.started ?? draft.created) + DAY / 8);
  }
  return draft;
}
