// Sending a change that overwrites nothing somebody else may have typed: on a conflict it is sent
// once more over the newest settings.
import type { OpenProject } from '../../../../src/contract/procedures';
import { call, CallError } from '../../forge';
import type { SettingsPageState } from './page';

/** @param send sends the change over a revision of the settings */
export async function sendAgain(
  page: SettingsPageState,
  send: (rev: number) => Promise<OpenProject>,
): Promise<void> {
  try {
    page.take(await send(page.open.rev));
  } catch (problem) {
    if (!(problem instanceof CallError) || problem.code !== 'conflict') throw problem;
    const fresh = await call('settings.open', { projectId: page.open.projectId });
    page.take(fresh);
    page.take(await send(fresh.rev));
  }
}
