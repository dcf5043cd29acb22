// Showing on the items again what storage holds.
import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Text } from '@atlaskit/primitives/compiled';
import type { DataJob } from '../../../../../src/contract/data-procedures';
import { useFormat } from '../../../components/reader';
import { settingsData } from '../../../messages/settings-data';
import type { BlockProps } from './data-section';
import { runSteps } from './step-run';
import { Block, Ended, Running } from './work-parts';

const text = settingsData.rebuild;

export function RebuildBlock({ page, means, work, job, setJob }: BlockProps) {
  const format = useFormat();
  const [shown, setShown] = useState<DataJob | null>(null);
  const { projectId } = page.open;
  const isHalf = job?.kind === 'rebuild' && job.state === 'open';

  const start = (begin: boolean) =>
    work.run('rebuild', async (watcher) => {
      const done = await runSteps(
        means,
        watcher,
        { projectId, name: 'data.rebuild', begin },
        (now) => {
          setShown(now);
          setJob(now);
        },
      );
      page.say(format.plural(text.done, done.done));
    });

  return (
    <Block title={text.title} sentence={text.text}>
      {isHalf && work.running === null ? <Text>{text.half}</Text> : null}
      <Inline space="space.100">
        {isHalf ? (
          <Button onClick={() => void start(false)} isDisabled={work.running !== null}>
            {text.goOn}
          </Button>
        ) : (
          <Button onClick={() => void start(true)} isDisabled={work.running !== null}>
            {text.button}
          </Button>
        )}
      </Inline>
      <Running
        work={work}
        names={['rebuild']}
        words={format.plural(text.progress, shown?.done ?? 0)}
      />
      <Ended work={work} names={['rebuild']} />
      {shown?.state === 'done' ? (
        <Text>
          {[
            format.plural(text.done, shown.done),
            shown.left > 0 ? format.plural(text.left, shown.left) : '',
          ].join(' ')}
        </Text>
      ) : null}
    </Block>
  );
}
