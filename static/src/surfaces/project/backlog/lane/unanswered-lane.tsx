// The open items nobody answers for: one page at a time, and one answer for many of them.
import { useCallback, useMemo, useRef, useState } from 'react';
import { Stack, Text } from '@atlaskit/primitives/compiled';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import type { Frame } from '../../../../../../src/domain/band';
import { Failure } from '../../../../components/failure';
import { LiveRegion } from '../../../../components/live-region';
import { useFormat } from '../../../../components/reader';
import { rich } from '../../../../components/rich';
import { fill, type Format } from '../../../../format';
import { lane as text } from '../../../../messages/project-lane';
import { valueOfNumber, type NumberState } from '../../gather/number-state';
import { ListPager } from '../../list-pager';
import { NumberLink } from '../../number-link';
import { formFor } from '../../outcome/sentence';
import { Section } from '../../section';
import { KeyHelp } from '../../key-help';
import type { Where } from '../../use-numbers';
import { ActForm } from './act-form';
import type { KeyAct } from './keys';
import { answeringSince, sinceParents, type LaneItem } from './lane-item';
import type { Answered } from './lane-run';
import { laneJql, MOST_CHOSEN, ROWS_A_PAGE, type LanePlace } from './lane-search';
import { LaneTable } from './lane-table';
import type { Act, PlanSources, Step } from './plan';
import { resultWords, RunPanel } from './run-panel';
import { runnerOf, useRun } from './runners';
import { canChoose, choose, NOTHING, type Selection } from './selection';
import { SelectionBar } from './selection-bar';
import { useLane } from './use-lane';
import { useSelectAll, type Ended } from './use-select-all';

export interface UnansweredLaneProps {
  where: Where;
  project: OpenProject;
  /** The frame as it is since parents were answered on this page. */
  frameNow: Frame;
  /** Items that those parents answer for now. */
  covered: number;
  /** An item became a whole answer just now. */
  onAnswered: (answered: Answered) => void;
}

/** Items that wait to be answered, without those that have been answered since they were counted. */
const lessOf = (total: NumberState, answered: number): NumberState =>
  total.kind === 'known' ? { ...total, value: Math.max(0, total.value - answered) } : total;

/** How reading the whole list ended. */
function allWords({ how, locked }: Ended, format: Format): string {
  const said =
    how === 'more' ? fill(text.allMore, { count: format.number(MOST_CHOSEN) }) : text.allFailed;
  const left = locked > 0 ? format.plural(text.allLocked, locked) : '';
  return [how === 'whole' ? '' : said, left].filter(Boolean).join(' ');
}

