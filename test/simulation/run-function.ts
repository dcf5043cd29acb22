// Runs one function of the app, as the platform does.
import type { Ports } from '../../src/ports';
import { outsideOf } from './outside';
import type { Ending, Running, Surroundings, Way } from './process';
import { portsOf } from './process-ports';

/** Runs a function of the app until it ends, or until the platform ends it. */
export function runFunction(
  world: Surroundings,
  {
    name,
    account,
    lifeMs,
    skew,
  }: { name: string; account: string | null; lifeMs: number; skew: number },
  work: (ports: Ports, way: Way) => Promise<unknown>,
  ended: (ending: Ending) => void,
): Running {
  const { kernel } = world;
  const run: Running = {
    number: world.number(),
    name,
    account,
    alive: true,
    skew,
    began: kernel.now(),
  };
  const finish = (ending: Ending): void => {
    if (!run.alive) return;
    run.alive = false;
    kernel.note(`${name} ${ending.kind}`);
    ended(ending);
  };
  kernel.at(kernel.now() + lifeMs, () => finish({ kind: 'killed' }));
  const die = (): void => finish({ kind: 'killed' });
  const outside = outsideOf(world, run, die);
  const way: Way = { run, transport: outside.rawTransport, wait: outside.wait };
  work(portsOf(world, run, outside), way).then(
    (value) => finish({ kind: 'done', value }),
    (error: unknown) => finish({ kind: 'threw', error }),
  );
  return run;
}
