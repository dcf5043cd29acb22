// A run over many items while it goes, and what came of it.
import { token } from '@atlaskit/tokens';
import { Button } from '../../../components/button';
import { CARD } from '../../../components/card';
import { SMALL } from '../../../components/field';
import { Inline, Stack, Text } from '../../../components/layout';
import { ProgressThin } from '../../../components/progress-thin';
import { useFormat } from '../../../components/reader';
import { fill, type Format } from '../../../format';
import { sort } from '../../../messages/project-sort';
import { sortTable } from '../../../messages/project-sort-table';
import { FailedTable, type FailedItem } from '../many/failed-table';
import type { SortEntry } from './sorter';
import { progressOf, type RunProgress, type SortRun, type Visit } from './visit';

const text = sortTable.run;

/** Failed items until somebody asks for all. */
const FAILED_FIRST = 20;

/** "38 sorted, 2 not saved" */
export function runWords({ kind }: SortRun, progress: RunProgress, format: Format): string {
  const { done, failed, left } = progress;
  return [
    format.plural(text.done[kind], done),
    failed.length > 0 ? format.plural(text.failed, failed.length) : '',
    left > 0 ? format.plural(text.left, left) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

const failedItem = ({ item, failure }: SortEntry): FailedItem => ({
  id: item.id,
  key: item.facts.key,
  summary: item.summary,
  reason: failure?.reason,
  requestId: failure?.requestId,
});

function Progress({ progress, visit }: { progress: RunProgress; visit: Visit }) {
  const format = useFormat();
  const { ended, total } = progress;
  const numbers = { ended: format.number(ended), total: format.number(total) };
  const until = visit.sorter.pausedUntil();
  return (
    <Stack space="space.100">
      <ProgressThin value={total === 0 ? 0 : ended / total} label={fill(text.bar, numbers)} />
      <Inline space="space.150">
        <Text>{fill(text.progress, numbers)}</Text>
        <Button spacing="compact" onClick={visit.sorter.stop}>
          {text.stop}
        </Button>
        <span style={SMALL}>
          {until === null ? text.stay : fill(sort.card.paused, { when: format.instant(until) })}
        </span>
      </Inline>
    </Stack>
  );
}

export function RunBox({ run, visit }: { run: SortRun; visit: Visit }) {
  const format = useFormat();
  const progress = progressOf(run, visit.sorter);
  const again = progress.failed.filter(({ state }) => state === 'failed').length;
  return (
    <section aria-label={text.title[run.kind]} style={CARD}>
      <Stack space="space.100">
        <h3 style={{ font: token('font.heading.xsmall'), margin: 0 }}>{text.title[run.kind]}</h3>
        {progress.running ? (
          <Progress progress={progress} visit={visit} />
        ) : (
          <>
            <Text weight="medium">{runWords(run, progress, format)}</Text>
            <FailedTable
              title={text.failedTitle}
              heads={text.column}
              failed={progress.failed.map(failedItem)}
              first={FAILED_FIRST}
            />
            <Inline space="space.100">
              {again > 0 ? (
                <Button onClick={visit.retryRun}>{format.plural(text.again, again)}</Button>
              ) : null}
              {run.kind === 'sort' && progress.done > 0 ? (
                <Button onClick={visit.undoRun}>{format.plural(text.undo, progress.done)}</Button>
              ) : null}
              <Button appearance="subtle" onClick={visit.closeRun}>
                {text.close}
              </Button>
            </Inline>
          </>
        )}
      </Stack>
    </section>
  );
}
