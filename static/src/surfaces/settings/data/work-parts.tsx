// What the pieces of work on data look like: a block with its title, how far it is, how it ended.
import { useId, type ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import { Failure } from '../../../components/failure';
import { SMALL } from '../../../components/field';
import { ProgressThin } from '../../../components/progress-thin';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { settingsData as text } from '../../../messages/settings-data';
import type { Work, WorkName } from './use-work';

export function Block({
  title,
  sentence,
  children,
}: {
  title: string;
  sentence: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Stack space="space.100" alignInline="stretch">
        <Heading as="h3" size="xsmall" id={id}>
          {title}
        </Heading>
        <Text as="p" color="color.text.subtle">
          {sentence}
        </Text>
        {children}
      </Stack>
    </section>
  );
}

interface RunningProps {
  work: Work;
  names: readonly WorkName[];
  words: string;
  /** From 0 to 1, where it is known. */
  value?: number;
}

/** How far the work is, while it is one of these. */
export function Running({ work, names, words, value }: RunningProps) {
  const format = useFormat();
  if (work.running === null || !names.includes(work.running)) return null;
  return (
    <Stack space="space.075">
      {value === undefined ? null : <ProgressThin value={value} label={words} />}
      <Inline space="space.150" alignBlock="center" shouldWrap>
        <span role="status">
          <Text>{words}</Text>
        </span>
        <Button spacing="compact" onClick={work.stop}>
          {text.stop}
        </Button>
      </Inline>
      <span style={SMALL}>
        {work.pausedUntil === null
          ? text.stay
          : fill(text.paused, { when: format.instant(work.pausedUntil) })}
      </span>
    </Stack>
  );
}

/** How the work ended, where it did not come to its end. */
export function Ended({ work, names }: { work: Work; names: readonly WorkName[] }) {
  const { ended } = work;
  if (!ended || !names.includes(ended.name)) return null;
  if (ended.trouble === null) return <Text>{text.stopped}</Text>;
  return <Failure trouble={ended.trouble} title={text.failed} kept={text.failedKept} />;
}
