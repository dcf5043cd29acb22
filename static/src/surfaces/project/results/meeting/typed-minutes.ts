// The minutes of a project's meeting of one day, kept in this browser: a page that is reloaded does
// not forget what was said.
import { z } from 'zod';
import { resultView } from '../../../../../../src/contract/shapes';
import type { Day } from '../../../../../../src/domain/days';
import { typedIn } from '../../../../forge/typed';
import type { SaidHere } from './minutes';

const stored = z.object({
  day: z.string(),
  said: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      summary: z.string(),
      goal: z.string(),
      unit: z.string(),
      sentence: z.string(),
      view: resultView,
    }),
  ),
});

export interface KeptMinutes {
  /** Empty where nothing was said on this day. */
  read: () => SaidHere[];
  write: (said: readonly SaidHere[]) => void;
}

/** One meeting is kept per project: that of the last day. */
export function keptMinutes(projectId: string, day: Day): KeptMinutes {
  const place = typedIn(stored, `minutes:${projectId}`);
  return {
    read() {
      const kept = place.read();
      return kept?.day === day ? kept.said : [];
    },
    write(said) {
      if (said.length === 0) place.drop();
      else place.write({ day, said: [...said] });
    },
  };
}
