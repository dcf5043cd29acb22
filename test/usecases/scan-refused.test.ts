// A scan to which Jira refuses single writes that waiting does not bring: the rest of the night goes on.
import { expect, test } from '@jest/globals';
import type { JiraCall, JiraReply } from '../../src/adapters/jira/transport';
import { scanProject } from '../../src/usecases/scan/scan-project';
import { PROJECT } from '../support/loop';
import { appPorts } from './app-ports';
import { ORDER, picture, undisturbed, world } from './scan-world';

const forbidden: JiraReply = { status: 403, header: () => null, text: async () => '{}' };
const refusing = (method: string, part: string) => (call: JiraCall) =>
  call.method === method && call.path.includes(part) ? forbidden : null;

test('a kill that only an item claims, and that may not be taken away, holds up nothing else', async () => {
  const meant = await undisturbed();
  const loop = await world();
  const ports = appPorts(loop, refusing('DELETE', '/issue/10006/properties/ladder-decision'));
  expect(await scanProject(ports, ORDER)).toBe(0);
  const { snapshots, next } = await picture(loop);
  expect([snapshots, next]).toEqual([meant.snapshots, meant.next]);
  expect((await ports.scans.read(PROJECT))?.last?.lastDay).toBe('2026-06-11');
  expect(await loop.property(6, 'ladder-decision')).toEqual({ v: 1, decision: 'killed' });
}, 30_000);
