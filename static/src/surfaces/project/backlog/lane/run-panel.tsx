// A bulk answer while it runs, and what came of it.
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import { keysJql } from '../../../../../../src/adapters/jira/jql';
import { CARD } from '../../../../components/card';
import { ProgressThin } from '../../../../components/progress-thin';
import { useFormat } from '../../../../components/reader';
import { JqlLink } from '../../../../components/text-link';
import { fill, type Format } from '../../../../format';
import { lane } from '../../../../messages/project-lane';
import { FailedTable } from '../../many/failed-table';
import type { LaneRunner, RunView } from './lane-run';

const text = lane.run;

/** Keys that one link to Jira names. */
const KEYS_IN_LINK = 100;
/** Failed items until somebody asks for all. */
const FAILED_FIRST = 20;

/** "38 answered, 4 half, 2 not saved" */
export function resultWords(view: RunView, format: Format): string {
  const parts = [
    view.whole > 0 || view.ended === 0 ? format.plural(text.whole, view.whole) : '',
    view.half > 0 ? format.plural(text.half, view.half) : '',
    view.failed.length > 0 ? format.plural(text.failed, view.failed.length) : '',
    view.left > 0 ? format.plural(text.left, view.left) : '',
  ];
  return parts.filter(Boolean).join(', ');
}

function Progress({ view, runner }: { view: RunView; runner: LaneRunner }) {
  const format = useFormat();
  const numbers = { ended: format.number(view.ended), total: format.number(view.total) };
  return (
    <Stack space="space.100">
      <ProgressThin
        value={view.total === 0 ? 0 : view.ended / view.total}
        label={fill(text.bar, numbers)}
      />
      <Inline space="space.150" alignBlock="center" shouldWrap>
        <Text>{fill(text.progress, numbers)}</Text>
        <Button spacing="compact" onClick={runner.stop}>
          {text.stop}
        </Button>
        <Text size="small" color="color.text.subtle">
          {view.pausedUntil === null
            ? text.stay
            : fill(text.paused, { when: format.instant(view.pausedUntil) })}
        </Text>
      </Inline>
    </Stack>
  );
}

function Touched({ keys }: { keys: readonly string[] }) {
  const format = useFormat();
  if (keys.length === 0) return null;
  const first = keys.slice(0, KEYS_IN_LINK);
  return (
    <Stack space="space.050">
      <Text>
        <JqlLink jql={keysJql(first)}>
          {keys.length > first.length
            ? fill(text.touchedFirst, { count: format.number(first.length) })
            : format.plural(text.touched, first.length)}
        </JqlLink>
      </Text>
      <Text size="small" color="color.text.subtle">
        {text.noUndo}
      </Text>
    </Stack>
  );
}

function Ended({ view, runner }: { view: RunView; runner: LaneRunner }) {
  const format = useFormat();
  const again = view.failed.filter(({ refusal }) => refusal.again).length;
  return (
    <Stack space="space.100">
      <Text weight="medium">{resultWords(view, format)}</Text>
      <FailedTable
        title={text.failedTitle}
        heads={lane.failedColumn}
        failed={view.failed.map(({ step: { item }, refusal }) => ({ ...item, ...refusal }))}
        first={FAILED_FIRST}
      />
      <Touched keys={view.touched} />
      <Inline space="space.100">
        {again > 0 ? (
          <Button onClick={runner.retry}>{format.plural(text.again, again)}</Button>
        ) : null}
        <Button onClick={runner.close}>{text.close}</Button>
      </Inline>
    </Stack>
  );
}

export function RunPanel({ view, runner }: { view: RunView; runner: LaneRunner }) {
  return (
    <section aria-label={text.title} style={CARD}>
      <Stack space="space.100">
        <Heading size="xsmall" as="h3">
          {text.title}
        </Heading>
        {view.running ? (
          <Progress view={view} runner={runner} />
        ) : (
          <Ended view={view} runner={runner} />
        )}
      </Stack>
    </section>
  );
}
