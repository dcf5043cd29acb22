// When the project was last looked through, whether it is now, and when it will be again.
import { useEffect, useState } from 'react';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { SMALL } from '../../../components/field';
import { Inline, Stack } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { fill, type Format } from '../../../format';
import { killScan as text } from '../../../messages/project-kill-offer';
import { useScan, type ScanView } from './use-scan';

function lastWords(scan: ScanView, isOn: boolean, format: Format): string {
  // What stopped it is said instead.
  if (scan.lastAt === null) return isOn && scan.failed?.part !== 'scan' ? text.never : '';
  // A search lists only what may change, so that none is the rule soon after another look.
  return fill(scan.listed + scan.changed === 0 ? text.lastNothing : text.last, {
    when: format.instant(scan.lastAt),
    listed: format.number(scan.listed),
    changed: format.number(scan.changed),
  });
}

function nextWords(scan: ScanView, format: Format, now: number): string {
  if (scan.waitsUntil !== null && scan.waitsUntil > now)
    return fill(text.waits, { when: format.instant(scan.waitsUntil) });
  if (scan.running !== null || scan.nextAt === null || scan.lastAt === null) return '';
  // Looks are begun once an hour: one whose moment has passed comes with the next beginning.
  return scan.nextAt <= now ? text.due : fill(text.next, { when: format.instant(scan.nextAt) });
}

function runningWords({ running }: ScanView, format: Format): string {
  if (running === null) return '';
  return fill(text.running, {
    since: format.instant(running.since),
    step: format.number(Math.min(running.done + 1, running.of)),
    of: format.number(running.of),
  });
}

function failedWords({ failed }: ScanView, format: Format): string {
  if (failed === null) return '';
  const when = format.instant(failed.at);
  if (failed.part !== 'scan') return fill(text[failed.part], { when });
  const words: Partial<Record<typeof failed.code, string>> = text.stopped;
  return fill(words[failed.code] ?? text.stopped.other, { when });
}

/** What is said of the scan at a moment (milliseconds), sentence by sentence. */
export function scanSentences(
  { scan, rules }: Pick<OpenProject, 'scan' | 'rules'>,
  format: Format,
  now: number,
): string[] {
  return [
    lastWords(scan, rules.scan, format),
    failedWords(scan, format),
    runningWords(scan, format),
    rules.scan ? nextWords(scan, format, now) : text.off,
    scan.differ > 0 ? format.plural(text.differ, scan.differ) : '',
    rules.scan && scan.onSince !== null
      ? fill(text.on, { when: format.instant(scan.onSince) })
      : '',
  ].filter(Boolean);
}

/** The moment (milliseconds), which moves on when `until` has come. */
function useNow(until: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === null || until <= now) return;
    const timer = setTimeout(() => setNow(Date.now()), until - now + 100);
    return () => clearTimeout(timer);
  }, [until, now]);
  return now;
}

interface ScanNoteProps {
  project: OpenProject;
  /** Gets the project once a scan that was watched here has ended. */
  onDone?: (project: OpenProject) => void;
}

export function ScanNote({ project, onDone }: ScanNoteProps) {
  const format = useFormat();
  const { scan, ordered, done, trouble, order } = useScan(project, onDone);
  const now = useNow(scan.byHandFrom);
  const free = scan.byHandFrom === null || scan.byHandFrom <= now;
  const news = ordered
    ? text.ordered
    : done
      ? fill(scan.listed + scan.changed === 0 ? text.doneNothing : text.done, {
          listed: format.number(scan.listed),
          changed: format.number(scan.changed),
        })
      : '';
  return (
    <Stack space="space.050">
      <span style={SMALL}>
        {scanSentences({ scan, rules: project.rules }, format, now).join(' ')}
      </span>
      {project.may.administer ? (
        <Inline space="space.100">
          <Button
            spacing="compact"
            isDisabled={!free || scan.running !== null || ordered}
            onClick={order}
          >
            {text.now}
          </Button>
          <span role="status" style={SMALL}>
            {news}
          </span>
          {free || scan.byHandFrom === null ? null : (
            <span style={SMALL}>{fill(text.again, { when: format.instant(scan.byHandFrom) })}</span>
          )}
        </Inline>
      ) : null}
      {trouble ? <Failure title={text.failed} trouble={trouble} onRetry={order} /> : null}
    </Stack>
  );
}
