// A reading of a goal as it is kept: each test names what it is about.
import type { KeptReading } from '../../src/ports';

/** The first revision of a reading that nobody corrected. */
export const aReading = (
  one: Pick<KeptReading, 'goalId' | 'day' | 'value'> & Partial<KeptReading>,
): KeptReading => ({ rev: 1, by: 'acc-po', at: 0, withdrawn: false, earlier: [], ...one });
