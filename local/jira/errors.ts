// Refusals in Jira's own form: an ErrorCollection with a status.

export interface ErrorCollection {
  errorMessages: string[];
  errors: Record<string, string>;
}

/** Thrown by handlers; the router turns it into the answer. */
export class JiraError extends Error {
  constructor(
    readonly status: number,
    readonly body: ErrorCollection | Record<string, unknown>,
    readonly headers: Record<string, string> = {},
  ) {
    super(JSON.stringify(body));
    this.name = 'JiraError';
  }
}

export function refuse(status: number, ...messages: string[]): JiraError {
  return new JiraError(status, { errorMessages: messages, errors: {} });
}

export function refuseFields(errors: Record<string, string>): JiraError {
  return new JiraError(400, { errorMessages: [], errors });
}

export const unauthenticated = () =>
  new JiraError(401, {
    message: 'Client must be authenticated to access this resource.',
    'status-code': 401,
  });

export const issueNotFound = () =>
  refuse(404, 'Issue does not exist or you do not have permission to see it.');

export const projectNotFound = (idOrKey: string) =>
  refuse(404, `No project could be found with key '${idOrKey}'.`);

/** What this stand-in knows that it does not imitate. Never answered with invented data. */
export const notModelled = (what: string, status = 501) =>
  refuse(status, `Not modelled by the local Jira: ${what}. See local/PARITY.md.`);
