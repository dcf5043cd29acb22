// The faults that are most often got wrong, one by one, on the reference night.
import { expect, test } from '@jest/globals';
import { conform } from '../../local/conformance';
import { differences } from './every-call/end-state';
import { referenceNights, type Plan } from './every-call/reference';
import type { Fault } from './faults';
import { exchangeOf } from './jira/exchange';

const undisturbed = referenceNights(undefined, {
  answered: (call, answer) => conform(exchangeOf(call, answer)),
});

/** The place of the first call of this name. */
async function firstCall(name: string): Promise<number> {
  const at = (await undisturbed).calls.findIndex(({ what }) => what.includes(name));
  if (at < 0) throw new Error(`the reference never asks ${name}`);
  return at;
}
const failing = async (name: string, fault: Fault): Promise<Plan> => ({
  failing: { at: await firstCall(name), fault },
});
async function left(plan: Plan): Promise<string[]> {
  return differences((await referenceNights(plan)).end, (await undisturbed).end);
}

test('a lost reply after a commit: what was stored is found, and nothing is done twice', async () => {
  expect(await left(await failing('commit decision', { kind: 'lost' }))).toEqual([]);
  expect(await left(await failing('commit scan', { kind: 'lost' }))).toEqual([]);
});

test('a duplicate event: two runs of one order, and of one trigger, end like one', async () => {
  expect(await left({ platform: { twice: 1 } })).toEqual([]);
});

test('a crash between two writes: a decision that is shown and not marked is marked by the next run', async () => {
  const shown = '/issue/10101/properties/ladder-decision';
  expect(await left(await failing(shown, { kind: 'crash', after: true }))).toEqual([]);
  expect(await left(await failing('commit decision', { kind: 'crash', after: true }))).toEqual([]);
});

test('skipped nights: the next one does what is due by then, and invents no numbers for those before', async () => {
  const { end } = await referenceNights({ skipped: 3 });
  const snapshots = end.filter((line) => line.startsWith('"snapshot"'));
  expect(snapshots).toHaveLength(1);
  expect(snapshots[0]).toContain('2026-06-13');
  const flags = end.filter((line) => line.includes('"since":"2026-06-13"'));
  const meant = (await undisturbed).end.filter((line) => /"since":"2026-06-1[01]"/.test(line));
  expect(flags).toHaveLength(meant.length);
});

test('index lag: what search shows late leaves the same flags and decisions', async () => {
  const numbers = /^\+ |^- /;
  const told = (await left({ lagMs: 120_000 })).map((line) => line.replace(numbers, ''));
  expect(told.filter((line) => !/^"(snapshot|turn)"/.test(line))).toEqual([]);
});

test('a quota stop: nothing is asked of Jira before the full hour, then the scan goes on', async () => {
  const quota = { kind: '429', reason: 'jira-quota-tenant-based', after: null } as const;
  const { calls, end } = await referenceNights(await failing('/search/jql', quota));
  expect(differences(end, (await undisturbed).end)).toEqual([]);
  const jira = calls.filter(({ to }) => to === 'jira');
  const stopped = jira.findIndex(({ what }) => what.includes('/search/jql'));
  const [refused, next] = [jira[stopped]?.madeAt ?? 0, jira[stopped + 1]?.madeAt ?? 0];
  expect(next).toBeGreaterThanOrEqual(Math.ceil(refused / 3_600_000) * 3_600_000);
});
