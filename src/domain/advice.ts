// Advice on the wording of an answer: never a block. One table of rules with an example each, from
// which the docs are made; a test runs every example. Sources: the practices "as me, I want the thing
// so I have the thing is no story" and "a to-do list is not the path" (docs/advice.md).
import type { Answer } from './answer';
import type { Day } from './days';

export const HINTS = [
  'fake-user',
  'thing-is-value',
  'no-number',
  'check-too-early',
  'to-do',
] as const;
export type Hint = (typeof HINTS)[number];

/** What the rules look at. */
export interface Advised {
  summary: string;
  answer: Answer;
  /** Jira's due date of the item. */
  due: Day | null;
}

export interface AdviceRule {
  hint: Hint;
  applies: (advised: Advised) => boolean;
  /** An answer that gets the hint, and one like it that does not. */
  examples: { gets: Advised; not: Advised };
}

const INSIDERS =
  'developer|programmer|engineer|tester|qa|product owner|po|scrum master|team|system|admin|administrator|stakeholder|project manager|architect|designer';
const FAKE_USER = new RegExp(
  `\\bas (?:an? |the )?(?:${INSIDERS})\\b[^.]*\\bi (?:want|need|would like)\\b`,
  'iu',
);

/** Words that say what is built, not what changes for somebody. */
const TO_DO =
  /^(?:to )?(?:implement|add|create|build|write|update|refactor|migrate|upgrade|set up|setup|configure|install|document|investigate|prepare|develop|deploy|rename|remove|fix)\b/iu;
const DONE =
  /\b(?:is|are|was|were|be|being|been|gets?) (?:done|finished|complete|completed|implemented|built|delivered|deployed|live|released|in place|ready|available)\b/iu;

const words = (text: string | undefined): string[] =>
  (text ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const SMALL = new Set(
  'a an the to of in on for and or we it is be that this with our their by as'.split(' '),
);

/** Share of the words of `part` that stand in `whole` too, 0 to 1; 0 for fewer than two words. */
function overlap(part: string | undefined, whole: string | undefined): number {
  const mine = [...new Set(words(part))].filter((word) => !SMALL.has(word));
  if (mine.length < 2) return 0;
  const theirs = new Set(words(whole));
  return mine.filter((word) => theirs.has(word)).length / mine.length;
}

/** From this share of equal words on, what is expected says the same as what is done. */
const SAME = 0.8;

const good: Advised = {
  summary: 'Delivery costs in the cart',
  answer: {
    why: 'move',
    by: 'showing delivery costs in the cart',
    expect: '5 % fewer people to leave at the last step',
    checkBy: '2026-12-31',
  },
  due: '2026-12-01',
};
const like = (answer: Partial<Answer>, more: Partial<Advised> = {}): Advised => ({
  ...good,
  ...more,
  answer: { ...good.answer, ...answer },
});

/** In the order in which they are shown. */
export const ADVICE: readonly AdviceRule[] = [
  {
    hint: 'fake-user',
    applies: ({ summary, answer }) =>
      [summary, answer.by, answer.expect, answer.because].some(
        (text) => text !== undefined && FAKE_USER.test(text),
      ),
    examples: {
      gets: like({}, { summary: 'As a developer, I want a cache so that I have a cache' }),
      not: like({}, { summary: 'As a shopper, I want to see delivery costs before I pay' }),
    },
  },
  {
    hint: 'thing-is-value',
    applies: ({ answer }) => overlap(answer.expect, answer.by) >= SAME,
    examples: {
      gets: like({ by: 'building a new search page', expect: 'a new search page' }),
      not: like({ by: 'building a new search page', expect: '10 % more visits that find an item' }),
    },
  },
  {
    hint: 'to-do',
    applies: ({ answer }) =>
      answer.expect !== undefined && (TO_DO.test(answer.expect.trim()) || DONE.test(answer.expect)),
    examples: {
      gets: like({ expect: 'the export to be implemented, 2 formats' }),
      not: like({ expect: '30 fewer requests for an export a month' }),
    },
  },
  {
    hint: 'no-number',
    applies: ({ answer }) =>
      answer.why === 'move' &&
      answer.delta === undefined &&
      answer.expect !== undefined &&
      !/\p{N}/u.test(answer.expect),
    examples: {
      gets: like({ expect: 'fewer people to leave at the last step' }),
      not: like({ expect: 'fewer people to leave at the last step', delta: 0.3 }),
    },
  },
  {
    hint: 'check-too-early',
    applies: ({ answer, due }) =>
      due !== null && answer.checkBy !== undefined && answer.checkBy < due,
    examples: {
      gets: like({ checkBy: '2026-11-20' }),
      not: like({ checkBy: '2026-12-15' }),
    },
  },
];

/** The hints for an answer. *Keep it running* gets none. */
export const adviceFor = (advised: Advised): Hint[] =>
  advised.answer.why === 'run'
    ? []
    : ADVICE.filter(({ applies }) => applies(advised)).map(({ hint }) => hint);
