// A scan that does not run through: it is stopped or overtaken. What it did stays done, and in the end
// all is as after a scan that nobody disturbed.
import { expect, test } from '@jest/globals';
import { SCAN_STEPS } from '../../src/domain/schedule';
import { scanProject } from '../../src/usecases/scan/scan-project';
import { PROJECT } from '../support/loop';
import { appPorts, limited } from './app-ports';
import {
  advancing,
  atStep,
  codeOf,
  MINUTE,
  ORDER,
  picture,
  undisturbed,
  world,
} from './scan-world';

test.each(['before', 'after'])(
  'stopped in every one of its steps, %s it is noted, it ends like one that was not',
  async (when) => {
    const meant = await undisturbed();
    const loop = await world();
    let stops = 0;
    let died = false;
    for (let run = 0; run < 2 * SCAN_STEPS.length; run += 1) {
      const ports = appPorts(loop);
      let noted = 0;
      const dying = advancing(ports, async (projectId, holder, change) => {
        // The first note is of the beginning; the process ends at the one after it.
        noted += 1;
        const dies = noted === (when === 'after' ? 2 : 3) || (when === 'before' && stops === 0);
        if (!dies || when === 'after') await ports.scans.advance(projectId, holder, change);
        if (dies) throw new Error('the process ended');
      });
      died = (await codeOf(scanProject(dying, ORDER))) === 'stopped';
      if (!died) break;
      stops += 1;
      // Nobody gave the lease back.
      loop.clock.set(loop.clock.now() + 17 * MINUTE);
    }
    expect([died, stops]).toEqual([false, SCAN_STEPS.length]);
    expect(await picture(loop)).toEqual(meant);
  },
  60_000,
);

test('who has lost the turn publishes nothing, and two of them end like one', async () => {
  const meant = await undisturbed();
  const loop = await world();
  const ports = appPorts(loop);
  const first = atStep(ports, SCAN_STEPS.length + 1, async () => {
    loop.clock.set(loop.clock.now() + 17 * MINUTE);
    expect(await scanProject(appPorts(loop), ORDER)).toBe(0);
  });
  expect(await codeOf(scanProject(first, ORDER))).toBe('conflict');
  expect(await picture(loop)).toEqual(meant);
  // A duplicate or late order finds nothing to do.
  expect(
    await scanProject(
      appPorts(loop, () => limited(null)),
      ORDER,
    ),
  ).toBe(0);
}, 30_000);

test('beside a run that is under way a second one does nothing', async () => {
  const loop = await world();
  const ports = appPorts(loop);
  const first = atStep(ports, 3, async () => {
    const second = appPorts(loop, () => {
      throw new Error('it asked Jira');
    });
    expect(await scanProject(second, ORDER)).toBe(0);
  });
  expect(await scanProject(first, ORDER)).toBe(0);
  expect((await ports.snapshots.ofProject(PROJECT)).length).toBe(1);
}, 30_000);
