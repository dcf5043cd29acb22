// The minutes of what was applied, to be copied and downloaded.
import { useState } from 'react';
import { token } from '@atlaskit/tokens';
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import type { DraftEntry } from '../../../../../../src/domain/decision';
import { Button } from '../../../../components/button';
import { CARD } from '../../../../components/card';
import { Fold } from '../../../../components/fold';
import { Inline, Stack } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { csvText } from '../../../../csv';
import { useNames } from '../../../../forge';
import { downloadText } from '../../../../forge/download';
import { fill } from '../../../../format';
import { killLog } from '../../../../messages/project-kill-log';
import type { EffortUnit } from '../../gather/effort';
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
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
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
  const copy = (): void => {
    // Where the browser denies the clipboard, the text can still be selected.
    if (!('clipboard' in navigator)) return setCopied('no');
    navigator.clipboard.writeText(words).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  };
  const download = (): void => {
    const { header, rows } = minutesTable(minutes, head);
    const name = fill(text.file, { project: projectKey, day: today });
    downloadText(name, csvText(header, rows), 'text/csv');
  };
  return (
    <Fold title={text.title} isOpen={isOpen} onToggle={setOpen}>
      <Stack space="space.100">
        <pre
          style={{
            ...CARD,
            margin: 0,
            font: token('font.body'),
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere',
          }}
        >
          {words}
        </pre>
        <Inline space="space.100">
          <Button onClick={copy}>{copied === 'yes' ? text.copied : text.copy}</Button>
          <Button onClick={download}>{text.csv}</Button>
        </Inline>
        <span role="status">{copied === 'no' ? text.copyFailed : null}</span>
      </Stack>
    </Fold>
  );
}
