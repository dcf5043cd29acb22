// The data of a project: what is kept where, and the four things that can be done with all of it.
import { useEffect, useState } from 'react';
import type { DataJob } from '../../../../../src/contract/data-procedures';
import { SMALL } from '../../../components/field';
import { settingsData as text } from '../../../messages/settings-data';
import type { SettingsPageState } from '../page';
import { SectionFrame } from '../section-frame';
import { EraseBlock } from './erase-block';
import { ExportBlock } from './export-block';
import { ImportBlock } from './import-block';
import { realMeans, type Means } from './means';
import { RebuildBlock } from './rebuild-block';
import { StoredTable } from './stored-table';
import { useWork, type Work } from './use-work';

export interface BlockProps {
  page: SettingsPageState;
  means: Means;
  work: Work;
  /** What is under way, or was done last; null while that is not known, and before the first. */
  job: DataJob | null;
  setJob: (job: DataJob) => void;
}

interface DataSectionProps {
  page: SettingsPageState;
  means?: Means;
}

export function DataSection({ page, means = realMeans }: DataSectionProps) {
  const { projectId } = page.open;
  const work = useWork();
  const [job, setJob] = useState<DataJob | null>(null);
  useEffect(() => {
    let current = true;
    means.call('data.open', { projectId }).then(
      ({ job: found }) => current && setJob((now) => now ?? found),
      // Without it the page only cannot say what is half done; doing it again does no harm.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [means, projectId]);
  const block = { page, means, work, job, setJob };
  return (
    <SectionFrame id="data" title={text.title} text={text.text}>
      <StoredTable means={means} projectId={projectId} />
      <ExportBlock {...block} />
      <ImportBlock {...block} />
      <RebuildBlock {...block} />
      <EraseBlock {...block} />
      {work.running === null ? null : <span style={SMALL}>{text.busy}</span>}
    </SectionFrame>
  );
}
