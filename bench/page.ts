// docs/benchmarks.md: one section a question, each with the machine it was last measured on.
import { cpus, totalmem } from 'node:os';

const HEAD = `# What Ladder costs

Written by \`npm run bench\`, on the local Jira in memory. Counts of calls, points and bytes are the same on
every machine. Times are not, so they stand beside another way to do the same on the same machine, as the
median of several runs with the least and the most. Listing is done with jira.js, 100 items a page.
\`npm run bench -- --help\` names the sections and the sizes. The local Jira answers at once: on a site each
call takes tens of milliseconds more, which favours whoever makes fewer.
`;

/** The machine and the moment, without anything that names either. */
export function measuredOn(commit: string, now: Date = new Date()): string {
  const all = cpus();
  const gib = Math.round(totalmem() / 1024 ** 3);
  return (
    `Measured on ${now.toISOString().slice(0, 10)} at ${commit}: Node ${process.versions.node}, ` +
    `${process.platform} ${process.arch}, ${all.length} × ${all[0]?.model.trim() ?? 'unknown'}, ${gib} GiB.`
  );
}

/** The sections of a page by their titles. */
function sectionsOf(page: string): Map<string, string> {
  const [, ...parts] = page.split(/^## /m);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end).trim()];
    }),
  );
}

/** The page with these sections in the place of the old ones, in the order of `titles`. */
export function renewed(
  old: string,
  titles: readonly string[],
  measured: ReadonlyMap<string, string>,
): string {
  const known = sectionsOf(old);
  const parts = titles.flatMap((title) => {
    const text = measured.get(title) ?? known.get(title);
    return text === undefined ? [] : [`\n## ${title}\n\n${text.trim()}\n`];
  });
  return [HEAD, ...parts].join('');
}
