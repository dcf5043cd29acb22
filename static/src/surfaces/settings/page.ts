// What every section of the settings works with.
import type { OpenProject } from '../../../../src/contract/procedures';
import type { HistoryState } from './history/use-history';
import type { Site } from './load';

export interface SettingsPageState {
  open: OpenProject;
  site: Site;
  projectKey: string;
  /** Who changed the rules, asked once for all sections. */
  history: HistoryState;
  /** Account id of the reader; absent when Jira does not say. */
  me: string | undefined;
  /** Takes over what a save or a reload gave. */
  take: (open: OpenProject) => void;
  /** Says aloud what happened. */
  say: (text: string) => void;
}
