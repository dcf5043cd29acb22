// A site of its own for each test of the importing file, for what is said of a project's settings.
import { afterEach, beforeEach } from '@jest/globals';
import type { ProjectSettings } from '../../src/domain/rules';
import { PROJECT, startLoop, type Loop } from '../support/loop';
import { appPorts } from './app-ports';

/** That of the running test. */
export let loop: Loop;
beforeEach(async () => {
  loop = await startLoop();
}, 60_000);
afterEach(() => loop.close());

/** The settings as the project's admin sees them. */
export const open = () => loop.call('po', 'settings.open', { projectId: PROJECT });

/**
 * Stores the settings with these parts of them past the checks of a save: what only time, or a hundred
 * saves, lead to.
 */
export async function keepSettings(
  more: Partial<Pick<ProjectSettings, 'goals' | 'agreements' | 'rules'>>,
): Promise<void> {
  const { settings, clock } = appPorts(loop);
  const act = {
    projectId: PROJECT,
    subject: 'settings',
    kind: 'data.import',
    by: 'acc-po',
  } as const;
  await settings.save(
    { ...(await settings.load(PROJECT)), ...more },
    { ...act, at: clock.now(), before: null, after: null },
  );
}
