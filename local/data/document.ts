// Text as an Atlassian document, the form in which Jira Cloud keeps descriptions.

interface Node {
  type: string;
  text?: string;
  content?: Node[];
}

export interface AtlassianDocument {
  type: 'doc';
  version: 1;
  content: Node[];
}

/**
 * Plain text as a document: a paragraph for each block of lines, a hard break for each line in it,
 * a bullet list for a block whose lines all begin with "- ". Text without content gives null.
 * See https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function documentOf(text: string): AtlassianDocument | null {
  const blocks = text
    // SQLite ends a text at a NUL, and Jira drops it.
    .replaceAll('\u0000', '')
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((block) => block.replace(/^\n+|\s+$/g, ''))
    .filter((block) => block.trim() !== '');
  return blocks.length === 0 ? null : { type: 'doc', version: 1, content: blocks.map(blockNode) };
}

function blockNode(block: string): Node {
  const lines = block.split('\n');
  if (lines.every((line) => line.startsWith('- ') && line.length > 2)) {
    return { type: 'bulletList', content: lines.map((line) => listItem(line.slice(2))) };
  }
  return paragraph(lines);
}

function listItem(text: string): Node {
  return { type: 'listItem', content: [paragraph([text])] };
}

function paragraph(lines: readonly string[]): Node {
  const content = lines.flatMap((line, index): Node[] => [
    ...(index > 0 ? [{ type: 'hardBreak' }] : []),
    // A text node must not be empty.
    ...(line === '' ? [] : [{ type: 'text', text: line }]),
  ]);
  return { type: 'paragraph', content };
}
