// Atlassian documents as plain paragraphs: enough to read a description in the workbench.
import { z } from 'zod';

interface Node {
  type: string;
  text?: string | undefined;
  attrs?: { text?: string | undefined } | undefined;
  content?: Node[] | undefined;
}

const node: z.ZodType<Node> = z.object({
  type: z.string(),
  text: z.string().optional(),
  attrs: z.object({ text: z.string().optional() }).optional(),
  get content() {
    return z.array(node).optional();
  },
});

const BLOCKS = new Set(['paragraph', 'heading', 'codeBlock', 'listItem', 'tableRow', 'rule']);

function inline(part: Node): string {
  if (part.type === 'hardBreak') return '\n';
  return part.text ?? part.attrs?.text ?? (part.content ?? []).map(inline).join('');
}

function blocks(part: Node): string[] {
  if (part.type === 'text' || BLOCKS.has(part.type)) return [inline(part)];
  return (part.content ?? []).flatMap(blocks);
}

/** The paragraphs of a document or of a text; none for nothing, a note for what cannot be read. */
export function paragraphs(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value === 'string') return value.split(/\n{2,}/);
  const parsed = node.safeParse(value);
  if (!parsed.success) return ['(This text cannot be shown here.)'];
  return blocks(parsed.data).filter((line) => line.trim() !== '');
}
