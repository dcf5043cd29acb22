// What every page asks of Jira before anything else. It is asked while this file runs, so that Jira
// answers while the rest of the code is fetched and run. Only the entry takes it.
import { view } from '@forge/bridge';

/** Rejects where Jira does not say; to be parsed by `readContext`. */
export const askedContext: Promise<unknown> = view.getContext();
// Whoever takes it deals with its failure; until then nobody listens.
askedContext.catch(() => undefined);

/** Lets Jira set the theme and keep it current. A site without themes is shown in the light one. */
export const themed: Promise<void> = view.theme.enable().catch(() => undefined);
