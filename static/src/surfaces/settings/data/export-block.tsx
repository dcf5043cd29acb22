// Taking everything out as one file.
import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Text } from '@atlaskit/primitives/compiled';
import { DATA_SECTIONS, type DataSection } from '../../../../../src/domain/data';
import { useFormat } from '../../../components/reader';
import { downloadText } from '../../../forge/download';
import { fill } from '../../../format';
import { settingsData } from '../../../messages/settings-data';
import type { BlockProps } from './data-section';
import { exportData } from './export-run';
import { Block, Ended, Running } from './work-parts';

const text = settingsData.export;

interface Done {
  rows: number;
  hidden: number;
}

export function ExportBlock({ page, means, work }: BlockProps) {
  const format = useFormat();
  const [progress, setProgress] = useState<{ section: DataSection; rows: number } | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const { projectId, today } = page.open;
  const { projectKey } = page;

  const start = () =>
    work.run('export', async (watcher) => {
      setDone(null);
      const where = { projectId, projectKey };
      const {
        text: file,
        counts,
        hidden,
      } = await exportData(means, watcher, where, (section, rows) =>
        setProgress({ section, rows }),
      );
      downloadText(fill(text.file, { key: projectKey, day: today }), file, 'application/x-ndjson');
      const rows = DATA_SECTIONS.reduce((sum, section) => sum + counts[section], 0);
      setDone({ rows, hidden });
      page.say(format.plural(text.done, rows));
    });

  return (
    <Block title={text.title} sentence={text.text}>
      <Inline>
        <Button onClick={() => void start()} isDisabled={work.running !== null}>
          {text.button}
        </Button>
      </Inline>
      <Running
        work={work}
        names={['export']}
        words={format.plural(text.progress, progress?.rows ?? 0, {
          section: settingsData.section[progress?.section ?? 'settings'],
        })}
      />
      <Ended work={work} names={['export']} />
      {done ? (
        <Text>
          {[
            format.plural(text.done, done.rows),
            done.hidden > 0 ? format.plural(text.hidden, done.hidden) : '',
            text.personal,
          ].join(' ')}
        </Text>
      ) : null}
    </Block>
  );
}
