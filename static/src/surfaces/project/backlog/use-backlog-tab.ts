// Everything that the Backlog tab counts and what was answered there. It lives as long as the page,
// so that changing tabs neither counts again nor loses what was typed.
import { useCallback, useMemo, useState } from 'react';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { valueOf, type ParentFacts } from '../../../../../src/domain/item';
import { troubleOf, type Trouble } from '../../../components/failure';
import { nowSums, partSums, type NowName, type PartName } from '../gather/backlog-counts';
import { countHalf, type CoverParent } from '../gather/cover';
import { useCounts, type Where } from '../use-numbers';
import type { OpenedAgain } from '../use-project';
import {
  adjustParts,
  begunBefore,
  NO_CHANGE,
  shifted,
  type Adjustment,
  type Shift,
} from './adjust';
import { useCover } from './cover/use-cover';
import { useSprints } from './sprints/use-sprints';
import { useStarted } from './sprints/use-started';

/** Parts of the tab that are counted only once they are looked at. */
export type LazyPart = 'cover' | 'sprints' | 'now';

interface Answers {
  of: Where;
  adjustment: Adjustment;
  /** How many answers were given. */
  given: number;
}

export function useBacklogTab(
  where: Where,
  { aboveTypeIds, ...project }: Pick<OpenProject, 'today'> & { aboveTypeIds: readonly string[] },
  { frameNow, remember, openAgain }: Omit<OpenedAgain, 'opened'>,
  { wanted, now }: { wanted: boolean; now: number },
) {
  const { openCalls } = where;
  const { today } = project;
  const [seen, setSeen] = useState<readonly LazyPart[]>([]);
  const see = useCallback(
    (part: LazyPart) => setSeen((before) => (before.includes(part) ? before : [...before, part])),
    [],
  );
  const wants = (part: LazyPart): boolean => wanted && seen.includes(part);

  // Counts rest on the frame as it was opened; what is opened from them knows the answers since.
  const place = useMemo<Where>(() => ({ ...where, frame: frameNow }), [where, frameNow]);
  const parts = useCounts<PartName>(
    openCalls,
    useMemo(() => (wanted ? partSums(where) : null), [where, wanted]),
  );
  const wantsNow = wants('now');
  const work = useCounts<NowName>(
    openCalls,
    useMemo(() => (wantsNow ? nowSums(where, today) : null), [where, today, wantsNow]),
  );
  const anyway = work.numbers.anyway;
  const started = useStarted(where, now, anyway?.kind === 'known' && anyway.value > 0);
  const cover = useCover(where, aboveTypeIds, wants('cover'));
  const sprints = useSprints(where, today, wants('sprints'));

  const [answers, setAnswers] = useState<Answers>({ of: where, adjustment: NO_CHANGE, given: 0 });
  const { adjustment, given } =
    answers.of === where ? answers : { adjustment: NO_CHANGE, given: 0 };
  const shift = useCallback(
    (by: Shift) =>
      setAnswers((before) => {
        const last = before.of === where ? before : { of: where, adjustment: NO_CHANGE, given: 0 };
        return { ...last, adjustment: shifted(last.adjustment, by), given: last.given + 1 };
      }),
    [where],
  );

  const { markAnswered } = cover;
  /** A parent was answered here: its children follow it. */
  const answerParent = useCallback(
    (parent: CoverParent, facts: ParentFacts): void => {
      const to = valueOf(facts.answer)?.why === 'run' ? 'run' : 'parent';
      remember(facts);
      markAnswered(facts.id);
      shift({ count: parent.covers, to, half: 0, inherited: true });
      // Which of two groups they leave is a detail; that they are answered is not.
      countHalf(openCalls().jira, where, facts.id).then(
        (half) =>
          setAnswers((before) =>
            before.of === where
              ? { ...before, adjustment: begunBefore(before.adjustment, half) }
              : before,
          ),
        () => undefined,
      );
    },
    [where, openCalls, remember, markAnswered, shift],
  );

  const [counting, setCounting] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const countAgain = useCallback(async (): Promise<void> => {
    setCounting(true);
    setTrouble(null);
    try {
      await openAgain();
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setCounting(false);
    }
  }, [openAgain]);

  return {
    place,
    see,
    numbers: adjustParts(parts.numbers, adjustment),
    retryPart: parts.retry,
    work,
    started,
    cover,
    sprints,
    adjustment,
    given,
    shift,
    answerParent,
    again: { counting, trouble, countAgain },
  };
}

export type BacklogModel = ReturnType<typeof useBacklogTab>;
