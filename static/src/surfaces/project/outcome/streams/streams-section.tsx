// The table of streams with what is said of it, and what else can be asked of them.
import { useCallback, useEffect, type ReactNode } from 'react';
import type { Counted } from '../../../../../../src/domain/bet-sum';
import { nothing, saved, type Clause } from '../../../../../../src/domain/clause';
import { NO_STREAM } from '../../../../../../src/domain/filter';
import { blockedNumber } from '../../../../../../src/domain/stream-more';
import type { StreamOutput } from '../../../../../../src/domain/streams';
import { fill } from '../../../../format';
import { below } from '../../../../messages/project-below';
import { streamBacklogName, streamName } from '../../gather/names';
import { NumberLink } from '../../number-link';
import { SettingsWay } from '../../settings-way';
import type { NumberOf } from '../below';
import type { OutcomeTabProps } from '../outcome-tab';
import { StreamTable, type StreamColumn } from '../stream-table';
import type { StreamRows } from '../use-stream-rows';
import { StreamMore } from './stream-more';
import { useBlocked, type Blocked } from './use-blocked';
import { useRowCounts } from './use-row-counts';

const text = below.streams;
const BLOCKED = 'blocked';

const OUTPUTS: readonly StreamColumn[] = ['shipped', 'aimed', 'moved'];
const isOutput = (column: StreamColumn): column is StreamOutput & StreamColumn =>
  OUTPUTS.includes(column);

interface StreamsSectionProps extends OutcomeTabProps {
  number: NumberOf;
  shown: StreamRows;
}

/** Why nothing is counted as blocked; null where it is. */
function blockedNote(blocked: Blocked): string | null {
  if (blocked.kind === 'none') return blocked.usual ? text.noFlag : text.noBlocked;
  if (blocked.kind === 'refused') return fill(text.blockedRefused, { why: blocked.why });
  return blocked.kind === 'failed' ? text.blockedFailed : null;
}

export function StreamsSection(props: StreamsSectionProps) {
  const { where, project, projectKey, model, number, shown } = props;
  const { rows, more, all, showAll, backlog, jql, retry, look } = shown;
  const { question } = model;
  const { frame } = where;
  // Seen for the first time: what is shown is counted from now on.
  useEffect(look, [look]);
  const blocked = useBlocked(where.openCalls, project.rules);
  const condition = blocked.kind === 'known' ? blocked.jql : null;
  const countable = rows.filter((row) => row.broken === undefined);
  const ids = countable.map(({ id }) => id);
  const numbersOf = useCallback(
    (stream: Clause, filter: Counted) => ({
      [BLOCKED]: blockedNumber(
        frame,
        stream,
        condition === null ? nothing : saved(BLOCKED, condition),
        filter,
      ),
    }),
    [frame, condition],
  );
  const counts = useRowCounts(where, question, condition === null ? null : ids, numbersOf);
  const cell = (row: string, column: StreamColumn, what: string): ReactNode => {
    if (isOutput(column)) return number(streamName(row, column), { what });
    if (column === BLOCKED)
      return blocked.kind === 'known' || blocked.kind === 'asking' ? (
        <NumberLink
          state={counts.state(row, BLOCKED)}
          jql={counts.jql(row, BLOCKED)}
          what={what}
          onRetry={() => counts.retry(row, BLOCKED)}
        />
      ) : (
        text.notCounted
      );
    const name = streamBacklogName(row, column);
    return (
      <NumberLink state={backlog[name]} jql={jql(name)} what={what} onRetry={() => retry(name)} />
    );
  };
  const way = (link: string) => (
    <SettingsWay
      projectKey={projectKey}
      administer={project.may.administer}
      link={link}
      ask={text.ask}
    />
  );
  const broken = rows.some((row) => row.broken !== undefined);
  const why = blockedNote(blocked);
  const notes: ReactNode[] = [
    ...(model.savedStreams
      ? []
      : [
          <>
            {text.components} {way(text.makeYours)}
          </>,
        ]),
    ...(model.savedStreams && rows.some(({ id }) => id === NO_STREAM) ? [text.noneHow] : []),
    ...(broken
      ? [
          <>
            {text.brokenNote} {way(text.mend)}
          </>,
        ]
      : []),
    ...(why ? [why] : []),
  ];
  return (
    <>
      <StreamTable
        rows={rows}
        more={more}
        all={all}
        onAll={showAll}
        oldDays={project.rules.flagAfterDays}
        unit={model.report.effort?.unit ?? null}
        cell={cell}
        notes={notes}
      />
      {countable.length > 0 ? (
        <StreamMore where={where} question={question} rows={countable} goals={project.goals} />
      ) : null}
    </>
  );
}
