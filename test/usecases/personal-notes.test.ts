// What one person keeps in a project for themselves: signals that they dismissed, rules for sorting.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { DISMISSED_SIGNALS_LIMIT } from '../../src/contract/limits';
import type { Payload } from '../../src/contract/procedures';
import { dismissSignal } from '../../src/usecases/personal-notes';
import { PROJECT, startLoop, type Loop, type Person } from '../support/loop';
import { account } from '../support/small-site';
import { appPorts } from './app-ports';

let loop: Loop;
beforeEach(async () => {
  loop = await startLoop();
}, 60_000);
afterEach(() => loop.close());

const open = (as: Person) => loop.call(as, 'project.open', { projectId: PROJECT });
const SIGNALS = ['flat:g1:2026-Q2', 'late:g1:2026-Q2', 'late:g1:2026-Q3'] as const;
const [FLAT, LATE, LATER] = SIGNALS;

test('signals that are dismissed stay so for this person, until they are shown again', async () => {
  const dismiss = (signal: string, dismissed: boolean) =>
    loop.call('viewer', 'signal.dismiss', { projectId: PROJECT, signal, dismissed });
  for (const signal of SIGNALS) await dismiss(signal, true);
  expect((await open('viewer')).dismissedSignals).toEqual(SIGNALS);
  expect(await dismiss(LATE, false)).toEqual({ dismissed: [FLAT, LATER] });
  expect(await dismiss(FLAT, true)).toEqual({ dismissed: [LATER, FLAT] });
  expect((await open('viewer')).dismissedSignals).toEqual([LATER, FLAT]);
  expect((await open('dev')).dismissedSignals).toEqual([]);
});

test('of very many dismissed signals the oldest is forgotten first', async () => {
  const { personal, ...ports } = appPorts(loop);
  const of = (n: number) => `late:g${String(n)}:2026-Q2`;
  const all = Array.from({ length: DISMISSED_SIGNALS_LIMIT }, (_none, n) => of(n));
  await personal.saveDismissedSignals(account('dev'), PROJECT, all, loop.clock.now());
  const more = { projectId: PROJECT, signal: of(all.length), dismissed: true };
  await dismissSignal({ ...ports, personal }, account('dev'), more);
  expect((await open('dev')).dismissedSignals).toEqual([...all.slice(1), more.signal]);
});

test('rules for sorting are one’s own, and can go back to the usual ones', async () => {
  const save = (rules: Payload<'sortRules.save'>['rules']) =>
    loop.call('dev', 'sortRules.save', { projectId: PROJECT, rules });
  const rules = [{ field: 'label' as const, value: 'ops', sort: 'run' as const }];
  expect(await save(rules)).toEqual({ rules });
  expect((await open('dev')).sortRules).toEqual(rules);
  expect((await open('po')).sortRules).toBeNull();
  expect(await save(null)).toEqual({ rules: null });
  expect((await open('dev')).sortRules).toBeNull();
});
