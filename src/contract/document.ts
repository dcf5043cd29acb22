// Plain text as an Atlassian document, which is what Jira takes for a comment, and back.
// https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
import { z } from 'zod';
import { readBy } from './read-by';

interface TextNode {
  type: 'text';
  text: string;
}
interface Paragraph {
  type: 'paragraph';
  content: TextNode[];
}
export interface PlainDocument {
  type: 'doc';
  version: 1;
  content: Paragraph[];
}

/** A paragraph for each line; empty lines are left out, because a text node may not be empty. */
export const documentOf = (text: string): PlainDocument => ({
  type: 'doc',
  version: 1,
  content: text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
});

const node = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  content: z.array(z.unknown()).optional(),
});

function textIn(value: unknown): string {
  const parsed = readBy(node, value);
  if (!parsed.success) return '';
  const { type, text, content } = parsed.data;
  if (text !== undefined) return text;
  const inner = (content ?? []).map(textIn);
  return inner.join(type === 'doc' ? '\n' : '');
}

/** The text of a document, a line for each of its blocks; empty for what is none. */
export const textOfDocument = (document: unknown): string => textIn(document).trim();
