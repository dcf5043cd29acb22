// Parking many items while it runs, what came of it, and the way back.
import { Button } from '../../../../components/button';
import { SMALL } from '../../../../components/field';
import { Inline, Stack, Text } from '../../../../components/layout';
import { ProgressThin } from '../../../../components/progress-thin';
import { useFormat } from '../../../../components/reader';
import { fill, type Format } from '../../../../format';
import { killOffer } from '../../../../messages/project-kill-offer';
import { FailedTable } from '../../many/failed-table';
import type { OfferRun, OfferRunner } from './offer-run';

const text = killOffer.run;
/** Failed items until somebody asks for all. */
const FAILED_FIRST = 50;

/** "18 parked, 2 not done", or "10 parked, 1 of them without its comment, 4 not done" */
export function runWords(run: OfferRun, format: Format): string {
  const { done, failed, left, act } = run;
  const silent = failed.filter(({ refusal }) => refusal.silent).length;
  const undone = failed.length - silent;
  return [
    format.plural(act.kind === 'park' ? text.parked : text.undone, done.length + silent),
    silent > 0 ? format.plural(text.silent, silent) : '',
    undone > 0 ? format.plural(text.failed, undone) : '',
    left > 0 ? format.plural(text.left, left) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function Progress({ run, runner }: { run: OfferRun; runner: OfferRunner }) {
  const format = useFormat();
  const numbers = { ended: format.number(run.ended), total: format.number(run.total) };
  return (
    <>
      <ProgressThin
        value={run.total === 0 ? 0 : run.ended / run.total}
        label={fill(text.bar, numbers)}
      />
      <Inline space="space.150">
        <Text>{fill(text.progress[run.act.kind], numbers)}</Text>
        <Button spacing="compact" onClick={runner.stop}>
          {text.stop}
        </Button>
        <span style={SMALL}>
          {run.pausedUntil === null
            ? text.stay
            : fill(text.paused, { when: format.instant(run.pausedUntil) })}
        </span>
      </Inline>
    </>
  );
}

function Ended({ run, runner, onClose }: OfferRunPanelProps) {
  const format = useFormat();
  const again = run.failed.filter(({ refusal }) => refusal.again).length;
  return (
    <>
      <Text weight="medium">{runWords(run, format)}</Text>
      <FailedTable
        title={text.failedTitle}
        heads={{ item: killOffer.table.item, reason: text.why }}
        failed={run.failed.map(({ item, refusal }) => ({ ...item, ...refusal }))}
        first={FAILED_FIRST}
      />
      <Inline space="space.100">
        {again > 0 ? (
          <Button onClick={runner.retry}>{format.plural(text.again, again)}</Button>
        ) : null}
        {run.parked.length > 0 ? (
          <Button onClick={() => runner.start(run.parked, { kind: 'undo' }, [])}>
            {format.plural(text.undoAll, run.parked.length)}
          </Button>
        ) : null}
        <Button appearance="subtle" onClick={onClose}>
          {text.close}
        </Button>
        {run.parked.length > 0 ? <span style={SMALL}>{text.undoHelp}</span> : null}
      </Inline>
    </>
  );
}

interface OfferRunPanelProps {
  run: OfferRun;
  runner: OfferRunner;
  onClose: () => void;
}

export const OfferRunPanel = (props: OfferRunPanelProps) => (
  <section aria-label={text[props.run.act.kind]}>
    <Stack space="space.100">
      {props.run.running ? <Progress {...props} /> : <Ended {...props} />}
    </Stack>
  </section>
);
