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
import { adjustParts } from './adjust';
import { begunOf, NONE, withItem, withParent, type Answers } from './answers-here';
import { lessCovered, useCover } from './cover/use-cover';
import type { Answered } from './lane/lane-run';
import { useSprints } from './sprints/use-sprints';
import { useStarted } from './sprints/use-started';

/** Parts of the tab that are counted only once they are looked at. */
export type LazyPart = 'cover' | 'sprints' | 'now';

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
  const listed = useCover(where, aboveTypeIds, wants('cover'));
  const sprints = useSprints(where, today, wants('sprints'));

  const [made, setMade] = useState<{ of: Where; answers: Answers }>({ of: where, answers: NONE });
  const { adjustment, given, children } = made.of === where ? made.answers : NONE;
  const change = useCallback(
    (by: (before: Answers) => Answers) =>
      setMade((before) => ({
        of: where,
        answers: by(before.of === where ? before.answers : NONE),
      })),
    [where],
  );
  const counted = listed.state.kind === 'ready';
  /** An item of the lane was answered here. */
  const answerItem = useCallback(
    (answered: Answered) => change((before) => withItem(before, answered, counted)),
    [change, counted],
  );
  const cover = useMemo(() => lessCovered(listed, children), [listed, children]);

  const { markAnswered } = listed;
  /** A parent was answered here: its children follow it. */
  const answerParent = useCallback(
    (parent: CoverParent, facts: ParentFacts): void => {
      const to = valueOf(facts.answer)?.why === 'run' ? 'run' : 'parent';
      remember(facts);
      markAnswered(facts.id);
      change((before) => withParent(before, { id: facts.id, to, covers: parent.covers }));
      // Which of two groups they leave is a detail; that they are answered is not.
      countHalf(openCalls().jira, where, facts.id).then(
        (half) =>
          setMade((before) =>
            before.of === where ? { of: where, answers: begunOf(before.answers, half) } : before,
          ),
        () => undefined,
      );
    },
    [where, openCalls, remember, markAnswered, change],
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
    answerItem,
    answerParent,
    again: { counting, trouble, countAgain },
  };
}

export type BacklogModel = ReturnType<typeof useBacklogTab>;
