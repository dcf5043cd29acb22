// Options of `npm start`, parsed before anything is touched.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { demandReadable } from './data/import';

export const HELP = `Ladder on a local Jira, without an account.

  npm start -- [options]

  --port <n>       port on this machine (default 4410; 0 takes a free one)
  --data <file>    fill the site from Jira's CSV export (all fields), Jira REST JSON lines or a
                   REST search response; the page Data of the running site takes them too
  --db <file>      database file (default .local/ladder.db of the project)
  --fresh          forget the database and fill it again
  --now <time>     where the clock starts, for example 2026-11-21T09:00:00Z
                   (default: the real time; with --data the newest date in the data)
  --issues <n>     number of issues in the demo (default 720)
  --projects <n>   number of projects in the demo (default 3)
  --help           this text
`;

/** The command line cannot be used; the text says why. */
export class OptionsError extends Error {
  constructor(message: string) {
    super(`${message}\n\n${HELP}`);
    this.name = 'OptionsError';
  }
}

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((n) => n >= least && n <= most, `must be from ${least} to ${most}`);

const optionsSchema = z.object({
  port: whole(0, 65_535).default(4410),
  data: z.string().min(1).optional(),
  db: z
    .string()
    .min(1)
    .default(path.join(__dirname, '..', '.local', 'ladder.db')),
  fresh: z.boolean().default(false),
  now: z
    .string()
    .refine(
      (text) => !Number.isNaN(Date.parse(text)),
      'must be a time such as 2026-11-21T09:00:00Z',
    )
    .transform((text) => Date.parse(text))
    .optional(),
  issues: whole(1, 1_000_000).optional(),
  projects: whole(1, 500).optional(),
  help: z.boolean().default(false),
});

export type Options = z.infer<typeof optionsSchema>;

const declared = {
  port: { type: 'string' },
  data: { type: 'string' },
  db: { type: 'string' },
  fresh: { type: 'boolean' },
  now: { type: 'string' },
  issues: { type: 'string' },
  projects: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/**
 * @throws OptionsError for an unknown option or a value that cannot be used, DataError for a data
 * file that cannot be read.
 */
export function parseOptions(args: readonly string[]): Options {
  const result = optionsSchema.safeParse(valuesOf(args));
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new OptionsError(`--${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not right'}.`);
  }
  const { data, issues, projects } = result.data;
  if (data !== undefined && (issues !== undefined || projects !== undefined)) {
    throw new OptionsError(
      '--issues and --projects belong to the demo; leave them out with --data.',
    );
  }
  if (data !== undefined) demandReadable(data);
  return result.data;
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: declared, strict: true }).values;
  } catch (error) {
    throw new OptionsError(error instanceof Error ? error.message : String(error));
  }
}
