// Who did what, newest first: every act with authority, narrowed by what, by whom and by day.
import { useState } from 'react';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import { Button } from '../../../../components/button';
import { Failure, troubleOf, type Trouble } from '../../../../components/failure';
import { SMALL } from '../../../../components/field';
import { Inline, Stack, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { SCROLLER } from '../../../../components/scroller';
import { SkeletonStack } from '../../../../components/skeleton';
import { ItemLink } from '../../../../components/text-link';
import { csvText } from '../../../../csv';
import { userNames, useNames } from '../../../../forge';
import { downloadText } from '../../../../forge/download';
import { fill } from '../../../../format';
import { killLog } from '../../../../messages/project-kill-log';
import { CELL, HEAD, PLAIN, TABLE } from '../../../../components/table-style';
import type { Where } from '../../use-numbers';
import { useItemNames } from '../item-names';
import { itemsOf } from '../offer/earlier';
import {
  actFits,
  actKindWords,
  actsTable,
  ALL_ACTS,
  isBefore,
  isItem,
  readAllActs,
  type ActsFilter,
} from './acts';
import { ActsFilterRow } from './acts-filter';
import { whoWords } from './log-table';
import { useActs } from './use-acts';

const text = killLog.acts;
const HEADS = [killLog.column.at, killLog.filter.act, text.on, killLog.column.by];
const TALL = ['320px'] as const;

interface ActsViewProps {
  project: OpenProject;
  projectKey: string;
  where: Where;
}

interface ExportState {
  /** Acts that were read so far; null while nothing is exported. */
  count: number | null;
  trouble: Trouble | null;
  start: () => void;
}

/** The table of all that fits, also of what is not shown yet. */
function useExport({ project, projectKey, where }: ActsViewProps, filter: ActsFilter): ExportState {
  const [count, setCount] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const { projectId, today } = project;
  const start = async (): Promise<void> => {
    setTrouble(null);
    setCount(0);
    const calls = where.openCalls();
    try {
      const acts = await readAllActs(projectId, filter, where.zone, setCount);
      const items = await itemsOf(calls.jira, [
        ...new Set(acts.map(({ subject }) => subject).filter(isItem)),
      ]);
      const keys = new Map(items.map(({ id, key }) => [id, key]));
      const names = await userNames(acts.map(({ by }) => by).filter((by) => by !== ''));
      const { header, rows } = actsTable(
        acts,
        (by) => names.get(by) ?? '',
        (id) => keys.get(id) ?? text.unseen,
      );
      const name = fill(text.file, { project: projectKey, day: today });
      downloadText(name, csvText(header, rows), 'text/csv');
    } catch (error) {
      setTrouble(troubleOf(error));
    }
    setCount(null);
  };
  return { count, trouble, start: () => void start() };
}

export function ActsView(props: ActsViewProps) {
  const { project, where } = props;
  const format = useFormat();
  const [filter, setFilter] = useState(ALL_ACTS);
  const { read, trouble, isReading, more } = useActs(project.projectId, filter.kind);
  const file = useExport(props, filter);
  const all = read?.acts ?? [];
  const acts = all.filter((act) => actFits(act, filter, where.zone));
  const nameOf = useNames(all.map(({ by }) => by));
  const names = useItemNames(where, acts.map(({ subject }) => subject).filter(isItem));
  // The newest come first: what follows an act before the first day is before it, too.
  const last = all.at(-1);
  const hasMore = read?.next != null && !(last && isBefore(last, filter, where.zone));
  return (
    <Stack space="space.150">
      <ActsFilterRow
        filter={filter}
        people={[...new Set(all.map(({ by }) => by))]}
        isPartial={read?.next != null}
        nameOf={nameOf}
        set={setFilter}
      />
      <Inline space="space.150">
        <Button isLoading={file.count !== null} onClick={file.start}>
          {text.csv}
        </Button>
        <span role="status" style={SMALL}>
          {file.count === null
            ? text.csvHelp
            : fill(text.reading, { count: format.number(file.count) })}
        </span>
      </Inline>
      {file.trouble ? (
        <Failure title={text.csvFailed} trouble={file.trouble} onRetry={file.start} />
      ) : null}
      {trouble ? <Failure title={killLog.failed} trouble={trouble} onRetry={more} /> : null}
      {read === null && !trouble ? <SkeletonStack heights={TALL} /> : null}
      {read && acts.length === 0 ? (
        <Text as="p">
          {all.length === 0 && filter.kind === ''
            ? killLog.none.acts
            : hasMore
              ? format.plural(text.noneSoFar, all.length)
              : killLog.noneLeft}
        </Text>
      ) : null}
      {acts.length > 0 ? (
        <div style={SCROLLER}>
          <table aria-label={killLog.title.acts} style={TABLE}>
            <thead style={PLAIN}>
              <tr>
                {HEADS.map((head) => (
                  <th key={head} scope="col" style={HEAD}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody style={PLAIN}>
              {acts.map(({ id, at, kind, subject, by }) => {
                const item = names.get(subject);
                return (
                  <tr key={id}>
                    <td style={CELL}>{format.instant(at)}</td>
                    <td style={CELL}>{actKindWords(kind)}</td>
                    <td style={CELL}>{item ? <ItemLink itemKey={item.key} /> : '–'}</td>
                    <td style={CELL}>{whoWords(by, nameOf)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      ) : null}
      {hasMore ? (
        <Inline space="space.100">
          <Button isLoading={isReading} onClick={more}>
            {killLog.more}
          </Button>
        </Inline>
      ) : null}
    </Stack>
  );
}
