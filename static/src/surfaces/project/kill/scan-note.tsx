// When the project was last looked through, and when it will be again.
import { useState } from 'react';
import { Text } from '@atlaskit/primitives/compiled';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { useFormat } from '../../../components/reader';
import { fill, type Format } from '../../../format';
import { messages } from '../../../messages';

const text = messages.project.kill;

/** What is said of the scan at a moment (milliseconds), sentence by sentence. */
export function scanSentences({ scan, rules }: OpenProject, format: Format, now: number): string[] {
  const said: string[] = [];
  if (scan.lastAt !== null)
    said.push(
      fill(text.scan, {
        when: format.instant(scan.lastAt),
        listed: format.number(scan.listed),
        changed: format.number(scan.changed),
      }),
    );
  else if (rules.scan) said.push(text.never);
  if (!rules.scan) said.push(text.off);
  else if (scan.nextAt !== null && scan.lastAt !== null)
    // Looks are begun once an hour: one whose moment has passed comes with the next beginning.
    said.push(
      scan.nextAt <= now ? text.due : fill(text.next, { when: format.instant(scan.nextAt) }),
    );
  return said;
}

export function ScanNote({ project }: { project: OpenProject }) {
  const format = useFormat();
  const [now] = useState(() => Date.now());
  return (
    <Text size="small" color="color.text.subtle">
      {scanSentences(project, format, now).join(' ')}
    </Text>
  );
}
