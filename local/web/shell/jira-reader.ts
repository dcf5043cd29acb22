// The shell's own calls to Jira: over the same REST, as the user of the session.
import { z } from 'zod';
import type { LocalJira, SiteUser } from '../../jira/api';

const errors = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});

/** Jira refused; the text is Jira's own. */
export class JiraRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'JiraRefusal';
  }
}

export interface JiraReader {
  /** @throws JiraRefusal */
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>;
  /** @throws JiraRefusal */
  post<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T>;
  /** @throws JiraRefusal */
  put(path: string, body: unknown): Promise<void>;
}

/** Calls Jira as `user`. These calls are not the app's and are on no ledger. */
export function createReader(jira: LocalJira, user: SiteUser): JiraReader {
  async function call<T>(method: string, path: string, body: string, schema: z.ZodType<T>) {
    const answer = await jira.handle({
      method,
      path,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body,
      caller: { principal: 'client', accountId: user.accountId },
    });
    if (answer.status >= 400) throw new JiraRefusal(answer.status, messageOf(answer.body));
    return schema.parse(answer.body === '' ? undefined : JSON.parse(answer.body));
  }
  return {
    get: (path, schema) => call('GET', path, '', schema),
    post: (path, body, schema) => call('POST', path, JSON.stringify(body), schema),
    put: async (path, body) => {
      await call('PUT', path, JSON.stringify(body), z.unknown());
    },
  };
}

function messageOf(body: string): string {
  try {
    const { errorMessages, errors: fields } = errors.parse(JSON.parse(body));
    return (
      [...errorMessages, ...Object.values(fields)].join(' ') || 'Jira refused without a reason.'
    );
  } catch {
    return body === '' ? 'Jira refused without a reason.' : body;
  }
}
