// Work that the app does by itself, a little with every call: showing everything again, erasing.
import type { DataJob } from '../../../../../src/contract/data-procedures';
import { patiently, WAIT_MS, type Means, type Watcher } from './means';

interface Steps {
  projectId: string;
  name: 'data.rebuild' | 'data.erase';
}

/** Begins the work: where the answer to one attempt is lost, the next one looks whether it has begun. */
async function beginner(means: Means, watcher: Watcher, { projectId, name }: Steps) {
  const look = () => means.call('data.open', { projectId });
  const { job: before } = await patiently(means, watcher, look);
  let isSent = false;
  return async (): Promise<{ job: DataJob }> => {
    const job = isSent ? (await look()).job : null;
    isSent = true;
    const isBegun = job !== null && name === `data.${job.kind}` && job.at !== before?.at;
    return isBegun ? { job } : means.call(name, { projectId, begin: true });
  };
}

/**
 * Calls until the work is done.
 * @param begin whether it begins anew, or goes on where it was
 * @throws {StoppedError} {CallError}; what is done stays
 */
export async function runSteps(
  means: Means,
  watcher: Watcher,
  { projectId, name, begin }: Steps & { begin: boolean },
  onProgress: (job: DataJob) => void,
): Promise<DataJob> {
  const beginOnce = begin ? await beginner(means, watcher, { projectId, name }) : null;
  for (let first = beginOnce; ; first = null) {
    const { job } = await patiently(
      means,
      watcher,
      first ?? (() => means.call(name, { projectId, begin: false })),
    );
    onProgress(job);
    if (job.state === 'done') return job;
    if (job.waits) await means.sleep(WAIT_MS);
  }
}
