// A window's numbers at their end, and a frame in which bets have results.
import type { Frame } from '../../src/domain/band';
import {
  createReport,
  EMPTY_REPORT,
  type ReportOptions,
} from '../../static/src/surfaces/project/gather/window-report';
import { NOW } from '../support/arbitraries';
import { value } from '../support/builders';
import { fullFrame } from './number-site';

const PARTS = ['periods', 'streams', 'bets'] as const;

/** Runs a report to its end, with all its parts or only those given besides the headline. */
export async function reportOf(
  options: Omit<ReportOptions, 'onChange' | 'projectId' | 'now'>,
  parts: readonly (typeof PARTS)[number][] = PARTS,
) {
  let last = EMPTY_REPORT;
  const report = createReport({
    ...options,
    projectId: '1',
    now: NOW,
    onChange: (next) => {
      last = next;
    },
  });
  await report.start();
  for (const part of parts) await report.ask(part);
  return last;
}

/** The full frame once more, with results of two of its parents. */
export const withResults: Frame = {
  ...fullFrame,
  parents: fullFrame.parents.map((parent, n) => {
    const result = (['moved', 'unclear'] as const)[n];
    return result
      ? { ...parent, result: value({ result, evidence: 'judged', at: '2026-10-01' }) }
      : parent;
  }),
};
