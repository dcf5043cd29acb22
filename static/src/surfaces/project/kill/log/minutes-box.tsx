// The minutes of what was applied, to be copied and downloaded.
import { useState } from 'react';
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import type { DraftEntry } from '../../../../../../src/domain/decision';
import { Fold } from '../../../../components/fold';
import { Stack } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { useNames } from '../../../../forge';
import { fill } from '../../../../format';
import { killLog } from '../../../../messages/project-kill-log';
import type { EffortUnit } from '../../gather/effort';
import { MinutesText } from '../../minutes-text';
import { lastOf } from '../records';
import { minutesTable, minutesText } from './minutes';

const text = killLog.minutes;

interface MinutesBoxProps {
  entries: readonly DraftEntry[];
  summaryOf: (itemId: string) => string | undefined;
  /** What is kept of the items' decisions; null while it is read. */
  records: ReadonlyMap<string, DecisionView> | null;
  /** Of the efforts. */
  unit: EffortUnit | null;
  projectKey: string;
  today: string;
  forum: string;
}

export function MinutesBox(props: MinutesBoxProps) {
  const { entries, summaryOf, records, unit, projectKey, today, forum } = props;
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const head = { projectKey, day: today, forum, unit };
  const deciderOf = (itemId: string): string => {
    const view = records?.get(itemId);
    return (view?.now ?? lastOf(view))?.by ?? '';
  };
  const nameOf = useNames(entries.map(({ itemId }) => deciderOf(itemId)));
  const minutes = entries.map((entry) => ({
    entry,
    summary: summaryOf(entry.itemId) ?? '',
    by: nameOf(deciderOf(entry.itemId)) ?? '',
  }));
  const words = minutesText(minutes, head, format);
  return (
    <Fold title={text.title} isOpen={isOpen} onToggle={setOpen}>
      <Stack space="space.100">
        <MinutesText
          minutes={words}
          words={text}
          table={() => minutesTable(minutes, head)}
          file={fill(text.file, { project: projectKey, day: today })}
        />
      </Stack>
    </Fold>
  );
}
