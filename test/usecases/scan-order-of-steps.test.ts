// Flags rest on what items show, so what storage knows is shown first.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { KeptDecision } from '../../src/ports';
import { NOTHING_KEPT } from '../../src/usecases/keep-decision';
import { scanProject } from '../../src/usecases/scan/scan-project';
import { DAY, issue, NOW, PROJECT, setRules, startLoop, STATUS, type Loop } from '../support/loop';
import { appPorts } from './app-ports';

const ORDER = { projectId: PROJECT, force: true };
const old = { created: NOW - 400 * DAY, updated: NOW - 10 * DAY };

let loop: Loop;
beforeEach(async () => {
  loop = await startLoop([issue(1, old), issue(2, old)]);
  await setRules(loop, { scan: true });
}, 60_000);
afterEach(() => loop.close());

async function park(number: number, written: boolean): Promise<void> {
  const now: KeptDecision['now'] = {
    ...{ kind: 'park', until: '2027-01-01', reason: 'x', by: 'dev', at: NOW, forum: '' },
    ...{ flag: null, wasIn: STATUS.todo },
  };
  const kept = { ...NOTHING_KEPT, rev: 1, now, written };
  await appPorts(loop).decisions.save(String(10_000 + number), PROJECT, kept, 0, null);
}

test('a parked item that does not show it, or shows it no more, is shown as parked before anything is warned', async () => {
  await park(1, false);
  await park(2, true);
  await scanProject(appPorts(loop), ORDER);
  for (const number of [1, 2]) {
    expect(await loop.property(number, 'ladder-decision')).toMatchObject({ decision: 'parked' });
    expect(await loop.property(number, 'ladder-flag')).toBeUndefined();
  }
  const [snapshot] = await appPorts(loop).snapshots.ofProject(PROJECT);
  expect(snapshot).toMatchObject({ warned: 0 });
});
