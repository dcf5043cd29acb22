// Taking everything away, after a typed word.
import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import type { DataJob } from '../../../../../src/contract/data-procedures';
import { Field } from '../../../components/field';
import { TextInput } from '../../../components/inputs';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { settingsData } from '../../../messages/settings-data';
import type { BlockProps } from './data-section';
import { runSteps } from './step-run';
import { Block, Ended, Running } from './work-parts';

const text = settingsData.erase;

const stepWords = ({ step }: DataJob): string => {
  const known = Object.entries(text.step).find(([name]) => name === step);
  return known?.[1] ?? text.step.records;
};

export function EraseBlock({ page, means, work, job, setJob }: BlockProps) {
  const format = useFormat();
  const [word, setWord] = useState('');
  const [shown, setShown] = useState<DataJob | null>(null);
  const { projectId } = page.open;
  const isHalf = job?.kind === 'erase' && job.state === 'open';
  const doneWords = (done: DataJob) =>
    fill(text.done, { records: format.number(done.done), items: format.number(done.items) });

  const start = () =>
    work.run('erase', async (watcher) => {
      const done = await runSteps(
        means,
        watcher,
        { projectId, name: 'data.erase', begin: !isHalf },
        (now) => {
          setShown(now);
          setJob(now);
        },
      );
      setWord('');
      page.take(await means.call('settings.open', { projectId }));
      page.say(doneWords(done));
    });

  return (
    <Block title={text.title} sentence={text.text}>
      <Stack space="space.100">
        <Text as="p">{text.goes}</Text>
        <Text as="p">{text.stays}</Text>
        {isHalf && work.running === null ? <Text weight="medium">{text.half}</Text> : null}
        <div style={{ maxWidth: '240px' }}>
          <Field label={fill(text.word, { key: page.projectKey })}>
            {(control) => <TextInput control={control} value={word} onChange={setWord} />}
          </Field>
        </div>
        <Inline>
          <Button
            appearance="danger"
            onClick={() => void start()}
            isDisabled={work.running !== null || word.trim() !== page.projectKey}
          >
            {isHalf ? text.goOn : text.button}
          </Button>
        </Inline>
      </Stack>
      <Running
        work={work}
        names={['erase']}
        words={format.plural(text.progress, shown?.done ?? 0, {
          step: shown ? stepWords(shown) : text.step.round,
        })}
      />
      <Ended work={work} names={['erase']} />
      {shown?.state === 'done' ? <Text>{doneWords(shown)}</Text> : null}
    </Block>
  );
}
