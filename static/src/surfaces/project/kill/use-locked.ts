// Which of some items the viewer may neither edit nor transition, so that nothing they decide about
// them can be applied.
import { useEffect, useRef, useState } from 'react';
import type { JiraCall } from '../gather/jira-call';
import { readMayGive } from '../results/kept';
import type { Where } from '../use-numbers';

export async function readLocked(
  jira: JiraCall,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  // Where rights can't be asked everybody gets the choices: applying is checked.
  const may = await readMayGive(jira, ids).catch(() => new Set(ids));
  return new Set(ids.filter((id) => !may.has(id)));
}

/** Those of these items, each asked about once; none while it is not known. */
export function useLocked({ openCalls }: Where, ids: readonly string[]): ReadonlySet<string> {
  const [locked, setLocked] = useState<ReadonlySet<string>>(new Set());
  const asked = useRef(new Set<string>());
  const wanted = ids.join(',');
  useEffect(() => {
    const fresh = wanted.split(',').filter((id) => id !== '' && !asked.current.has(id));
    if (fresh.length === 0) return;
    const calls = openCalls();
    let alive = true;
    void readLocked(calls.jira, fresh).then((found) => {
      if (!alive) return;
      for (const id of fresh) asked.current.add(id);
      setLocked((before) => new Set([...before, ...found]));
    });
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, wanted]);
  return locked;
}
