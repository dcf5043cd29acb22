// What items carried comes back as it was: answers word for word, flags only as flags are.
import { expect, test } from '@jest/globals';
import type { FileRow } from '../../../../src/contract/data-file';
import type { Means } from '../../../../static/src/surfaces/settings/data/means';
import {
  flagParts,
  planItems,
  refuseFlag,
  writeAnswers,
} from '../../../../static/src/surfaces/settings/data/item-rows';

const WATCHER = { onPause: () => undefined, isStopped: () => false };
const GARBAGE = { why: 'because', state: true };
const LEFT_OUT = 'The mark of the kill list is not one as Ladder writes it; it is left out.';
const rowOf = (value: Record<string, unknown>): FileRow => ({
  ...{ line: 2, section: 'items', key: '10504', value },
});

/** A Jira with one item that carries these properties, and what is written to it. */
function jiraWith(properties: Record<string, unknown>) {
  const written: unknown[] = [];
  const means: Means = {
    call: () => Promise.reject(new RangeError('not asked')),
    jira: (async (name: string, { body }: { body?: unknown }) => {
      if (name === 'bulkFetch')
        return { issues: [{ id: '10504', fields: { project: { id: '1' } }, properties }] };
      written.push(body);
      return null;
    }) as Means['jira'],
    sleep: async () => undefined,
    now: () => 0,
  };
  const plan = (value: Record<string, unknown>) =>
    planItems(means, WATCHER, '1', [rowOf(value)], false);
  return { means, written, plan };
}

test('an answer that cannot be read comes back word for word', async () => {
  const { means, written, plan } = jiraWith({});
  const plans = await plan({ answer: GARBAGE });
  expect(plans).toMatchObject([{ end: 'added', answer: GARBAGE }]);
  await writeAnswers(means, WATCHER, plans);
  expect(written).toEqual([GARBAGE]);
});

test('a flag that cannot be read is refused, also while it is still there; its answer comes back', async () => {
  const there = jiraWith({ 'ladder-flag': GARBAGE });
  const [same] = await there.plan({ flag: GARBAGE });
  expect(same).toMatchObject({ end: 'refused', why: LEFT_OUT });

  const { means, written, plan } = jiraWith({});
  const plans = await plan({ answer: { v: 2 }, flag: GARBAGE });
  // The row is new by its answer; what is left out of it is told.
  expect(plans).toMatchObject([{ end: 'added', why: LEFT_OUT }]);
  expect(flagParts(plans)).toEqual([]);
  await writeAnswers(means, WATCHER, plans);
  expect(written).toEqual([{ v: 2 }]);
});

test('a row is refused for its flag only where nothing else of it is to be taken', async () => {
  const { plan } = jiraWith({ 'ladder-answer': { v: 1 } });
  expect(await plan({ answer: { v: 1 }, flag: GARBAGE })).toMatchObject([{ end: 'refused' }]);
  expect(await plan({ answer: { v: 2 }, flag: GARBAGE })).toMatchObject([
    { end: 'kept', why: LEFT_OUT },
  ]);
});

test('a flag that Jira does not take leaves its row with what became of the answer', async () => {
  const flag = { v: 1, flag: 'warned', reason: 'aged', since: '2026-11-01' };
  const [both, alone] = [{ answer: { v: 2 }, flag }, { flag }];
  const ends = [both, alone].map(async (value) => {
    const [planned] = await jiraWith({}).plan(value);
    if (planned) refuseFlag(planned, 'No.');
    return planned;
  });
  expect(await Promise.all(ends)).toMatchObject([
    { end: 'added', why: 'No.' },
    { end: 'refused', why: 'No.' },
  ]);
});
