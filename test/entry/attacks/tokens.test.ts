// A token and names that a page sends along with calls that are taken: each procedure runs to its end, on
// an item of its own that is fit for it, and what stands in answer, log, storage and Jira is looked at
// right after it, before another call could write over it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ProcedureName } from '../../../src/contract/procedures';
import { everythingIn, keptIn, logOf } from '../../support/everything';
import { issue, PROJECT, startLoop, STATUS } from '../../support/loop';
import { ALLOWED } from '../allowed';
import { callRaw, isOffered, MODULES, NAMES } from '../calls';
import { addGoals, idOf, payloadNow, prepare } from '../payloads';
import type { Target } from './attack';
import type { Fields } from './table';

const TOKEN = 'canary-token';
const SECRETS = {
  ...{ token: TOKEN, authorization: TOKEN, contextToken: TOKEN },
  ...{ accountId: TOKEN, by: TOKEN, owner: TOKEN },
};

/** What writes nothing. Of all others it is asked that they wrote, so that there was something to look at. */
const READING: readonly ProcedureName[] = [
  ...(['item.open', 'project.open', 'settings.open', 'data.open', 'decisionDraft.open'] as const),
  ...(['passes.read', 'results.read', 'signatures.read', 'data.read', 'data.check'] as const),
  ...(['results.unwritten', 'decisions.list', 'goals.list', 'acts.list', 'data.count'] as const),
  ...(['settings.history', 'setup.look'] as const),
];
/** What is said of finished items only. */
const OF_FINISHED = /^(results?|sort)\./;

/** What erases comes last: nothing that was kept is left after it. */
const ORDER = [...NAMES].sort((a, b) => Number(a === 'data.erase') - Number(b === 'data.erase'));

let target: Target;
beforeAll(async () => {
  const finished = { statusId: STATUS.done, resolutionId: '1' };
  const loop = await startLoop(
    ORDER.map((name, at) => issue(at + 1, OF_FINISHED.test(name) ? finished : {})),
  );
  target = { loop, goals: await addGoals(loop) };
  // Ordered scans write in the background; here only the call that is looked at may write.
  loop.host.forge.pump.stop();
}, 60_000);
afterAll(() => {
  target.loop.host.forge.pump.start();
  return target.loop.close();
});

/** Leaves something to discard, to show again, to take over, so that each procedure has what it writes. */
async function withWork(name: ProcedureName, itemId: string, right: Fields): Promise<Fields> {
  const { loop, goals } = target;
  if (name === 'draft.discard')
    await loop.call('dev', 'draft.save', { itemId, seen: null, texts: { by: 'half' }, over: null });
  if (name === 'results.repair') {
    const { site } = loop.host.jira;
    await prepare(loop, 'result.give', itemId, goals);
    site.setStatusProperties(PROJECT, STATUS.done, { 'jira.issue.editable': 'false' });
    await loop.call('dev', 'result.give', { itemId, result: 'moved', rev: 0 });
    site.setStatusProperties(PROJECT, STATUS.done, {});
  }
  if (name === 'data.adopt')
    return { ...right, rules: { ...(right['rules'] as object), exemptLabels: ['adopted'] } };
  if (name === 'gate.place') {
    const { gate } = await loop.call('admin', 'setup.look', { projectId: PROJECT });
    const transitions = gate.known ? gate.workflows[0]?.transitions : undefined;
    return { ...right, transitionIds: transitions?.map(({ id }) => id) };
  }
  return name === 'panel.pin' ? { ...right, pinned: false } : right;
}

test.each(ORDER)('%s answers, logs and keeps nothing of what was sent along', async (name) => {
  const { loop, goals } = target;
  const itemId = idOf(ORDER.indexOf(name) + 1);
  const named = await prepare(loop, name, itemId, goals);
  const subject = { itemId, projectId: PROJECT, ...named };
  const right = await withWork(name, itemId, (await payloadNow(loop, goals, name))(subject));
  const module = MODULES.find((one) => isOffered(name, one));
  // dev, because some of these name dev; else whoever may.
  const as = ALLOWED[name].includes('dev') ? 'dev' : ALLOWED[name][0];
  if (!module || !as) throw new Error(name);
  const before = keptIn(loop);
  const call = { as, module, procedure: name, payload: { ...right, ...SECRETS }, context: SECRETS };
  const answer = await callRaw(loop, call);
  const wrote = keptIn(loop) !== before;
  expect({ answer, wrote }).toMatchObject({ answer: { ok: true }, wrote: !READING.includes(name) });
  expect(JSON.stringify(answer)).not.toContain(TOKEN);
  expect(logOf(loop)).not.toContain(TOKEN);
  expect(everythingIn(loop)).not.toContain(TOKEN);
});
