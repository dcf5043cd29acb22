// A schema of OpenAPI 3.0 as a JSON schema: `nullable` becomes a type, references lead into the file,
// and an object that lists its members has no others, unless its schema speaks of them.
const LISTS = ['allOf', 'anyOf', 'oneOf'];
/** What explains and does not check. */
const SAID = [
  'description',
  'example',
  'examples',
  'discriminator',
  'xml',
  'externalDocs',
  'title',
];

type Schema = Record<string, unknown>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * @param base name of the file that references without one lead into; without it they stay
 * @param open true inside `allOf` and the like, where another part may list more members
 */
export function plainSchema(given: unknown, base = '', open = false): unknown {
  if (!isSchema(given)) return given;
  const plain = (value: unknown, isOpen = false) => plainSchema(value, base, isOpen);
  const schema: Schema = {};
  for (const [key, value] of Object.entries(given)) {
    if (SAID.includes(key) || key.startsWith('x-') || key === 'nullable') continue;
    if (key === '$ref') schema[key] = `${base}${String(value)}`;
    else if (key === 'properties' && isSchema(value))
      schema[key] = Object.fromEntries(
        Object.entries(value).map(([name, member]) => [name, plain(member)]),
      );
    else if (LISTS.includes(key) && Array.isArray(value))
      // One alone only explains it anew: nothing beside it lists more members.
      schema[key] = value.map((part) => plain(part, value.length > 1 || 'properties' in given));
    else
      schema[key] = ['items', 'not', 'additionalProperties'].includes(key) ? plain(value) : value;
  }
  const parts = LISTS.some((key) => key in schema);
  if ('properties' in schema && !('additionalProperties' in schema) && !open && !parts)
    schema['additionalProperties'] = false;
  return given['nullable'] === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}
