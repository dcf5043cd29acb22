// Holds the published numbers to what the items say, and the page's numbers to the published ones.
import type { Row } from '../jira/site';
import { isAnswered, isCounted, isFlagged, statesIn, type Settings } from '../oracle';
import type { Running } from '../process';
import { LONGEST_LAG } from '../world';
import { bodyOf, type Evidence } from './evidence';

/** I3: each number lies between what every moment and what any moment would give. */
export function published(
  { world, say, hidings, settingsIn }: Evidence,
  body: Record<string, unknown>,
  run: Running | null,
): void {
  const { kernel, site, states } = world;
  const shownLately = (id: string): boolean => hidings.has(id);
  const projectId = String(body['projectId']);
  const from = (run?.began ?? kernel.now()) - LONGEST_LAG;
  const to = kernel.now();
  const known = settingsIn(projectId, from, to);
  const counts: Record<string, (row: Row, settings: Settings) => boolean> = {
    asked: isCounted,
    own: (row, settings) => isCounted(row, settings) && isAnswered(row, settings),
    warned: (row) => !row.gone && isFlagged(row, 'warned'),
    candidates: (row) => !row.gone && isFlagged(row, 'candidate'),
  };
  for (const [name, holds] of Object.entries(counts)) {
    let [least, most] = [0, 0];
    for (const [id, list] of states) {
      const rows = statesIn(list, from, to);
      // Who becomes hidden or shown is not in the rows: such an item may count or not.
      const hidden = site.items.get(id)?.visibleTo !== null || shownLately(id);
      const says = rows.flatMap((row) =>
        known.map((one) => row.projectId === projectId && holds(row, one)),
      );
      if (says.some(Boolean)) most += 1;
      const first = list[0];
      const isNew = first !== undefined && first.at > from;
      if (says.length > 0 && says.every(Boolean) && !hidden && !isNew) least += 1;
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
