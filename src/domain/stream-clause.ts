// Conditions that an admin types in Jira's own language. Jira's parser decides what they mean; what is
// looked at here is that one of them, set in parentheses, can't reach past its closing one.

/** What keeps a typed condition from being set in parentheses. */
export type ClauseProblem = 'empty' | 'order' | 'quote' | 'parentheses' | 'character';

/** Looks at what stands outside of quotes; a text in quotes becomes one blank-free word. */
export function outsideQuotes(text: string): { plain: string } | { problem: ClauseProblem } {
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

/** Whether two names are the same to a reader. */
export const sameName = (a: string, b: string): boolean =>
  a.trim().toLowerCase() === b.trim().toLowerCase();
