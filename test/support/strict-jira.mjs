// The one place that makes clients of jira.js: an answer of another shape than it knows ends the script
// with an error. By itself it would only print a line and go on.
import { createAgileClient, createCloudClient } from 'jira.js';

const configFor = (host, name) => ({
  host,
  auth: { type: 'basic', email: `${name}@example.com`, apiToken: 'any' },
  onSchemaMismatch: 'throw',
  retry: { maxAttempts: 1 },
});

/** A client of Jira at an address, as the person of this name. */
export const strictJira = (host, name) => createCloudClient(configFor(host, name));

/** The same for boards, sprints and ranks. */
export const strictBoards = (host, name) => createAgileClient(configFor(host, name));
