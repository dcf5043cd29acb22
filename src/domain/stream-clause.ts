// Conditions that an admin types in Jira's own language. Jira's parser decides what they mean; what is
// looked at here is that one of them, set in parentheses, can't reach past its closing one.

/** What keeps a typed condition from being set in parentheses. */
export type ClauseProblem = 'empty' | 'order' | 'quote' | 'parentheses' | 'character';

/** Looks at what stands outside of quotes; a text in quotes becomes one blank-free word. */
function outsideQuotes(text: string): { plain: string } | { problem: ClauseProblem } {
  let plain = '';
  let quote: string | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    // A control character is none of any text; line breaks and tabs are blanks outside of quotes.
    if (/\p{Cc}/u.test(char) && (quote !== null || !/[\t\n\r]/.test(char)))
      return { problem: 'character' };
    if (quote === null) {
      // Jira reads a backslash outside of quotes as part of a word, which may then hold a quote.
      if (char === '\\') return { problem: 'character' };
      if (char === '"' || char === "'") quote = char;
      plain += quote === null ? char : '_';
    } else if (char === '\\') at += 1;
    else if (char === quote) quote = null;
  }
  return quote === null ? { plain } : { problem: 'quote' };
}

function closes(plain: string): boolean {
  let open = 0;
  for (const char of plain) {
    if (char === '(') open += 1;
    if (char === ')') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/**
 * What is wrong with a typed condition before Jira is asked, or null. One without a problem that
 * Jira's parser takes by itself means the same inside of parentheses.
 */
export function clauseProblem(clause: string): ClauseProblem | null {
  if (clause.trim() === '') return 'empty';
  const found = outsideQuotes(clause);
  if ('problem' in found) return found.problem;
  if (/(^|[^\p{L}\p{N}_.-])order\s+by([^\p{L}\p{N}_.-]|$)/iu.test(found.plain)) return 'order';
  return closes(found.plain) ? null : 'parentheses';
}

/** A component that is all of the condition: `component = Checkout`, `component in ("Checkout")`. */
export function componentAlone(clause: string): string | null {
  const found =
    /^\(*\s*component\s*(?:=|in\s*\()\s*(?:"([^"\\]+)"|'([^'\\]+)'|([^\s"'(),]+))\s*\)*\s*$/i.exec(
      clause.trim(),
    );
  return found ? (found[1] ?? found[2] ?? found[3] ?? null) : null;
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

export const sameName = (a: string, b: string): boolean =>
  a.trim().toLowerCase() === b.trim().toLowerCase();
