// What a manifest may declare at most: one more of each is refused, and what is written is within.
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { manifestFile } from '../../local/manifest-file';
import { brokenLimits, type MANIFEST_LIMITS } from '../../local/manifest-limits';

const file = path.join(__dirname, '../../manifest.yml');
// Texts by key are put in by the host when it reads the file.
const text = readFileSync(file, 'utf8').replaceAll(/\{ i18n: ([\w.]+) \}/g, '$1');
const parsed = manifestFile.parse(parse(text));
const declared = () => structuredClone(parsed);
type File = ReturnType<typeof declared>;

const list = <T>(length: number, make: (n: number) => T): T[] =>
  Array.from({ length }, (_, n) => make(n));
const attributes = (length: number) =>
  Object.fromEntries(list(length, (n) => [`a${n}`, { type: 'string' as const }]));
const trigger = (n: number) => ({
  key: `t${n}`,
  function: 'scan-start',
  interval: 'fiveMinute' as const,
});
const first = <T>(found: readonly T[]): T => {
  const [one] = found;
  if (one === undefined) throw new Error('The manifest has none of these.');
  return one;
};

/** One more than is allowed of each, by the limit's name. */
const TOO_MUCH: Record<Exclude<keyof typeof MANIFEST_LIMITS, 'bytes'>, (file: File) => void> = {
  modules: ({ modules }) => modules.action.push(...list(150, () => first(modules.action))),
  scheduledTriggers: ({ modules }) =>
    modules.scheduledTrigger.push(...list(5, (n) => ({ ...trigger(n), interval: 'day' as const }))),
  fiveMinuteTriggers: ({ modules }) => modules.scheduledTrigger.push(trigger(1), trigger(2)),
  pagesOfAKind: ({ modules }) =>
    modules['jira:projectPage'].push(first(modules['jira:projectPage'])),
  actionsOfAProvider: ({ modules }) =>
    first(modules['automation:actionProvider']).actions.push(...list(20, (n) => `a${n}`)),
  indexedValues: ({ modules }) =>
    first(modules['jira:entityProperty']).values.push(
      ...list(100, (n) => ({ path: `p${n}`, type: 'string' as const })),
    ),
  entities: ({ app }) => app.storage.entities.push(...list(20, () => first(app.storage.entities))),
  indexesOfAnEntity: ({ app: { storage } }) =>
    first(storage.entities).indexes.push(
      ...list(7, (n) => ({ name: `i${n}`, partition: [], range: [] })),
    ),
  attributesOfAnEntity: ({ app: { storage } }) =>
    void Object.assign(first(storage.entities).attributes, attributes(51)),
  keyOfAFunction: ({ modules }) => void (first(modules.function).key = 'f'.repeat(24)),
  nameOfAQueue: ({ modules }) => void (first(modules.consumer).queue = 'q'.repeat(37)),
};

test('the manifest of the app is within every limit', () => {
  expect(brokenLimits(declared(), Buffer.byteLength(text))).toEqual([]);
});

test('one more of anything is refused by its name', () => {
  for (const [limit, add] of Object.entries(TOO_MUCH)) {
    const changed = declared();
    add(changed);
    const broken = brokenLimits(changed, 1).map((sentence) => sentence.split(':')[0]);
    expect(broken).toContain(limit);
  }
  expect(brokenLimits(declared(), 200_001)).toEqual(['bytes: 200001, at most 200000']);
});

test('a function that a page or a rule waits for cannot have seconds of its own', () => {
  const changed = declared();
  for (const one of changed.modules.function)
    if (one.key === 'item-resolver' || one.key === 'report-reading') one.timeoutSeconds = 60;
  expect(brokenLimits(changed, 1)).toEqual([
    'timeoutSeconds of "item-resolver" is only for consumers and scheduled triggers',
    'timeoutSeconds of "report-reading" is only for consumers and scheduled triggers',
  ]);
});

test('memory and seconds of a function have their bounds', () => {
  const isTaken = (memoryMB: number, timeoutSeconds: number): boolean => {
    const changed = declared();
    changed.app.runtime.memoryMB = memoryMB;
    for (const one of changed.modules.function) one.timeoutSeconds = timeoutSeconds;
    return manifestFile.safeParse(changed).success;
  };
  expect([isTaken(128, 1), isTaken(1024, 900)]).toEqual([true, true]);
  expect([isTaken(127, 1), isTaken(1025, 1)]).toEqual([false, false]);
  expect([isTaken(128, 0), isTaken(128, 901)]).toEqual([false, false]);
});
