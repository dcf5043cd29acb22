// Hosts of a test process, outside the sandbox of a test file. One that is given back is the next
// one's, as good as new.
import { standingClock } from '../../../local/clock';
import { startHost, type Host } from '../../../local/host';
import { readManifest, type UiModule } from '../../../local/manifest';
import { prebuiltFunctions } from '../functions';

export interface Started {
  host: Host;
  clock: ReturnType<typeof standingClock>;
}

const idle: Started[] = [];

/** A host with an empty site at an instant (milliseconds). */
export async function takeHost(now: number): Promise<Started> {
  const used = idle.pop();
  if (used) {
    used.clock.set(now);
    await used.host.reset();
    return used;
  }
  const clock = standingClock(now);
  const host = await startHost({
    source: { kind: 'empty' },
    clock,
    lagMs: 0,
    functions: prebuiltFunctions,
    background: true,
  });
  return { clock, host };
}

/** The next `takeHost` empties it. */
export const giveBack = (started: Started): void => void idle.push(started);

let uiModules: readonly UiModule[] | undefined;
/** The modules with a page, as manifest.yml declares them. */
export const readUiModules = (): readonly UiModule[] =>
  (uiModules ??= readManifest('manifest.yml').uiModules);
