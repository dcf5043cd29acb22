// What may be odd about a stream, so that it is said and never refused.
import { outsideQuotes, sameName } from './stream-clause';

/** A component that is all of the condition: `component = Checkout`, `component in ("Checkout")`. */
export function componentAlone(clause: string): string | null {
  const found =
    /^\(*\s*component\s*(?:=|in\s*\()\s*(?:"([^"\\]+)"|'([^'\\]+)'|([^\s"'(),]+))\s*\)*\s*$/i.exec(
      clause.trim(),
    );
  return found ? (found[1] ?? found[2] ?? found[3] ?? null) : null;
}

/**
 * The first function of a condition that Jira answers by who asks, such as `currentUser`; null without one.
 * https://support.atlassian.com/jira-software-cloud/docs/jql-functions/
 */
export function viewerFunction(clause: string): string | null {
  const found = outsideQuotes(clause);
  if ('problem' in found) return null;
  const named =
    /(?<![\p{L}\p{N}_.-])(currentUser|currentLogin|lastLogin|issueHistory|votedIssues|watchedIssues)\s*\(/iu.exec(
      found.plain,
    );
  return named?.[1] ?? null;
}

/** Names that differ only in case, blanks, signs or a plural. */
const nearly = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/s$/, '');

/** The name that another of these is nearly the same as; null when none is. Equal ones are refused. */
export function nearDuplicate(name: string, others: readonly string[]): string | null {
  const own = nearly(name);
  if (own === '') return null;
  return others.find((other) => sameName(other, name) === false && nearly(other) === own) ?? null;
}
