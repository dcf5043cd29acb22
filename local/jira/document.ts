/** The plain text of an Atlassian document, or of a text; anything else gives ''. */
export function plainText(document: unknown): string {
  const parts: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('text' in node && typeof node.text === 'string') parts.push(node.text);
    if ('content' in node && Array.isArray(node.content)) node.content.forEach(walk);
  };
  if (typeof document === 'string') return document;
  walk(document);
  return parts.join(' ');
}

/** Text as search compares it: lower case, words between single spaces, a space at both ends. */
export function searchable(text: string): string {
  return ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu)
      ?.join(' ') ?? ''
  } `;
}
