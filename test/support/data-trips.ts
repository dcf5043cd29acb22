// A project's data on its way out, away and in again, as the page drives it.
import { readDataFile, type DataFile } from '../../src/contract/data-file';
import { publishGate } from '../../src/usecases/publish-gate';
import { exportData } from '../../static/src/surfaces/settings/data/export-run';
import { takeFile } from '../../static/src/surfaces/settings/data/import-run';
import { runSteps } from '../../static/src/surfaces/settings/data/step-run';
import { fillProject, type DataState } from './data-states';
import { createDataWorld, PROJECT, type DataWorld } from './data-world';

export const WATCHER = { onPause: () => undefined, isStopped: () => false };
export const nothing = () => undefined;
const WHERE = { projectId: PROJECT, projectKey: 'SHOP' };

/** The file of the project, as text and read again. @throws Error when it cannot be read */
export async function exported({ means }: DataWorld): Promise<{ text: string; file: DataFile }> {
  const { text } = await exportData(means, WATCHER, WHERE, nothing);
  const read = readDataFile(text);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return { text, file: read.file };
}

/** Erases the project's data; `begin` false goes on with what was begun. */
export const erase = ({ means }: DataWorld, begin = true) =>
  runSteps(means, WATCHER, { projectId: PROJECT, name: 'data.erase', begin }, nothing);

/** Takes a file in from where it stopped, as the page does. */
export async function take({ means }: DataWorld, file: DataFile, replace = false): Promise<void> {
  const { job } = await means.call('data.open', { projectId: PROJECT });
  const isHere = job?.file === file.id && job.state === 'open';
  if (!isHere || job.kind === 'import') {
    const done = isHere ? job.done : 0;
    await takeFile(means, WATCHER, { projectId: PROJECT, file, replace, done }, nothing);
  }
  const name = 'data.rebuild';
  await runSteps(means, WATCHER, { projectId: PROJECT, name, begin: false }, nothing);
}

/** Lines of a file without its first, and without the acts of this very work. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .slice(1)
    .filter((line) => !/"kind":"data\./.test(line));

/** All properties of the items in their order, and the gate's table. */
export const propertiesOf = ({ site }: DataWorld) => ({
  items: [...site.items.values()].map(({ id, properties }) => [id, [...properties].sort()]),
  gate: site.projects.get(PROJECT)?.properties.get('ladder-gate'),
});

const SAID = ['revision', 'result', 'decision', 'pass', 'reading', 'snapshot'];

/** What storage holds, but for acts: taking a file in is one more. */
export const keptOf = ({ store }: DataWorld) =>
  SAID.map((entity) => store.all(entity).sort((a, b) => (a.key < b.key ? -1 : 1)));

/** What is left in storage of the project. */
export const leftOf = ({ store }: DataWorld) =>
  [...SAID, 'draft', 'scan', 'act'].flatMap((entity) =>
    store.all(entity).map(({ key, value }) => [entity, key, value['kind']]),
  );

/** A new world with that state, its gate published. */
export async function filled(state: DataState): Promise<DataWorld> {
  const world = createDataWorld();
  await fillProject(world, state);
  await publishGate(world.ports, await world.ports.settings.load(PROJECT));
  return world;
}

export const FULL: DataState = {
  goals: ['one', 'two'],
  readings: ['2026-01-31', '2026-02-28'],
  items: (['moved', 'flat', null] as const).map((result, at) => ({
    result,
    decision: at === 0 ? ('park' as const) : null,
    pass: at === 1,
    answer: at === 2 ? ('half' as const) : ('run' as const),
    flag: at === 2 ? ('warned' as const) : null,
    note: 'because "so"',
    day: '2026-06-10',
  })),
};
