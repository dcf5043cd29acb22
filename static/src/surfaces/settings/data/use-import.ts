// Taking a file in, from choosing it to its end: read, looked at, taken.
import { useState } from 'react';
import {
  readDataFile,
  type DataFile,
  type FileRefusal,
} from '../../../../../src/contract/data-file';
import type { BlockProps } from './data-section';
import { checkFile, takeFile, type FileOutcome } from './import-run';
import { runSteps } from './step-run';

type Chosen =
  | { kind: 'none' }
  | { kind: 'unreadable' }
  | { kind: 'refused'; refusal: FileRefusal }
  | { kind: 'file'; file: DataFile };

export interface ImportState {
  chosen: Chosen;
  /** What taking the file in would do; null while that is not known. */
  checked: FileOutcome | null;
  /** What it did. */
  taken: FileOutcome | null;
  progress: { done: number; of: number };
  /** Rows of this very file that are in already. */
  before: number;
  choose: (chosen: File | null) => Promise<void>;
  take: (replace: boolean) => Promise<void>;
}

export function useImport({ page, means, work, job, setJob }: BlockProps): ImportState {
  const { projectId } = page.open;
  const [chosen, setChosen] = useState<Chosen>({ kind: 'none' });
  const [checked, setChecked] = useState<FileOutcome | null>(null);
  const [taken, setTaken] = useState<FileOutcome | null>(null);
  const [progress, setProgress] = useState({ done: 0, of: 0 });
  const onProgress = (done: number, of: number) => setProgress({ done, of });
  const isHalf = job?.kind === 'import' && job.state === 'open';
  const before = chosen.kind === 'file' && isHalf && job.file === chosen.file.id ? job.done : 0;

  async function choose(picked: File | null): Promise<void> {
    setChecked(null);
    setTaken(null);
    if (!picked) return setChosen({ kind: 'none' });
    const content = await picked.text().catch(() => null);
    if (content === null) return setChosen({ kind: 'unreadable' });
    const read = readDataFile(content);
    if (!read.ok) return setChosen({ kind: 'refused', refusal: read.refusal });
    const { file } = read;
    setChosen({ kind: 'file', file });
    if (file.header.projectId !== projectId) return;
    await work.run('check', async (watcher) => {
      setChecked(await checkFile(means, watcher, projectId, file, onProgress));
    });
  }

  async function take(replace: boolean): Promise<void> {
    if (chosen.kind !== 'file') return;
    const { file } = chosen;
    await work.run('import', async (watcher) => {
      // How far it is may have become known since, in another window too.
      const { job: now } = await means.call('data.open', { projectId });
      const isThis = now?.kind === 'import' && now.state === 'open' && now.file === file.id;
      const done = isThis ? now.done : 0;
      const outcome = await takeFile(
        means,
        watcher,
        { projectId, file, replace, done },
        onProgress,
      ).catch(async (error: unknown) => {
        const known = await means.call('data.open', { projectId }).catch(() => null);
        if (known?.job) setJob(known.job);
        throw error;
      });
      setJob(outcome.job);
      const name = 'data.rebuild';
      await runSteps(means, watcher, { projectId, name, begin: false }, setJob);
      // Rows of an earlier attempt count as well; the app has counted them all.
      setTaken({ ...outcome, tally: outcome.job.tally });
      setChecked(null);
      page.take(await means.call('settings.open', { projectId }));
    });
  }

  return { chosen, checked, taken, progress, before, choose, take };
}
