// How much of what a manifest may declare. Atlassian's validator, which the check runs, does not count;
// a deployment does, so the local host refuses what a deployment would.
import type { ManifestFile } from './manifest-file';

/**
 * Pages below https://developer.atlassian.com/platform/forge/ : modules by limits-app-developer/, the file
 * by manifest-reference/manifest-size-best-practices/, triggers by limits-scheduled-trigger/, entities by
 * limits-kvs-ce/, indexed values by manifest-reference/modules/jira-entity-property/, the others by the
 * schema of `@forge/manifest`.
 */
export const MANIFEST_LIMITS = {
  bytes: 200_000,
  modules: 150,
  scheduledTriggers: 5,
  fiveMinuteTriggers: 1,
  pagesOfAKind: 1,
  actionsOfAProvider: 20,
  indexedValues: 100,
  entities: 20,
  indexesOfAnEntity: 7,
  attributesOfAnEntity: 50,
  keyOfAFunction: 23,
  nameOfAQueue: 36,
} as const;

type Limit = keyof typeof MANIFEST_LIMITS;

const longest = (texts: readonly string[]): number =>
  Math.max(0, ...texts.map(({ length }) => length));
const most = <T>(list: readonly T[], count: (one: T) => number): number =>
  Math.max(0, ...list.map(count));

function usedBy({ app, modules }: ManifestFile, bytes: number): Record<Limit, number> {
  const { entities } = app.storage;
  const triggers = modules.scheduledTrigger;
  const every = Object.values(modules).reduce((sum, list) => sum + list.length, 0);
  const values = modules['jira:entityProperty'].reduce((sum, one) => sum + one.values.length, 0);
  return {
    bytes,
    modules: every,
    scheduledTriggers: triggers.length,
    fiveMinuteTriggers: triggers.filter(({ interval }) => interval === 'fiveMinute').length,
    pagesOfAKind: Math.max(
      modules['jira:projectPage'].length,
      modules['jira:projectSettingsPage'].length,
    ),
    actionsOfAProvider: most(modules['automation:actionProvider'], (one) => one.actions.length),
    indexedValues: values,
    entities: entities.length,
    indexesOfAnEntity: most(entities, (one) => one.indexes.length),
    attributesOfAnEntity: most(entities, (one) => Object.keys(one.attributes).length),
    keyOfAFunction: longest(modules.function.map(({ key }) => key)),
    nameOfAQueue: longest(modules.consumer.map(({ queue }) => queue)),
  };
}

/** Functions that ask for more time than their modules may have: a page or a rule does not wait. */
function tooPatient({ modules }: ManifestFile): string[] {
  const waited = [
    modules['jira:issuePanel'],
    modules['jira:issueContext'],
    modules['jira:projectPage'],
    modules['jira:projectSettingsPage'],
    modules.action,
  ].flatMap((list) => list.map(({ resolver }) => resolver?.function));
  const shared = new Set([...waited, ...modules.action.map((one) => one.function)]);
  return modules.function.flatMap(({ key, timeoutSeconds }) =>
    timeoutSeconds !== undefined && shared.has(key)
      ? [`timeoutSeconds of "${key}" is only for consumers and scheduled triggers`]
      : [],
  );
}

/** What a manifest of `bytes` bytes declares too much of, as sentences; none when it may be deployed. */
export function brokenLimits(file: ManifestFile, bytes: number): string[] {
  const used = usedBy(file, bytes);
  const broken = (Object.keys(MANIFEST_LIMITS) as Limit[]).flatMap((limit) =>
    used[limit] > MANIFEST_LIMITS[limit]
      ? [`${limit}: ${used[limit]}, at most ${MANIFEST_LIMITS[limit]}`]
      : [],
  );
  return [...broken, ...tooPatient(file)];
}

/** @throws Error that names the file and all that is too much */
export function demandWithinLimits(name: string, file: ManifestFile, bytes: number): void {
  const broken = brokenLimits(file, bytes);
  if (broken.length > 0) throw new Error(`${name}: ${broken.join('; ')}`);
}
