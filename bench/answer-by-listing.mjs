// Answers by listing, as a client library is usually used: everything that a query finds, 100 a page.
import { strictJira } from '../test/support/strict-jira.mjs';

/**
 * Lists at a Jira, as the viewer; `take` gets the items of each page, `found` gives the number that was
 * asked for once all are listed. Prints it as JSON, with what was listed, in how many pages, and how many
 * milliseconds it took.
 */
export async function answerByListing(host, ask, { take, found }) {
  const jira = strictJira(host, 'viewer');
  let [pages, listed, nextPageToken] = [0, 0, undefined];
  const started = performance.now();
  do {
    const page = await jira.issueSearch.searchAndReconsileIssuesUsingJqlPost({
      ...ask,
      maxResults: 100,
      ...(nextPageToken && { nextPageToken }),
    });
    pages += 1;
    listed += page.issues.length;
    take(page.issues);
    nextPageToken = page.nextPageToken;
  } while (nextPageToken);
  const answer = { found: found(), listed, pages, ms: performance.now() - started };
  console.log(JSON.stringify(answer));
}
