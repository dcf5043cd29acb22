// Holds the team's pace to the stays of the items that search showed as finished.
import { addDays } from '../../../src/domain/days';
import { isStandard } from '../oracle';
import type { Running } from '../process';
import { HOUR } from '../world';
import type { Evidence } from './evidence';
import { shownIn, type Shown } from './shown';

interface Pace {
  day: string;
  of: number;
  half: number;
  most: number;
}

const PARTS = ['of', 'half', 'most'] as const;
/** Fewer stays say nothing. */
const FEWEST = 20;
/** A sample is taken anew after so many days. */
const KEPT_DAYS = 7;

/** The first number that so great a share of all do not exceed. */
const reachedBy = (sorted: readonly number[], share: number): number =>
  sorted.find((one) => sorted.filter((other) => other <= one).length >= share * sorted.length) ?? 0;

export function watchPace({ world, say }: Evidence) {
  const { kernel, site } = world;
  const known = new Map<string, Pace | null>();

  function paceAt(projectId: string, shown: readonly Shown[], moment: number): Omit<Pace, 'day'> {
    const work = site.projects
      .get(projectId)
      ?.statuses.flatMap(({ id, category }) => (category === 'indeterminate' ? [id] : []));
    const days = shown
      // What is deleted has no history any more, while search may still show it.
      .filter(({ row, now }) => isStandard(row) && row.category === 'done' && !now.gone)
      .flatMap(({ row, now }) => {
        const begun = site.items
          .get(row.id)
          ?.history.find(({ at, to }) => at <= moment && work?.includes(to));
        const took = begun && now.categoryChanged - begun.at;
        return took === undefined || took < 0 ? [] : [Math.floor(took / (24 * HOUR))];
      })
      .sort((a, b) => a - b);
    if (days.length < FEWEST) return { of: 0, half: 0, most: 0 };
    return { of: days.length, half: reachedBy(days, 0.5), most: reachedBy(days, 0.85) };
  }

  return {
    /** I3: a sample is asked for by several questions, so that it may lie between two moments. */
    kept(projectId: string, body: Record<string, unknown>, run: Running | null): void {
      const pace = (body['pace'] ?? null) as Pace | null;
      const before = known.get(projectId);
      known.set(projectId, pace);
      if (!pace || before?.day === pace.day) return;
      const to = kernel.now();
      const paces = shownIn(world, projectId, run?.began ?? to, to).map(({ shown, moment }) =>
        paceAt(projectId, shown, moment),
      );
      for (const part of PARTS) {
        const values = paces.map((one) => one[part]);
        const [least, most] = [Math.min(...values), Math.max(...values)];
        if (pace[part] < least || pace[part] > most)
          say(
            `I3: the pace’s ${part} is ${String(pace[part])}, not ${String(least)} to ${String(most)}`,
          );
      }
    },
    /** I5: after a calm night it is younger than a week. */
    compare(today: string): void {
      for (const projectId of world.settings.keys()) {
        const { day = 'never' } = known.get(projectId) ?? {};
        if (day === 'never' || day <= addDays(today, -KEPT_DAYS))
          say(`I5: the pace of ${projectId} is of ${day} on ${today}`);
      }
    },
  };
}
