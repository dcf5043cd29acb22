// The sections of `npm run bench`, one after the other on one page.
import { benchBacklog } from './backlog';
import { benchCounted } from './counted';
import { benchFirst, type FirstOptions } from './first';
import { benchListed } from './listed';
import { SECTIONS, type Options, type Section } from './options';
import { benchScan } from './scan-section';

export const TITLES: Record<Section, string> = {
  scan: 'Nightly scan, beside the same question answered by listing',
  backlog: 'Tab Backlog, every part looked at, beside its first number by listing',
  listed: 'Tab Outcome vs output, listed',
  counted:
    'Tab Outcome vs output, counted, every part looked at, beside its first number by listing',
  first: 'Pages in a browser, beside a bare page on React and Atlaskit',
};

export interface BenchOptions extends Pick<Options, 'only' | 'issues' | 'scan'> {
  print: (line: string) => void;
  /** Takes a section that has ended: a later one may fail. */
  keep: (title: string, text: string) => Promise<void>;
  /** What the browser section needs; called when it is its turn. */
  browser: () => Promise<FirstOptions>;
}

/** Runs the chosen sections in their order; false when one of them broke what it promises. */
export async function runSections(options: BenchOptions): Promise<boolean> {
  const { only, issues, scan, browser, keep } = options;
  let kept = true;
  for (const name of SECTIONS.filter((one) => only.includes(one))) {
    const lines: string[] = [];
    const print = (line: string): void => {
      options.print(line);
      lines.push(line);
    };
    options.print(`\n## ${TITLES[name]}\n`);
    const run: Record<Section, () => Promise<boolean>> = {
      scan: () => benchScan({ sizes: scan, print }),
      backlog: () => benchBacklog({ sizes: issues, print }),
      listed: () => benchListed({ print }).then(() => true),
      counted: () => benchCounted({ sizes: issues, print }),
      first: async () => benchFirst({ ...(await browser()), print }),
    };
    if (!(await run[name]())) kept = false;
    await keep(TITLES[name], lines.join('\n'));
  }
  return kept;
}
