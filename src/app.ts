// The app over its ports: the same wiring for Forge, the local host and tests.
import { reportReadingAction } from './entry/actions/report-reading';
import { scanProject } from './entry/consumers/scan-project';
import { guarded } from './entry/resolvers/procedures';
import { surfaceResolver } from './entry/resolvers/surface';
import { scanStart } from './entry/schedules/scan-start';
import type { Ports } from './ports';

/** Everything that the manifest's functions run, by the name of the function's part in the app. */
export function createApp(ports: Ports) {
  const handlers = guarded(ports);
  return {
    item: surfaceResolver('item', handlers),
    project: surfaceResolver('project', handlers),
    settings: surfaceResolver('settings', handlers),
    automation: surfaceResolver('automation', handlers),
    reportReading: reportReadingAction(ports, handlers),
    scanStart: scanStart(ports),
    scanProject: scanProject(ports),
  };
}
