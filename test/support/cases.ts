// Every way in which an answer, a parent and a result can meet on a finished item. Chance meets each of them too
// rarely to tell two rules apart.
import type { KeptAnswer } from '../../src/domain/answer';
import type { Frame } from '../../src/domain/band';
import type { ItemFacts, ParentFacts, Read, Result, ResultValue } from '../../src/domain/item';
import { aFrame, aGoal, anAnswer, anItem, aParent, at, none, someRules, value } from './builders';

/** The day on which every item of the cases is finished: `g1` is active on it, `g2` is over. */
export const FINISHED = at('2026-06-10T12:00:00Z');

const WHENS = ['before', 'started', 'done', 'sorted'] as const;
const GOALS = ['g1', 'g2', 'of-another-project'];
const answered = (more: Partial<KeptAnswer>): Read<KeptAnswer> => value(anAnswer(more));

/** None, half, kept running, and a sentence about each goal; each at every time. */
const ANSWERS: readonly Read<KeptAnswer>[] = [
  none,
  value({ why: 'move', goal: 'g1', state: 'half' }),
  ...WHENS.flatMap((when) => [
    value<KeptAnswer>({ why: 'run', state: 'answered', when }),
    ...GOALS.map((goal) => answered({ goal, when })),
  ]),
  answered({ why: 'test', checkBy: '2026-06-01' }),
  // Kept running, though a goal was named before.
  answered({ why: 'run' }),
];

const result = (said: ResultValue | null): Read<Result> =>
  said === null ? none : value({ result: said, evidence: 'judged', at: '2026-06-09' });

const PARENTS: readonly ParentFacts[] = ANSWERS.flatMap((answer, n) =>
  ([null, 'moved', 'flat', 'unclear'] as const).map((said, m) =>
    aParent({
      id: `9${n}-${m}`,
      ...{ answer, result: result(said) },
      isDone: n % 2 === 0,
    }),
  ),
);

/** A project with a goal that is active, one that is over, and all the parents. */
export const FRAME: Frame = aFrame({
  goals: [aGoal(), aGoal({ id: 'g2', endedOn: '2026-03-01' })],
  rules: someRules({ exemptTypeIds: ['3'], exemptLabels: ['ops'] }),
  parents: [...PARENTS],
});

const KINDS: readonly Partial<ItemFacts>[] = [{}, { typeId: '3' }, { labels: ['ops'] }];

/** Without a parent: each answer with each result, asked and not. */
const ALONE = ANSWERS.flatMap((answer) =>
  ([null, 'moved', 'flat', 'unclear'] as const).flatMap((said) =>
    KINDS.map((kind) => ({ ...kind, parentId: null, answer, result: result(said) })),
  ),
);

/** Below each parent: with and without an answer and a result of its own. */
const BELOW = PARENTS.flatMap(({ id: parentId }) => [
  ...ANSWERS.slice(0, 4).map((answer) => ({ parentId, answer })),
  { parentId, result: result('moved') },
  { parentId, labels: ['ops'] },
]);

/** Finished items. */
export const CASES: readonly ItemFacts[] = [...ALONE, ...BELOW].map((facts, n) =>
  anItem({ id: String(n), category: 'done', categoryChanged: FINISHED, ...facts }),
);
