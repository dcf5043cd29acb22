// The seam below which Jira is real, local or simulated.

export interface JiraCall {
  as: 'app' | 'user';
  method: string;
  /** Path with query, already encoded. */
  path: string;
  body?: unknown;
}

export interface JiraReply {
  status: number;
  /** Header by lower-case name. */
  header(name: string): string | null;
  /** The body as text. */
  text(): Promise<string>;
}

export type JiraTransport = (call: JiraCall) => Promise<JiraReply>;
