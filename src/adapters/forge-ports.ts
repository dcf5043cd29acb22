// The real ports: what `index.ts` hands to the app.
import type { Meter, Ports } from '../ports';
import { jiraBacklog } from './jira/jira-backlog';
import { jiraItems } from './jira/jira-items';
import { jiraPanels } from './jira/jira-panels';
import { jiraPost } from './jira/jira-post';
import { jiraProjects } from './jira/jira-projects';
import { jiraWorkflows } from './jira/jira-workflows';
import { extensionId, pagePath } from './jira/forge-extension-id';
import { jiraClient } from './jira/client';
import { forgeTransport } from './jira/forge-transport';
import { jiraRights } from './jira/rights';
import { forgeScanQueue } from './queue/forge-queue';
import { forgeDriver } from './storage/forge-driver';
import { storagePorts } from './storage/storage-ports';
import { consoleLog } from './system/log';
import { randomIds, sleep, systemClock } from './system/system';

/** Queue of the scan, as in the manifest. */
const SCAN_QUEUE = 'scan';

/** The same place in the night for the same project. */
const spread = (projectId: string): number => (Number(projectId) % 997) / 997;

/** What acts on Jira through one client. */
function jiraPorts(meter?: Meter) {
  const jira = jiraClient(forgeTransport, meter);
  const { next } = randomIds;
  return {
    rights: jiraRights(jira),
    items: jiraItems(jira),
    projects: jiraProjects(jira),
    backlog: jiraBacklog(jira, { sleep }),
    workflows: jiraWorkflows(jira, { gate: () => extensionId('ladder-gate'), newId: next }),
    panels: jiraPanels(jira, { panel: () => extensionId('ladder-panel'), sleep }),
    post: jiraPost(jira, { appPath: pagePath }),
  };
}

/** The ports over Atlassian's packages. Outside of Forge's runtime their calls reject. */
export function forgePorts(): Ports {
  const { next } = randomIds;
  const ports: Ports = {
    ...jiraPorts(),
    ...storagePorts(forgeDriver, next),
    scanQueue: forgeScanQueue(SCAN_QUEUE, spread),
    clock: systemClock,
    ids: randomIds,
    log: consoleLog,
    metered: (meter) => ({ ...ports, ...jiraPorts(meter) }),
    sleep,
  };
  return ports;
}
