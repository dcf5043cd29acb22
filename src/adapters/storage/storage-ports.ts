// All that the app keeps, over one driver.
import type { Ports } from '../../ports';
import { projectData } from './data';
import { acts, decisions } from './decisions';
import type { Driver } from './driver';
import { notices } from './notices';
import { parents } from './parents';
import { personal } from './personal';
import { points } from './points';
import { scans } from './scans';
import {
  answerRevisions,
  passes,
  readings,
  results,
  settingsStore,
  signatures,
  snapshots,
} from './stores';

/** The ports of storage; `newId` makes the ids of acts. */
export const storagePorts = (driver: Driver, newId: () => string) =>
  ({
    settings: settingsStore(driver, newId),
    answers: answerRevisions(driver),
    results: results(driver, newId),
    passes: passes(driver, newId),
    decisions: decisions(driver, newId),
    personal: personal(driver),
    notices: notices(driver),
    acts: acts(driver, newId),
    readings: readings(driver, newId),
    signatures: signatures(driver, newId),
    scans: scans(driver, newId),
    snapshots: snapshots(driver),
    parents: parents(driver),
    points: points(driver),
    data: projectData(driver, newId),
  }) satisfies Partial<Ports>;
