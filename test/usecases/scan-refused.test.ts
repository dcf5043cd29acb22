// A scan to which Jira refuses single writes that waiting does not bring: the rest of the night goes on.
import { expect, test } from '@jest/globals';
import type { JiraCall, JiraReply } from '../../src/adapters/jira/transport';
import { scanProject } from '../../src/usecases/scan/scan-project';
import { PROJECT, setRules } from '../support/loop';
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

const seen = async (loop: Awaited<ReturnType<typeof world>>) =>
  (await loop.call('viewer', 'project.open', { projectId: PROJECT })).scan;
const TOMORROW = Date.parse('2026-06-12T02:00:00Z');

test('a gate that may not be written is told on the page, and the night is done but for it', async () => {
  const meant = await undisturbed();
  const loop = await world();
  const ports = appPorts(loop, refusing('PUT', 'ladder-gate'));
  await loop.rest('admin', 'DELETE', `/project/${PROJECT}/properties/ladder-gate`);
  expect(await scanProject(ports, ORDER)).toBe(0);
  const { gate: _gate, ...now } = await picture(loop);
  const { gate: _meantGate, ...rest } = meant;
  expect(now).toEqual(rest);
  expect((await seen(loop)).failed).toMatchObject({ part: 'gate', code: 'forbidden' });

  loop.pass(1);
  expect(await scanProject(appPorts(loop), ORDER)).toBe(0);
  expect((await seen(loop)).failed).toBeNull();
}, 30_000);

test('where the scan is off, a refused gate holds up no decision whose day has come', async () => {
  const loop = await world();
  await setRules(loop, { scan: false });
  await loop.rest('admin', 'DELETE', `/project/${PROJECT}/properties/ladder-gate`);
  const ports = appPorts(loop, refusing('PUT', 'ladder-gate'));
  expect(await scanProject(ports, { ...ORDER, force: true })).toBe(0);
  expect((await ports.decisions.read('10005'))?.now).toBeNull();
  expect((await seen(loop)).failed).toMatchObject({ part: 'gate', code: 'forbidden' });
}, 30_000);

test('a refusal that ends the night is told on the page until a night comes to its end', async () => {
  const loop = await world();
  const ports = appPorts(loop, refusing('POST', 'approximate-count'));
  await expect(scanProject(ports, ORDER)).rejects.toMatchObject({ code: 'forbidden' });
  const scan = await seen(loop);
  expect(scan).toMatchObject({ lastAt: null, running: null, nextAt: TOMORROW });
  expect(scan.failed).toMatchObject({ part: 'scan', code: 'forbidden' });

  loop.clock.set(TOMORROW);
  expect(await scanProject(appPorts(loop), ORDER)).toBe(0);
  expect((await seen(loop)).failed).toBeNull();
}, 30_000);
