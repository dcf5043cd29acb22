// Setup where Jira or storage does not do what it should.
import { expect, test } from '@jest/globals';
import { AppError, type ErrorCode } from '../../src/domain/errors';
import type { Act, Ports } from '../../src/ports';
import { lookAtSetup, pinPanel, placeGate } from '../../src/usecases/setup';

const PLACE = { projectId: '1', workflowId: 'w1', version: 3, transitionIds: ['21'] };
const BEFORE = [{ id: '21', name: 'Start', validators: [] }];

/** Ports that work, but for the one that is named. */
function portsWhere(broken: string, error: Error = new AppError('jira_unavailable', 'away')) {
  const acts: Act[] = [];
  const logged: unknown[][] = [];
  const pinned: boolean[] = [];
  const does = async <T>(name: string, value: T): Promise<T> => {
    if (name === broken) throw error;
    return value;
  };
  const ports = {
    projects: {
      types: () =>
        does('types', [
          { id: '101', name: 'Story', level: 0 },
          { id: '103', name: 'Epic', level: 1 },
        ]),
    },
    panels: {
      isPinned: () => does('pinned?', false),
      pin: async (_id: string, on: boolean) => {
        await does('pin', null);
        pinned.push(on);
        return 'order';
      },
      finished: () => does('finished', undefined),
    },
    workflows: {
      ofProject: (_id: string, typeIds: string[]) =>
        does('workflows', [{ id: 'w1', name: typeIds.join(), transitions: [] }]),
      place: () => does('place', BEFORE),
    },
    acts: {
      append: async (act: Act) => {
        await does('append', null);
        acts.push(act);
      },
    },
    clock: { now: () => 1_000 },
    log: { info: () => undefined, error: (...entry: unknown[]) => logged.push(entry) },
  };
  return { ports: ports as unknown as Ports, acts, logged, pinned };
}
const look = (ports: Ports) => lookAtSetup(ports, '1', new Set());

const WHY: [ErrorCode, string][] = [
  ['forbidden', 'forbidden'],
  ['not_found', 'unavailable'],
  ['jira_unavailable', 'unavailable'],
  ['rate_limited', 'unavailable'],
];

test.each(WHY)('what Jira answers with %s is not known, because it is %s', async (code, why) => {
  const error = new AppError(code, 'no');
  const unknown = { known: false, why };
  expect((await look(portsWhere('pinned?', error).ports)).panel).toEqual(unknown);
  for (const call of ['types', 'workflows'])
    expect((await look(portsWhere(call, error).ports)).gate).toEqual(unknown);
});

test('one question that is not answered leaves the other one answered', async () => {
  expect(await look(portsWhere('pinned?', new Error('odd')).ports)).toMatchObject({
    panel: { known: false, why: 'unavailable' },
    // Only the standard types are asked for.
    gate: { known: true, workflows: [{ name: '101' }] },
  });
  expect(await look(portsWhere('types', new Error('odd')).ports)).toMatchObject({
    panel: { known: true, pinned: false },
    gate: { known: false, why: 'unavailable' },
  });
});

test.each(['types', 'place'])('a gate that was not placed (%s) leaves no record', async (call) => {
  const { ports, acts } = portsWhere(call);
  await expect(placeGate(ports, 'admin', PLACE)).rejects.toThrow('away');
  expect(acts).toEqual([]);
});

test('a panel that was not pinned leaves no record', async () => {
  const { ports, acts, pinned } = portsWhere('pin');
  const pin = pinPanel(ports, 'admin', { projectId: '1', pinned: true });
  await expect(pin).rejects.toThrow('away');
  expect({ acts, pinned }).toEqual({ acts: [], pinned: [] });
});

test('a panel can be pinned where Jira does not say whether it is', async () => {
  const { ports, acts, pinned } = portsWhere('pinned?');
  await pinPanel(ports, 'admin', { projectId: '1', pinned: true });
  expect(pinned).toEqual([true]);
  expect(acts).toMatchObject([{ kind: 'panel.pin', before: null, after: true }]);
});

test('an order that Jira has taken is recorded, however long it takes', async () => {
  const { ports, acts } = portsWhere('finished');
  const pin = pinPanel(ports, 'admin', { projectId: '1', pinned: true });
  await expect(pin).rejects.toThrow('away');
  expect(acts).toMatchObject([{ kind: 'panel.pin', after: true }]);
});

test('a record that storage does not take is logged without the rules of others; Jira’s change stands', async () => {
  const { ports, logged, pinned } = portsWhere('append', new Error('storage is full'));
  await placeGate(ports, 'admin', PLACE);
  await pinPanel(ports, 'admin', { projectId: '1', pinned: true });
  expect(pinned).toEqual([true]);
  expect(logged).toMatchObject([
    ['act not recorded', expect.any(Error), { kind: 'gate.place', subject: 'w1' }],
    ['act not recorded', expect.any(Error), { kind: 'panel.pin' }],
  ]);
  expect(JSON.stringify(logged)).not.toContain('validators');
});
