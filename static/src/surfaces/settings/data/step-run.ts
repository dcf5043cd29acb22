// Work that the app does by itself, a little with every call: showing everything again, erasing.
import type { DataJob } from '../../../../../src/contract/data-procedures';
import { patiently, type Means, type Watcher } from './means';

/** Between two calls while Jira works, in milliseconds. */
const WAIT_MS = 1_000;

/**
 * Calls until the work is done.
 * @param begin whether it begins anew, or goes on where it was
 * @throws {StoppedError} {CallError}; what is done stays
 */
export async function runSteps(
  means: Means,
  watcher: Watcher,
  {
    projectId,
    name,
    begin,
  }: { projectId: string; name: 'data.rebuild' | 'data.erase'; begin: boolean },
  onProgress: (job: DataJob) => void,
): Promise<DataJob> {
  for (let first = begin; ; first = false) {
    const { job } = await patiently(means, watcher, () =>
      means.call(name, { projectId, begin: first }),
    );
    onProgress(job);
    if (job.state === 'done') return job;
    if (job.waits) await means.sleep(WAIT_MS);
  }
}
