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

/** Finished items: each answer and result below each parent and below none, some of them not asked. */
export const CASES: readonly ItemFacts[] = [{ id: null }, ...PARENTS]
  .flatMap(({ id: parentId }) =>
    ANSWERS.flatMap((answer, n) =>
      (parentId === null || n < 3 ? ([null, 'moved', 'flat'] as const) : [null]).flatMap((said) =>
        [{}, { typeId: '3' }, { labels: ['ops'] }].slice(0, n < 3 ? 3 : 1).map((more) =>
          anItem({
            ...{ category: 'done', categoryChanged: FINISHED, parentId, answer },
            ...{ result: result(said), ...more },
          }),
        ),
      ),
    ),
  )
  .map((item, n) => ({ ...item, id: String(n) }));