export function UnansweredLane(props: UnansweredLaneProps) {
  const { where, project, frameNow, covered, onAnswered } = props;
  const { projectId, zone } = where;
  const format = useFormat();
  const [now] = useState(() => Date.now());
  // The list rests on what was answered when it was opened: parents that are answered while somebody
  // works in it mark its rows, they don't take them away.
  const [opened, setOpened] = useState({ of: where, frame: frameNow, covered });
  if (opened.of !== where) setOpened({ of: where, frame: frameNow, covered });
  const { frame } = opened;
  const place = useMemo<LanePlace>(
    () => ({ projectId, zone, frame, now }),
    [projectId, zone, frame, now],
  );
  const goals = useMemo(() => project.goals.filter(({ active }) => active), [project]);
  const goalIds = useMemo(() => new Set(frame.goals.map(({ id }) => id)), [frame]);
  const runner = runnerOf(projectId);
  const lane = useLane(where, place);
  const [answered, setAnswered] = useState({ of: lane.total, count: 0 });
  if (answered.of !== lane.total) setAnswered({ of: lane.total, count: 0 });
  const run = useRun(runner, (one) => {
    setAnswered((before) => ({ ...before, count: before.count + 1 }));
    onAnswered(one);
  });
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [act, setAct] = useState<Act['kind'] | null>(null);
  const [help, setHelp] = useState(false);
  const heading = useRef<HTMLDivElement>(null);
  const onChoose = useCallback(
    (items: readonly LaneItem[], on: boolean) =>
      setSelection((before) => choose(before, items, on)),
    [],
  );
  const addAll = useCallback((items: readonly LaneItem[]) => onChoose(items, true), [onChoose]);
  const all = useSelectAll(where, place, addAll);
  const sources = useMemo<PlanSources>(
    () => ({ sentences: lane.sentences, goals: frame.goals, today: project.today }),
    [lane.sentences, frame.goals, project.today],
  );
  const answering = useMemo(() => answeringSince(frame, frameNow), [frame, frameNow]);
  const current = (item: LaneItem): LaneItem => sinceParents(runner.current(item), answering);
  // An item that was answered since it was chosen is no longer part of what comes next.
  const chosen = [...selection.values()].map(current).filter(canChoose);
  const live: Selection = new Map(chosen.map((item) => [item.id, item]));
  const rows = lane.shown?.rows.map(current) ?? null;
  const total = lessOf(lane.total, answered.count + covered - opened.covered);
  const count = valueOfNumber(total);
  const begin = (kind: Act['kind']) => {
    if (chosen.length > 0 && !run?.running && (kind === 'run' || goals.length > 0)) setAct(kind);
  };
  const onKey = (key: Exclude<KeyAct, 'next' | 'previous'>) =>
    key === 'help' ? setHelp((before) => !before) : begin(key);
  const start = (steps: readonly Step[]) => {
    setAct(null);
    runner.start(steps, sources, goalIds);
    heading.current?.focus();
  };
  const none = lane.shown !== null && lane.shown.rows.length === 0;
  const hasNext = lane.shown?.next !== undefined;
  const empty = none && lane.page === 0 && !hasNext;
  return (
    <Section title={text.title}>
      <LiveRegion text={run && !run.running ? resultWords(run, format) : ''} />
      <div ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
        {empty ? (
          <Text>{text.empty}</Text>
        ) : (
          <Text>
            {rich(formFor(text.sentence, total), {
              count: (
                <NumberLink
                  state={total}
                  jql={laneJql({ ...place, frame: frameNow })}
                  what={text.what}
                  onRetry={lane.recount}
                />
              ),
            })}
          </Text>
        )}
      </div>
      {run ? <RunPanel view={run} runner={runner} /> : null}
      {empty ? null : (
        <Stack space="space.150">
          <SelectionBar
            chosen={chosen.length}
            total={count}
            all={all}
            hasGoal={goals.length > 0}
            running={run?.running ?? false}
            onAct={begin}
            onClear={() => {
              setSelection(NOTHING);
              all.clear();
            }}
            onHelp={() => setHelp((before) => !before)}
          />
          {goals.length === 0 ? <Text size="small">{text.act.noGoal}</Text> : null}
          {all.ended === null ? null : <Text size="small">{allWords(all.ended, format)}</Text>}
          {help ? (
            <KeyHelp label={text.keys.button} intro={text.keys.intro} list={text.keys.list} />
          ) : null}
          {act !== null && chosen.length > 0 && !run?.running ? (
            <ActForm
              kind={act}
              items={chosen}
              goals={goals}
              sources={sources}
              onStart={start}
              onCancel={() => {
                setAct(null);
                heading.current?.focus();
              }}
            />
          ) : null}
          {lane.trouble ? (
            <Failure title={text.failed} trouble={lane.trouble} onRetry={lane.retry} />
          ) : none ? (
            <Text>
              {format.plural(text.noneAmong, lane.shown?.looked ?? 0)}{' '}
              {hasNext ? text.goOn : text.listEnds}
            </Text>
          ) : (
            <LaneTable
              rows={rows}
              placeholders={Math.min(ROWS_A_PAGE, count ?? 8)}
              order={lane.shown?.order ?? 'rank'}
              sentences={lane.sentences}
              selection={live}
              outcome={runner.outcome}
              onChoose={onChoose}
              onKey={onKey}
            />
          )}
          <ListPager
            label={text.pages}
            page={lane.page}
            rowsBefore={lane.rowsBefore}
            rows={rows?.length ?? null}
            total={count}
            hasNext={hasNext}
            goTo={lane.goTo}
          />
        </Stack>
      )}
    </Section>
  );
}
