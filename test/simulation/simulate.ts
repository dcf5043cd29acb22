// One run: nights on which anything may fail while people work, then calm nights, then the invariants.
import { addDays } from '../../src/domain/days';
import { createWorld } from './create-world';
import { swarm, type Chaos } from './faults';
import type { Kernel } from './kernel';
import { createPeople } from './people';
import { createPlatform } from './platform';
import type { Mutation } from './process';
import { nightOf, settle } from './settle';
import { watch } from './watch';
import { HOUR, MINUTE, type World } from './world';

export interface Report {
  seed: number;
  violations: string[];
  hash: string;
  scans: number;
}

/** The days after the last stormy night on which the calm ones lie. */
const TAIL = [1, 2, 17, 18, 33];

export interface RunOptions {
  mutation?: Mutation;
  chaos?: (kernel: Kernel) => Chaos;
}

/** Lets one night pass, with its hourly triggers. */
export async function night(
  world: World,
  platform: ReturnType<typeof createPlatform>,
  day: string,
): Promise<void> {
  const due = nightOf(world, day);
  for (let hour = 0; hour < 5; hour += 1) platform.tick(due + 7 * MINUTE + hour * HOUR);
  await world.kernel.drive(due + 9 * HOUR);
}

export async function simulate(
  seed: number,
  { mutation, chaos }: RunOptions = {},
): Promise<Report> {
  const world = createWorld({ seed, chaos: chaos ?? swarm, ...(mutation && { mutation }) });
  const { kernel } = world;
  const { random } = kernel;
  const watched = watch(world);
  const platform = createPlatform(world, {
    skip: random.next() * 0.3,
    twice: random.next() * 0.3,
    late: random.next() * 0.3,
    drop: random.next() * 0.2,
    delay: random.next() * 0.2,
    foreign: random.next() * 0.05,
  });
  const people = createPeople(world, (id) => watched.hide(id));
  await settle(world);
  let day = world.firstDay;
  world.stormy = true;
  for (let nights = 2 + random.below(2); nights > 0; nights -= 1) {
    const due = nightOf(world, day);
    for (let acts = random.below(7); acts > 0; acts -= 1)
      people.actAt(
        random.chance(0.5)
          ? due + 7 * MINUTE + random.below(6 * MINUTE)
          : due - 4 * HOUR + random.below(12 * HOUR),
      );
    await night(world, platform, day);
    day = addDays(day, random.pick([1, 1, 1, 2, 14]));
  }
  world.stormy = false;
  platform.calm();
  for (const project of world.site.projects.values()) project.archived = false;
  let lastScan = 0;
  for (const after of TAIL) {
    const today = addDays(day, after);
    const before = platform.turns.length;
    await night(world, platform, today);
    for (const projectId of world.settings.keys()) {
      const turns = platform.turns.slice(before).filter((turn) => turn.projectId === projectId);
      const last = watched.outcomes.get(projectId);
      if (last?.['lastDay'] !== today)
        watched.say(
          `I7: ${projectId} has no scan of ${today} (${turns.map((t) => t.ending).join()})`,
        );
      if (after > 1 && turns.length > 2)
        watched.say(`I7: ${projectId} took ${String(turns.length)} runs on ${today}`);
    }
    lastScan = platform.turns.at(-1)?.at ?? lastScan;
  }
  watched.finish(people, lastScan);
  const { violations } = watched;
  return { seed, violations, hash: kernel.hash(), scans: platform.turns.length };
}

/** What to type to see a seed again. */
export const replayOf = (seed: number): string =>
  `SEED=${String(seed)} npx jest --selectProjects simulation --testPathPatterns swarm`;
