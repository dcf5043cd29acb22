// What is being worked on now: how much serves a goal, and what started though nobody had answered.
import { Stack, Text } from '@atlaskit/primitives/compiled';
import type { Frame } from '../../../../../../src/domain/band';
import { SMALL } from '../../../../components/field';
import { useFormat } from '../../../../components/reader';
import { rich } from '../../../../components/rich';
import { fill } from '../../../../format';
import { projectBacklog } from '../../../../messages/project-backlog';
import type { NowName } from '../../gather/backlog-counts';
import { STARTED_LISTED } from '../../gather/bounds';
import type { Numbers } from '../../gather/counts';
import { isKnown } from '../../gather/number-state';
import { NumberLink } from '../../number-link';
import { Section } from '../../section';
import { StartedTable } from './started-table';
import type { StartedState } from './use-started';
import { WorkSentence } from './work-sentence';

const text = projectBacklog.now;

interface NowSectionProps {
  /** The project's frame as it is now. */
  frame: Frame;
  numbers: Numbers<NowName>;
  links: Record<NowName | 'all', string>;
  retry: (name: NowName) => void;
  started: { state: StartedState; retry: () => void };
}

export function NowSection({ frame, numbers, links, retry, started }: NowSectionProps) {
  const format = useFormat();
  const { without, anyway } = numbers;
  const count = (name: 'without' | 'anyway', what: string) => (
    <NumberLink state={numbers[name]} jql={links[name]} what={what} onRetry={() => retry(name)} />
  );
  const some = isKnown(anyway) && anyway.value > 0 ? anyway.value : 0;
  return (
    <Section title={text.title}>
      <Text>
        <WorkSentence name={text.name} numbers={numbers} links={links} retry={retry} />
      </Text>
      <Stack space="space.050">
        <Text weight={isKnown(without) && without.value > 0 ? 'medium' : 'regular'}>
          {rich(text.without, { count: count('without', text.whatWithout) })}
        </Text>
        <Text>{rich(text.anyway, { count: count('anyway', text.whatAnyway) })}</Text>
      </Stack>
      {some > 0 ? (
        <StartedTable
          frame={frame}
          state={started.state}
          expected={Math.min(some, STARTED_LISTED)}
          retry={started.retry}
        />
      ) : null}
      {some > STARTED_LISTED ? (
        <span style={SMALL}>{fill(text.first, { count: format.number(STARTED_LISTED) })}</span>
      ) : null}
    </Section>
  );
}
