// What an earlier run parked and still is, with the way back.
import { useEffect, useMemo, useState } from 'react';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import { Button } from '../../../../components/button';
import { Failure, troubleOf, type Trouble } from '../../../../components/failure';
import { SMALL } from '../../../../components/field';
import { Inline, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { killOffer as text } from '../../../../messages/project-kill-offer';
import type { Where } from '../../use-numbers';
import { readRecords, type ReadRecords } from '../records';
import { itemsOf, parkedTogether, type ParkedTogether } from './earlier';
import { offerRunnerOf } from './offer-run';

/** What storage holds, read when the offer is shown, and anew after each run. */
export function useParkedBefore(projectId: string, running: boolean) {
  const [read, setRead] = useState<ReadRecords | null>(null);
  useEffect(() => {
    if (running) return;
    let alive = true;
    readRecords(projectId).then(
      (found) => alive && setRead(found),
      () => alive && setRead(null),
    );
    return () => {
      alive = false;
    };
  }, [projectId, running]);
  const together = useMemo(() => read && parkedTogether(read.records), [read]);
  return { records: read?.records ?? null, isCut: read?.isCut ?? false, together };
}

interface ParkedBeforeProps {
  where: Where;
  project: OpenProject;
  together: ParkedTogether;
}

export function ParkedBefore({ where, project, together }: ParkedBeforeProps) {
  const format = useFormat();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const { projectId, today } = project;
  const { views, until, reason, at } = together;
  const undo = () => {
    setTrouble(null);
    itemsOf(
      where.openCalls().jira,
      views.map(({ itemId }) => itemId),
    ).then(
      (items) => offerRunnerOf(projectId, today).start(items, { kind: 'undo' }, views),
      (error: unknown) => setTrouble(troubleOf(error)),
    );
  };
  return (
    <>
      <Inline space="space.100">
        <Text>
          {format.plural(text.before, views.length, {
            day: format.day(until),
            when: format.instant(at),
            reason,
          })}
        </Text>
        <Button spacing="compact" onClick={undo}>
          {format.plural(text.run.undoAll, views.length)}
        </Button>
        <span style={SMALL}>{text.run.undoHelp}</span>
      </Inline>
      {trouble ? <Failure title={text.failed} trouble={trouble} onRetry={undo} /> : null}
    </>
  );
}
