// manifest.yml as the tests of the architecture read it: by themselves, not through the local host.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { parse } from 'yaml';
import { z } from 'zod';

const root = path.join(__dirname, '../..');

const schema = z.object({
  app: z.object({
    storage: z.object({
      entities: z.array(
        z.object({
          name: z.string(),
          attributes: z.record(z.string(), z.object({ type: z.string() })),
          indexes: z.array(
            z.object({
              name: z.string(),
              partition: z.array(z.string()),
              range: z.array(z.string()),
            }),
          ),
        }),
      ),
    }),
  }),
  modules: z
    .object({
      function: z.array(z.object({ key: z.string(), handler: z.string() })),
      'jira:entityProperty': z.array(
        z.object({
          entityType: z.literal('issue'),
          propertyKey: z.string(),
          values: z.array(
            z.object({ path: z.string(), type: z.string(), searchAlias: z.string() }),
          ),
        }),
      ),
      'jira:workflowValidator': z.array(z.object({ expression: z.string() })),
    })
    .loose(),
  permissions: z.object({ scopes: z.array(z.string()) }),
});

export const manifest = schema.parse(parse(readFileSync(path.join(root, 'manifest.yml'), 'utf8')));

/** Every value of `function` below the modules: which functions the modules name. */
export function namedFunctions(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(namedFunctions);
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'function' && typeof value === 'string' ? [value] : namedFunctions(value),
  );
}

/** Names that a TypeScript file exports, without loading it: its packages need the platform. */
export function exportsOf(file: string): string[] {
  const program = ts.createProgram([path.join(root, file)], { noResolve: true, allowJs: false });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path.join(root, file));
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${file} is missing or exports nothing`);
  return checker.getExportsOfModule(module).map((symbol) => symbol.name);
}
