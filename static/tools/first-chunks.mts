// What a reader waits for comes in few files. Left alone, the bundler makes one file for each set of
// pages that share a module, most of them smaller than the request that fetches them. These files hold
// what the same readers need at the same time; nobody fetches more than they need, save that
// the settings page gets what the others share.
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** The part of the bundler's context that is looked at. */
interface Context {
  getModuleInfo: (id: string) => { importedIds: readonly string[] } | null;
}

const SURFACES = 'src/surfaces';
/** Where each part of the pages begins. */
const PARTS = {
  start: ['src/index.ts'],
  page: ['src/page.tsx'],
  item: [`${SURFACES}/item/main.tsx`],
  settings: [`${SURFACES}/settings/main.tsx`],
  automation: [`${SURFACES}/automation/main.tsx`],
  asking: [`${SURFACES}/project/gather/first-questions.ts`, `${SURFACES}/project/first-draw.ts`],
  project: [`${SURFACES}/project/main.tsx`, `${SURFACES}/project/outcome/outcome-tab.tsx`],
} as const;
type Part = keyof typeof PARTS;

/** The modules that a module needs before it can run, itself among them. */
function closureOf(ids: readonly string[], context: Context): Set<string> {
  const found = new Set<string>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(context.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}

/**
 * The file of a module; undefined where the bundler decides. In this order no file needs a later one.
 * @param has whether a part needs the module before it can run
 */
function fileOf(has: (part: Part) => boolean): string | undefined {
  // What draws both with React and without it is a few lines, and keeps the two apart.
  if (has('start') || (has('page') && has('asking'))) return 'start';
  // What the smallest page has in common with the others comes with what all load: it needs no more then.
  if (has('automation') && has('asking')) return 'start';
  // Before the page, so that the first number needs no React.
  if (has('asking')) return has('item') || has('settings') ? 'shared' : 'asking';
  if (has('page') || (has('automation') && has('item') && has('project'))) return 'page';
  if (!has('project')) return undefined;
  return has('item') ? 'parts' : has('settings') ? 'words' : 'project';
}

/**
 * What is fetched beside the entry, by the name of its file. What only a project page asks with is small,
 * and others can wait for what they need.
 */
const FETCHED_AT_ONCE = { shared: {}, asking: { fetchpriority: 'low' }, page: {} } as const;

/** Vite plugin: the files above, and some of them fetched beside the entry. */
export function firstChunks(root: string): Plugin {
  const idsOf = (part: Part) => PARTS[part].map((file) => resolve(root, file));
  let closures: ReadonlyMap<Part, Set<string>> | undefined;
  const closuresIn = (context: Context) =>
    (closures ??= new Map(
      (Object.keys(PARTS) as Part[]).map((part) => [part, closureOf(idsOf(part), context)]),
    ));
  return {
    name: 'ladder-first-chunks',
    apply: 'build',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [
                {
                  debugName: 'first chunks',
                  name: (id, context) =>
                    fileOf((part) => closuresIn(context).get(part)?.has(id) ?? false) ?? null,
                },
              ],
            },
          },
        },
      },
    }),
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const files = new Map(Object.values(bundle).map((file) => [file.name, file.fileName]));
        return Object.entries(FETCHED_AT_ONCE).flatMap(([name, more]) => {
          const file = files.get(name);
          if (file === undefined || html.includes(file)) return [];
          const attrs = { rel: 'modulepreload', crossorigin: true, href: `./${file}`, ...more };
          return [{ tag: 'link', attrs, injectTo: 'head' as const }];
        });
      },
    },
  };
}
