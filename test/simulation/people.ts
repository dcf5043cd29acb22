// What people do while the app works: they edit, answer, move, delete and hide items, change rules,
// decide about candidates and take decisions back.
import { listActs } from './people/acts';
import { createDeciders } from './people/decisions';
import { createMeans } from './people/means';
import type { World } from './world';

export function createPeople(world: World) {
  const { kernel } = world;
  const { random } = kernel;
  const means = createMeans(world);
  const deciders = createDeciders(world);
  const { acknowledged, unrecorded, lies, decideAs } = deciders;
  const acts = listActs(world, means, deciders);
  const tickets = acts.flatMap(([weight, act]) => Array.from({ length: weight }, () => act));

  return {
    acknowledged,
    unrecorded,
    lies,
    /** Somebody does something at a moment. */
    actAt(moment: number): void {
      const act = random.pick(tickets);
      kernel.at(moment, act);
    },
    /** Decides about an item at a moment, for tests that name what happens. */
    decideAt(moment: number, by: string, itemId: string): void {
      kernel.at(moment, () => decideAs(by, itemId));
    },
  };
}

export type People = ReturnType<typeof createPeople>;
