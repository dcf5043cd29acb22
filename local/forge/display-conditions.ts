// Display conditions of modules, as far as the manifest uses them:
// https://developer.atlassian.com/platform/forge/manifest-reference/display-conditions/ . They only hide; they protect nothing.
import { z } from 'zod';

/** Reads an entity property; undefined when it is not there. */
export type PropertyReader = (entity: 'issue' | 'project', key: string) => Promise<unknown>;

const equalTo = z
  .object({
    entity: z.enum(['issue', 'project']),
    propertyKey: z.string(),
    objectName: z.string().optional(),
    value: z.union([z.string(), z.number(), z.boolean()]),
  })
  .strict();

const exists = z.object({ entity: z.enum(['issue', 'project']), propertyKey: z.string() }).strict();

const branch = z.record(z.string(), z.unknown());
const branches = z.union([z.array(branch), branch.transform((one) => [one])]);

/** The manifest uses a condition that the host does not know. */
export class UnknownConditionError extends Error {
  constructor(name: string) {
    super(`The local host does not know the display condition "${name}".`);
    this.name = 'UnknownConditionError';
  }
}

/** Whether a module shows. All conditions of one object must hold. @throws UnknownConditionError */
export async function isShown(
  conditions: Record<string, unknown> | undefined,
  read: PropertyReader,
): Promise<boolean> {
  for (const [name, argument] of Object.entries(conditions ?? {})) {
    if (!(await holds(name, argument, read))) return false;
  }
  return true;
}

async function holds(name: string, argument: unknown, read: PropertyReader): Promise<boolean> {
  switch (name) {
    case 'not':
      return !(await isShown(branch.parse(argument), read));
    case 'and': {
      for (const one of branches.parse(argument)) if (!(await isShown(one, read))) return false;
      return true;
    }
    case 'or': {
      for (const one of branches.parse(argument)) if (await isShown(one, read)) return true;
      return false;
    }
    case 'entityPropertyExists': {
      const { entity, propertyKey } = exists.parse(argument);
      return (await read(entity, propertyKey)) !== undefined;
    }
    case 'entityPropertyEqualTo': {
      const { entity, propertyKey, objectName, value } = equalTo.parse(argument);
      const content = await read(entity, propertyKey);
      return String(at(content, objectName)) === String(value);
    }
    default:
      throw new UnknownConditionError(name);
  }
}

/** The value at a path with dots; the whole content without one. */
function at(content: unknown, objectName: string | undefined): unknown {
  if (objectName === undefined) return content;
  let found = content;
  for (const name of objectName.split('.')) {
    const object = branch.safeParse(found);
    found = object.success ? object.data[name] : undefined;
  }
  return found;
}
