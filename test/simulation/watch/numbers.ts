// Holds the published numbers to what search showed, and the page's numbers to the published ones.
import type { Row } from '../jira/site';
import { isAnswered, isCounted, isFlagged, statesIn, type Settings } from '../oracle';
import type { Running } from '../process';
import { PARENTS_KEPT } from './dues';
import { bodyOf, type Evidence } from './evidence';
import { shownIn } from './shown';

/** Numbers that are one question to Jira each. */
const COUNTS: Record<string, (row: Row, settings: Settings) => boolean> = {
  asked: isCounted,
  own: (row, settings) => isCounted(row, settings) && isAnswered(row, settings),
  warned: (row) => isFlagged(row, 'warned'),
  candidates: (row) => isFlagged(row, 'candidate'),
};

interface Range {
  least: number;
  most: number;
}

/** Whether a parent's answer spoke for its children, at every moment and at any. */
function parentSpeaks(
  { world: { states } }: Evidence,
  parentId: string,
  settings: Settings,
  { from, to }: { from: number; to: number },
): { always: boolean; ever: boolean } {
  const list = states.get(parentId) ?? [];
  const says = statesIn(list, from, to).map(
    (row) => !row.gone && !row.hidden && isAnswered(row, settings),
  );
  const wasThere = (list[0]?.at ?? Infinity) <= from;
  return { always: wasThere && says.every(Boolean), ever: says.some(Boolean) };
}

/**
 * Children that are answered by their parents, by what search showed of them: a range, because what the
 * app knows of the parents may be up to a week old, and because they are counted in groups.
 */
function answeredByParents(
  evidence: Evidence,
  rows: readonly Row[],
  settings: Settings,
  span: { from: number; to: number },
): Range {
  const range = { least: 0, most: 0 };
  for (const row of rows) {
    if (row.parentId === null || !isCounted(row, settings) || isAnswered(row, settings)) continue;
    const { always, ever } = parentSpeaks(evidence, row.parentId, settings, span);
    if (always) range.least += 1;
    if (ever) range.most += 1;
  }
  return range;
}

/**
 * I3: by the settings of one moment of the run, each number is what search showed at one of its moments.
 * Each is counted by a question of its own, so that they may be those of different moments.
 */
export function published(
  evidence: Evidence,
  body: Record<string, unknown>,
  run: Running | null,
): void {
  const { world, say, settingsIn } = evidence;
  const projectId = String(body['projectId']);
  const to = world.kernel.now();
  const from = run?.began ?? to;
  const moments = shownIn(world, projectId, from, to).map(({ shown }) =>
    shown.map(({ row }) => row),
  );

  const wrongBy = (settings: Settings): string[] => {
    const wrong: string[] = [];
    for (const [name, holds] of Object.entries(COUNTS)) {
      const counts = moments.map((rows) => rows.filter((row) => holds(row, settings)).length);
      if (!counts.includes(Number(body[name])))
        wrong.push(`${name} is ${String(body[name])}, not ${[...new Set(counts)].join(' or ')}`);
    }
    const parent = Number(body['parent']);
    const span = { from: from - PARENTS_KEPT, to };
    const ranges = moments.map((rows) => answeredByParents(evidence, rows, settings, span));
    if (!ranges.some(({ least, most }) => parent >= least && parent <= most))
      wrong.push(
        `parent is ${String(parent)}, not ${ranges.map(({ least, most }) => `${String(least)} to ${String(most)}`).join(' or ')}`,
      );
    return wrong;
  };
  const wrong = settingsIn(projectId, from, to).map(wrongBy);
  if (wrong.every(({ length }) => length > 0)) for (const one of wrong[0] ?? []) say(`I3: ${one}`);
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
