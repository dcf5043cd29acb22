import { JastBuilder, type Query } from '@atlaskit/jql-ast';
import { JqlError } from './jql-error';

const CACHE_SIZE = 500;
const trees = new Map<string, Query | JqlError>();

/**
 * The tree of a query, by Atlassian's own grammar. Parsing costs about a millisecond, so trees are
 * kept by text.
 *
 * @throws JqlError when the text is no JQL.
 */
export function parseJql(text: string): Query {
  let tree = trees.get(text);
  if (!tree) {
    tree = build(text);
    const oldest = trees.keys().next();
    if (trees.size >= CACHE_SIZE && !oldest.done) trees.delete(oldest.value);
    trees.set(text, tree);
  }
  if (tree instanceof JqlError) throw tree;
  return tree;
}

function build(text: string): Query | JqlError {
  try {
    const { errors, query } = new JastBuilder().build(text);
    const [first] = errors;
    if (first) return new JqlError(`Error in the JQL Query: ${first.message}`);
    return query ?? new JqlError('Error in the JQL Query.');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new JqlError('Error in the JQL Query: it is nested too deeply.');
  }
}
