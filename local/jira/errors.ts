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

/** A refusal of the whole request; the messages go into `errorMessages`. */
export function refuse(status: number, ...messages: string[]): JiraError {
  return new JiraError(status, { errorMessages: messages, errors: {} });
}

/** A refusal with 400 of single fields: messages by field id, which go into `errors`. */
export function refuseFields(errors: Record<string, string>): JiraError {
  return new JiraError(400, { errorMessages: [], errors });
}

/** 401 in the form of Atlassian's gateway, which answers before Jira is asked. */
export const unauthenticated = () =>
  new JiraError(401, {
    message: 'Client must be authenticated to access this resource.',
    'status-code': 401,
  });

/** 404; a hidden issue gives the same as a missing one. */
export const issueNotFound = () =>
  refuse(404, 'Issue does not exist or you do not have permission to see it.');

/** 404; a hidden project gives the same as a missing one. */
export const projectNotFound = (idOrKey: string) =>
  refuse(404, `No project could be found with key '${idOrKey}'.`);

/** What this stand-in knows that it does not imitate. Never answered with invented data. */
export const notModelled = (what: string, status = 501) =>
  refuse(status, `Not modelled by the local Jira: ${what}. See local/PARITY.md.`);
