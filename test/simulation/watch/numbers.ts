// Holds the published numbers to what the items say, and the page's numbers to the published ones.
import type { Row } from '../jira/site';
import { isAnswered, isCounted, isFlagged, statesIn, type Settings } from '../oracle';
import type { Running } from '../process';
import { HOUR, LONGEST_LAG } from '../world';
import { bodyOf, type Evidence } from './evidence';

/** Answered parents are listed anew after a week at the latest. */
const PARENTS_KEPT = 8 * 24 * HOUR;

interface Bounds {
  least: boolean;
  most: boolean;
}

/** Whether a parent's answer spoke for its children, at every moment and at any. */
function parentSpeaks(
  { world: { site, states }, settingsIn }: Evidence,
  parentId: string,
  { from, to }: { from: number; to: number },
): Bounds {
  const list = states.get(parentId) ?? [];
  const known = settingsIn(site.items.get(parentId)?.projectId ?? '', from, to);
  const says = statesIn(list, from, to).flatMap((row) =>
    known.map((one) => !row.gone && !row.hidden && isAnswered(row, one)),
  );
  const wasThere = (list[0]?.at ?? Infinity) <= from;
  return { least: wasThere && says.every(Boolean), most: says.some(Boolean) };
}

/** I3: each number lies between what every moment and what any moment would give. */
export function published(
  evidence: Evidence,
  body: Record<string, unknown>,
  run: Running | null,
): void {
  const { world, say, settingsIn } = evidence;
  const { kernel, states } = world;
  const projectId = String(body['projectId']);
  const to = kernel.now();
  const from = (run?.began ?? to) - LONGEST_LAG;
  const known = settingsIn(projectId, from, to);
  const parents = new Map<string, Bounds>();
  const parentOf = (id: string): Bounds => {
    const bounds = parents.get(id) ?? parentSpeaks(evidence, id, { from: from - PARENTS_KEPT, to });
    parents.set(id, bounds);
    return bounds;
  };
  const counts: Record<string, (row: Row, settings: Settings, of: keyof Bounds) => boolean> = {
    asked: isCounted,
    own: (row, settings) => isCounted(row, settings) && isAnswered(row, settings),
    parent: (row, settings, of) =>
      row.parentId !== null &&
      isCounted(row, settings) &&
      !isAnswered(row, settings) &&
      parentOf(row.parentId)[of],
    warned: (row) => isFlagged(row, 'warned'),
    candidates: (row) => isFlagged(row, 'candidate'),
  };
  for (const [name, holds] of Object.entries(counts)) {
    let [least, most] = [0, 0];
    for (const list of states.values()) {
      if (list[0]?.row.projectId !== projectId) continue;
      const rows = statesIn(list, from, to);
      const says = (of: keyof Bounds) =>
        rows.flatMap((row) => known.map((one) => !row.gone && !row.hidden && holds(row, one, of)));
      if (says('most').some(Boolean)) most += 1;
      if (list[0].at <= from && says('least').every(Boolean)) least += 1;
    }
    const number = Number(body[name]);
    if (number < least || number > most)
      say(`I3: ${name} is ${String(number)}, not ${String(least)} to ${String(most)}`);
  }
}

/** I4: what the page says of the last scan is what its snapshot says. */
export function compareOutcomes({ world, say, outcomes }: Evidence): void {
  for (const [projectId, last] of outcomes) {
    const key = `${projectId}:${String(last['lastDay'])}`;
    const snapshot = world.store.all('snapshot').find((one) => one.key === key);
    if (!snapshot) say(`I4: no snapshot of ${key}`);
    else
      for (const name of ['warned', 'candidates'])
        if (bodyOf(snapshot.value)[name] !== last[name]) say(`I4: ${name} of ${key} differs`);
  }
}
