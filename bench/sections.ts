// The sections of `npm run bench`, one after the other on one page.
import { benchBacklog } from './backlog';
import { benchCounted } from './counted';
import { benchFirst, type FirstOptions } from './first';
import { benchListed } from './listed';
import type { Options, Section } from './options';
import { benchScan } from './scan-section';

export interface BenchOptions extends Options {
  print: (line: string) => void;
  /** What the browser section needs; called when it is its turn. */
  browser: () => Promise<FirstOptions>;
}

/** Runs the chosen sections in their order; false when one of them broke what it promises. */
export async function runSections(options: BenchOptions): Promise<boolean> {
  const { only, issues, scan } = options;
  const print = (line: string) => options.print(`  ${line}`);
  const sections: Record<Section, { title: string; run: () => Promise<boolean> }> = {
    scan: {
      title: 'Nightly scan, beside the same question answered by listing',
      run: () => benchScan({ sizes: scan, print }),
    },
    backlog: {
      title: 'Tab Backlog, every part looked at, as a viewer',
      run: () => benchBacklog({ sizes: issues, print }),
    },
    listed: {
      title: 'Tab Outcome vs output, listed, as a viewer',
      run: () => benchListed({ print }).then(() => true),
    },
    counted: {
      title: 'Tab Outcome vs output, counted, every part looked at, as a viewer',
      run: () => benchCounted({ sizes: issues, print }),
    },
    first: {
      title: 'First number in a browser, beside a bare page',
      run: async () => benchFirst({ ...(await options.browser()), print }),
    },
  };
  let kept = true;
  for (const [name, { title, run }] of Object.entries(sections)) {
    if (!only.includes(name as Section)) continue;
    options.print(`\n${title}`);
    if (!(await run())) kept = false;
  }
  return kept;
}
