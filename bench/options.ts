// Options of `npm run bench`, parsed before anything is measured.
import { parseArgs } from 'node:util';
import { z } from 'zod';

export const SECTIONS = ['scan', 'backlog', 'listed', 'counted', 'first'] as const;
export type Section = (typeof SECTIONS)[number];

/** In a smaller project the year has so few finished items that the page lists them. */
const FEWEST_COUNTED = 10_000;
/** In a smaller project nothing comes of age on the night that is looked at. */
const FEWEST_SCANNED = 1_500;
const MOST_ITEMS = 1_000_000;
/** What the page of the figures promises. */
const SIZES = [10_000, 100_000, MOST_ITEMS];

export const HELP = `What Ladder costs a site, on the local Jira in memory. The page that is printed is kept as
docs/benchmarks.md; of a run with --only the sections that were run take the place of the old ones,
and a section keeps only the sizes that it was run with. All of it takes some ten minutes on two cores;
--issues 10000,100000 --scan 10000,100000 leaves out the million, which is most of them.

  npm run bench -- [options]

  --only <names>   sections to run, with commas between them (default: all)
      scan         calls, points and heap of the nightly scan on four nights, beside jira.js
                   answering the same question by listing
      backlog      requests of the tab Backlog, beside jira.js answering its question by listing
      listed       time to all numbers of 2,000 finished items, beside Jira's own time
      counted      requests of the tab Outcome vs output above 2,000 finished items, beside jira.js
      first        sizes of the pages, time to the first number and memory in a browser, beside a
                   bare page
  --issues <n,n>   items in the projects of backlog and counted, from 10000 to 1000000
                   (default 10000,100000,1000000; the million is not listed)
  --scan <n,n>     items in the project that is scanned, from 1500 to 1000000
                   (default 10000,100000,1000000; the million is not listed)
  --help           this text

  Counts are the same on every machine; times are not. "first" fails when the page takes more than
  one and a half times as long as the bare one, "backlog" and "counted" when requests grow with items,
  "scan" when a night costs more than what is promised.
`;

/** The command line cannot be used; the text says why. */
export class OptionsError extends Error {
  constructor(message: string) {
    super(`${message}\n\n${HELP}`);
    this.name = 'OptionsError';
  }
}

const parts = z.array(z.string()).transform((texts) => texts.join(',').split(','));

const sizes = (least: number, why: string) =>
  parts.pipe(
    z.array(
      z
        .string()
        .regex(/^\d+$/, 'takes whole numbers with commas between them')
        .transform(Number)
        .refine((n) => n >= least, `takes numbers from ${least}: ${why}`)
        .refine((n) => n <= MOST_ITEMS, `takes numbers up to ${MOST_ITEMS}`),
    ),
  );

const optionsSchema = z.object({
  only: parts
    .pipe(z.array(z.enum(SECTIONS, `takes ${SECTIONS.join(', ')}`)))
    .default([...SECTIONS]),
  issues: sizes(
    FEWEST_COUNTED,
    'a smaller project has no 2,000 finished items, so its numbers are listed and not counted',
  ).default([...SIZES]),
  scan: sizes(FEWEST_SCANNED, 'in a smaller project nothing comes of age in one night').default([
    ...SIZES,
  ]),
  help: z.boolean().default(false),
});

export type Options = z.infer<typeof optionsSchema>;

const declared = {
  only: { type: 'string', multiple: true },
  issues: { type: 'string', multiple: true },
  scan: { type: 'string', multiple: true },
  help: { type: 'boolean' },
} as const;

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: declared, strict: true }).values;
  } catch (error) {
    throw new OptionsError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws OptionsError for an unknown option or a value that cannot be used */
export function parseOptions(args: readonly string[]): Options {
  const result = optionsSchema.safeParse(valuesOf(args));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new OptionsError(
    `--${String(issue?.path[0] ?? '')} ${issue?.message ?? 'cannot be used'}.`,
  );
}
