// Where the description is wrong or silent, and what shows it. One that nothing needs any more fails
// the check.
export interface Exception {
  /** Short name, by which the check speaks of it. */
  id: string;
  /** Method and path as the description writes them; nothing for all. */
  call?: string;
  rule: RegExp;
  reason: string;
  /** Public address of what says so. */
  page: string;
}

export const EXCEPTIONS: readonly Exception[] = [];

export const exceptionFor = (fault: { call: string; rule: string }): Exception | undefined =>
  EXCEPTIONS.find(
    ({ call, rule }) => (call === undefined || call === fault.call) && rule.test(fault.rule),
  );
