// A project with something of everything, and rows of files for it that somebody has written by hand.
import type { DataRow } from '../../../src/contract/data-procedures';
import type { StoredSection } from '../../../src/domain/data';
import { MESSAGES } from '../../../src/domain/messages';
import { createDataWorld, OTHER_PROJECT, PROJECT } from '../../support/data-world';
import { fillProject, type DataState } from '../../support/data-states';

export const SAY = MESSAGES.data.row;
const STATE: DataState = {
  goals: ['one'],
  readings: ['2026-01-31'],
  items: [
    {
      ...{ result: 'moved', decision: 'park', pass: true, answer: 'run', flag: null },
      ...{ note: 'n', day: '2026-06-10' },
    },
  ],
};
export const FOREIGN = '30001';
export const FILE = 'a'.repeat(32);

/** `take` imports a row; `refusals` says why it was refused. */
export async function filled() {
  const world = createDataWorld();
  await fillProject(world, STATE);
  world.addItem(FOREIGN, OTHER_PROJECT);
  const rowOf = async (section: StoredSection): Promise<DataRow> => {
    const { rows } = await world.means.call('data.read', { projectId: PROJECT, section });
    const [row] = rows;
    if (!row) throw new Error(`no ${section}`);
    return row;
  };
  const take = (section: StoredSection, row: DataRow, replace = true) =>
    world.means.call('data.import', {
      ...{ projectId: PROJECT, file: FILE, of: 9, from: 0, replace, section, rows: [row] },
    });
  const refusals = async (section: StoredSection, row: DataRow) =>
    (await take(section, row)).refused.map(({ why }) => why);
  return { world, rowOf, take, refusals };
}

export const changed = (row: DataRow, key: string, value: object): DataRow => ({
  key,
  value: { ...row.value, ...value },
});
