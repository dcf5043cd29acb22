// How Jira's own parser is asked about conditions that people typed; backend and pages ask the same way.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-jql/#api-rest-api-3-jql-parse-post

/** The request for these conditions; `strict` names every error, unknown fields and values among them. */
export const parseRequest = (clauses: readonly string[]) => ({
  query: { validation: 'strict' },
  body: { queries: clauses },
});

/** What Jira says against each of them, in its own words; null where it takes it. */
export const refusalsIn = (
  { queries }: { queries: readonly { errors?: readonly string[] | null | undefined }[] },
  clauses: readonly string[],
): (string | null)[] =>
  clauses.map((_clause, at) => {
    const errors = queries[at]?.errors ?? [];
    return errors.length > 0 ? errors.join(' ') : null;
  });
