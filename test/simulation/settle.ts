// Brings a new world to its first night: when that is, and what is stored before it.
import { startOfDay } from '../../src/domain/days';
import { HOUR, MINUTE, SILENT, type World } from './world';

/** The first instant at which a night's scan is due. */
export const nightOf = (world: World, day: string): number =>
  startOfDay(day, world.zone) + 2 * HOUR;

/** Stores the settings and the place in the round that the world begins with. */
export async function settle(world: World): Promise<void> {
  const endings: string[] = [];
  for (const [projectId, [first]] of world.settings) {
    if (!first) continue;
    const { goals, rules } = first;
    world.run(
      { name: 'settle' },
      async ({ settings, scans, personal, clock }) => {
        const at = clock.now();
        await personal.saveDigestOff(SILENT, projectId, true, at);
        await scans.plan(projectId, true, at, () => nightOf(world, world.firstDay));
        const act = { projectId, subject: 'rules', kind: 'rules.save', by: 'dan', at } as const;
        await settings.save(
          { projectId, rev: 0, goals, agreements: [], rules },
          { ...act, before: null, after: null },
        );
      },
      ({ kind }) => endings.push(kind),
    );
  }
  await world.kernel.drive(world.kernel.now() + MINUTE);
  if (endings.some((kind) => kind !== 'done')) throw new Error(`not settled: ${endings.join()}`);
}
