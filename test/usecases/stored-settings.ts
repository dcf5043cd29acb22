// Settings of a project past the checks of a save: what only time, or a hundred saves, lead to.
import type { ProjectSettings } from '../../src/domain/rules';
import { PROJECT, type Loop } from '../support/loop';
import { appPorts } from './app-ports';

/** Stores the project's settings with these parts of them. */
export async function keepSettings(
  loop: Loop,
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
