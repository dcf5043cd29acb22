// One run: nights on which anything may fail while people work, then calm nights, then the invariants.
import { addDays } from '../../src/domain/days';
import { createWorld, type WorldOptions } from './create-world';
import { swarm, type Chaos } from './faults';
import type { Kernel } from './kernel';
import { createPeople } from './people';
import { createPlatform } from './platform';
import type { Mutation } from './process';
import { nightOf, settle } from './settle';
import { watch } from './watch';
import { FARTHEST_MARK } from './watch/dues';
import { HOUR, MINUTE, type World } from './world';

export interface Report {
  seed: number;
  violations: string[];
  hash: string;
  scans: number;
  /** Faults that calls met, by kind. */
  faults: Record<string, number>;
}

/** Counts the faults that are given out. */
function counted({ next }: Chaos, faults: Record<string, number>): Chaos {
  return {
    next(call) {
      const fault = next(call);
      if (fault) faults[fault.kind] = (faults[fault.kind] ?? 0) + 1;
      return fault;
    },
  };
}

export interface RunOptions extends Pick<WorldOptions, 'answered'> {
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
  const hours = world.size.hours[world.stormy ? 0 : 1];
  for (let hour = 0; hour < hours; hour += 1) platform.tick(due + 7 * MINUTE + hour * HOUR);
  await world.kernel.drive(due + 9 * HOUR);
}

/** Other projects of the site use most of an hour's points up. */
function spendElsewhere({ kernel, run }: World, at: number): void {
  const most = 3_900 + kernel.random.below(100);
  const spend = () =>
    run(
      { name: 'elsewhere' },
      ({ points, clock }) => points.add(clock.now(), most),
      () => undefined,
    );
  kernel.at(at, spend);
}

export async function simulate(
  seed: number,
  { mutation, chaos, answered }: RunOptions = {},
): Promise<Report> {
  const faults: Record<string, number> = {};
  const world = createWorld({
    seed,
    chaos: (kernel) => counted((chaos ?? swarm)(kernel), faults),
    ...(mutation && { mutation }),
    ...(answered && { answered }),
  });
  const { kernel, size } = world;
  const { random } = kernel;
  const watched = watch(world);
  const people = createPeople(world);
  const faulty = {
    skip: random.next() * 0.3,
    twice: random.next() * 0.3,
    late: random.next() * 0.3,
    drop: random.next() * 0.2,
    delay: random.next() * 0.2,
    foreign: random.next() * 0.05,
  };
  // What changes while a scan looks is shown late by search.
  const platform = createPlatform(world, faulty, ({ at }) => {
    if (world.stormy && random.chance(0.4)) people.actAt(at + random.below(3_000));
  });
  await settle(world);
  let day = world.firstDay;
  world.stormy = true;
  for (let nights = size.nights[0] + random.below(size.nights[1]); nights > 0; nights -= 1) {
    const due = nightOf(world, day);
    for (let acts = random.below(size.acts + 1); acts > 0; acts -= 1)
      people.actAt(
        random.chance(0.5)
          ? due + 7 * MINUTE + random.below(6 * MINUTE)
          : due - 4 * HOUR + random.below(12 * HOUR),
      );
    if (random.chance(0.15)) spendElsewhere(world, due + random.below(HOUR));
    await night(world, platform, day);
    day = addDays(day, random.pick([1, 1, 1, 2, 14]));
  }
  world.stormy = false;
  platform.calm();
  for (const project of world.site.projects.values()) project.archived = false;
  for (const [place, after] of size.tail.entries()) {
    const today = addDays(day, after);
    const before = platform.turns.length;
    await night(world, platform, today);
    for (const projectId of world.settings.keys()) {
      const turns = platform.turns
        .slice(before)
        // What the stormy night has left in the queue comes before this night begins.
        .filter((turn) => turn.projectId === projectId && turn.at >= nightOf(world, today));
      const last = watched.outcomes.get(projectId);
      if (last?.['lastDay'] !== today)
        watched.say(
          `I7: ${projectId} has no scan of ${today} (${turns.map((t) => t.ending).join()})`,
        );
      const turn = world.store.all('scan').find(({ key }) => key === projectId);
      if (turn?.value['lease'] !== '') watched.say(`I7: ${projectId} is held on after ${today}`);
      if (after > 1 && turns.length > 2)
        watched.say(`I7: ${projectId} took ${String(turns.length)} runs on ${today}`);
    }
    const rest = after - (size.tail[place - 1] ?? 0);
    const firstDay = rest === 1 ? addDays(today, -1) : today;
    if (place > 0 || rest > FARTHEST_MARK)
      watched.rested({ due: nightOf(world, firstDay), firstDay, lastDay: today });
  }
  watched.finish(people);
  const { violations } = watched;
  return { seed, violations, hash: kernel.hash(), scans: platform.turns.length, faults };
}

/** What to type to see a seed again. */
export const replayOf = (seed: number): string =>
  `SEED=${String(seed)} npx jest --selectProjects simulation --testPathPatterns swarm`;
