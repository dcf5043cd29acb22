// Parking many items while it runs, what came of it, and the way back.
import { Button } from '../../../../components/button';
import { SMALL } from '../../../../components/field';
import { Inline, Stack, Text } from '../../../../components/layout';
import { ProgressThin } from '../../../../components/progress-thin';
import { useFormat } from '../../../../components/reader';
import { ItemLink } from '../../../../components/text-link';
import { fill, type Format } from '../../../../format';
import { common } from '../../../../messages/common';
import { killOffer } from '../../../../messages/project-kill-offer';
import { CAPTION, CELL, HEAD, PLAIN, TABLE } from '../../backlog/lane/table-style';
import type { OfferRun, OfferRunner } from './offer-run';

const text = killOffer.run;
/** Failures that are listed one by one. */
const SHOWN = 50;

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

function Failures({ failed }: Pick<OfferRun, 'failed'>) {
  const format = useFormat();
  if (failed.length === 0) return null;
  return (
    <>
      <table style={TABLE}>
        <caption style={CAPTION}>{text.failedTitle}</caption>
        <thead style={PLAIN}>
          <tr>
            <th scope="col" style={HEAD}>
              {killOffer.table.item}
            </th>
            <th scope="col" style={HEAD}>
              {text.why}
            </th>
          </tr>
        </thead>
        <tbody style={PLAIN}>
          {failed.slice(0, SHOWN).map(({ item, refusal }) => (
            <tr key={item.id}>
              <th scope="row" style={CELL}>
                <ItemLink itemKey={item.key} alone>
                  {`${item.key} ${item.summary}`.trim()}
                </ItemLink>
              </th>
              <td style={CELL}>
                {refusal.reason}
                {refusal.requestId ? (
                  <span style={{ ...SMALL, display: 'block' }}>
                    {fill(common.errors.reference, { id: refusal.requestId })}
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {failed.length > SHOWN ? (
        <span style={SMALL}>{format.plural(text.more, failed.length - SHOWN)}</span>
      ) : null}
    </>
  );
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
      <Failures failed={run.failed} />
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
