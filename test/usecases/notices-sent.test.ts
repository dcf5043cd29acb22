// What becomes of messages that wait: to whom one still goes, and what is kept of it.
import { expect, test } from '@jest/globals';
import { AppError, StorageBusyError } from '../../src/domain/errors';
import { NOTICES_A_NIGHT } from '../../src/usecases/notices/send-notices';
import { DAY, PROJECT, setRules } from '../support/loop';
import { account } from '../support/small-site';
import { appPorts } from './app-ports';
import {
  counting,
  refusing,
  send,
  sent,
  states,
  TODAY,
  wait,
  waiting,
  waits,
} from './notices-world';

const DEV = account('dev');
const PO = account('po');
const GONE = 'nobody-any-more';
const NOTHING = { due: 0, agenda: 0, unread: 0, ending: 0 };
const NONE = { due: [], agenda: [] };
const hidden = { visibleTo: [PO] };

test.each([
  ['a week goes out', 7 * DAY, 'told'],
  ['longer goes to nobody any more', 7 * DAY + 1, 'nobody'],
])('a message that waited %s', async (_how, long, state) => {
  const loop = await waiting([{ to: DEV }]);
  loop.clock.set(loop.clock.now() + long);
  await send(loop);
  expect([await states(loop), sent(loop).length]).toEqual([
    [[DEV, state]],
    state === 'told' ? 1 : 0,
  ]);
});

test('what each message came to is kept, and the log says of which item Jira refused one', async () => {
  const loop = await waiting([{ to: DEV }, { to: GONE }, { to: PO }]);
  const logged: unknown[] = [];
  const { ports, calls } = counting(loop, refusing(400, PO));
  ports.log.error = (message, cause, facts) =>
    logged.push([message, (cause as AppError).code, facts]);
  const answers = [];
  for (let nightly = 0; nightly < 4; nightly += 1) {
    answers.push(await send(loop, ports), await send(loop, ports));
    loop.pass(1);
  }
  const at = loop.clock.now() - 2 * DAY;
  const failed = { at, part: 'notice', code: 'invalid_input' };
  // Tried on three nights, once in each.
  expect(answers).toEqual([null, null, null, null, failed, null, null, null]);
  expect(calls('/notify')).toBe(4);
  expect(await waits(loop)).toEqual([]);
  expect(await states(loop)).toEqual([
    [DEV, 'told'],
    [PO, 'refused'],
    [GONE, 'nobody'],
  ]);
  const of = { projectId: PROJECT, itemId: '10001' };
  expect(logged).toEqual(
    [1, 2, 3].map((tries) => ['message refused', 'invalid_input', { ...of, tries }]),
  );
});

test('who says No while a message waits does not get it', async () => {
  const loop = await waiting([{ to: DEV }, { to: PO }]);
  await loop.call('dev', 'digest.mine', { projectId: PROJECT, off: true });
  await send(loop);
  expect(sent(loop).map(([to]) => to)).toEqual([PO]);
});

test('where messages are switched off while one waits, it goes on waiting', async () => {
  const loop = await waiting([{ to: DEV }]);
  await setRules(loop, { digest: { mode: 'off', weekday: 1 } });
  await send(loop);
  expect([sent(loop), await waits(loop)]).toEqual([[], [DEV]]);
});

test.each([
  ['sees no item', { itemId: '10002', counts: { ...NOTHING, unread: 1 }, counted: NONE }],
  ['sees nothing that is counted', { counted: { due: ['10002'], agenda: ['10003'] } }],
])('nobody is told who %s', async (_what, more) => {
  const loop = await waiting([{ to: DEV, ...more }], [{}, hidden, hidden]);
  await send(loop);
  expect([sent(loop), await states(loop)]).toEqual([[], [[DEV, 'nobody']]]);
});

test('a message from before it was kept what is counted tells its counts as they are', async () => {
  const loop = await waiting([{ to: DEV, counts: { ...NOTHING, due: 3 } }]);
  const ports = appPorts(loop);
  for (const { counted: _none, ...older } of await ports.notices.waiting(PROJECT))
    await ports.notices.save(older);
  await send(loop);
  expect(loop.host.jira.outbox()[0]?.text).toContain('Results that are due from you: 3\n');
});

test.each([
  ['is busy', new StorageBusyError(null)],
  ['refuses', new AppError('internal', 'Storage said no.')],
])(
  'where storage %s as a message begins, it is not sent, and the night says so',
  async (_what, error) => {
    const loop = await waiting([{ to: DEV }, { to: GONE }]);
    const ports = appPorts(loop);
    ports.notices.save = () => Promise.reject(error);
    await expect(send(loop, ports)).rejects.toBe(error);
    expect(sent(loop)).toEqual([]);
    await send(loop);
    expect(sent(loop)).toHaveLength(1);
  },
);

test('where nothing waits Jira is asked for nothing', async () => {
  const loop = await waiting([]);
  const { ports, calls } = counting(loop);
  expect(await send(loop, ports)).toBe(null);
  expect(calls('')).toBe(0);
});

test('whom nobody could tell takes no place of a night', async () => {
  const people = Array.from({ length: NOTICES_A_NIGHT }, (_none, n) => `${GONE}-${String(n)}`);
  const loop = await waiting(people.map((to) => ({ to })));
  await send(loop);
  expect(await waits(loop)).toEqual([]);
  await wait(loop, [{ to: DEV }], TODAY);
  await send(loop);
  expect(sent(loop).map(([to]) => to)).toEqual([DEV]);
});

test('a message that Jira refused tonight has had its place in this night', async () => {
  const loop = await waiting(Array.from({ length: NOTICES_A_NIGHT + 1 }, () => ({ to: DEV })));
  const { ports, calls } = counting(loop, refusing(400));
  await send(loop, ports);
  await send(loop, ports);
  expect(calls('/notify')).toBe(NOTICES_A_NIGHT);
});
