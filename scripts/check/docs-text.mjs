// What a document says, taken out of its Markdown: names in backticks, links and pictures, what
// stands in bold, commands in blocks of code, and the addresses of its headings.

/** A heading's address, as GitHub makes it. */
export const anchorOf = (heading) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');

const matches = (line, pattern) => [...line.matchAll(pattern)].map((match) => match[1]);
const WITHOUT_CODE = /`[^`]*`/g;

/**
 * Everything that can be checked in a text: `names` (in backticks), `links`, `bold` and `code` (lines
 * of blocks) as { line, text }, `lines` outside of blocks, and `anchors`.
 */
export function readDocument(text) {
  const found = { names: [], links: [], bold: [], code: [], lines: [], anchors: new Set() };
  let inBlock = false;
  for (const [index, line] of text.split('\n').entries()) {
    const add = (list, texts) => list.push(...texts.map((one) => ({ line: index + 1, text: one })));
    if (/^\s*```/.test(line)) {
      inBlock = !inBlock;
      continue;
    }
    if (inBlock || /^ {4}\S/.test(line)) {
      add(found.code, [line]);
      continue;
    }
    add(found.lines, [line]);
    const heading = /^#{1,6}\s+(.*)$/.exec(line);
    if (heading) found.anchors.add(anchorOf(heading[1]));
    add(found.names, matches(line, /`([^`]+)`/g));
    add(found.links, matches(line, /\]\(([^)\s]+)\)/g));
    add(found.bold, matches(line.replace(WITHOUT_CODE, '`'), /\*\*([^*]+)\*\*/g));
  }
  return found;
}
