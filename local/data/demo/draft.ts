// An item of the demo before it has a key: what it is about and when things happened to it.

import type { Answer, AnsweredWhen } from '../../../src/domain/answer';
import type { Day } from '../../../src/domain/days';
import type { Sorting } from '../../../src/domain/sort';
import type { Postponement, Said } from '../../../src/ports';
import type { Kind, ResolutionName, StatusName } from './catalog';
import type { Theme } from './tables';

export interface Draft {
  kind: Kind;
  theme: Theme;
  parent: Draft | null;
  summary: string;
  status: StatusName;
  resolution: ResolutionName | null;
  /** Milliseconds; `started` and `finished` are null while that has not happened. */
  created: number;
  started: number | null;
  finished: number | null;
  answer: { fields: Answer; when: AnsweredWhen; at: number } | null;
  /** What was said of it once it was out, oldest first. */
  said: Said[];
  /** How often it was found too early to tell. */
  later: Postponement[];
  sorting: { sorting: Sorting; at: Day } | null;
  /** Content of the answer property that the app did not write. */
  foreignAnswer: unknown;
  restricted: boolean;
  labels: string[];
  /** A name under which tests and pictures find the item. */
  notable: string | null;
}

/** A draft with nothing said of it. */
export function draftOf(
  basis: Pick<Draft, 'kind' | 'theme' | 'parent' | 'summary' | 'created'> & Partial<Draft>,
): Draft {
  return {
    status: 'todo',
    resolution: null,
    started: null,
    finished: null,
    answer: null,
    said: [],
    later: [],
    sorting: null,
    foreignAnswer: undefined,
    restricted: false,
    labels: [],
    notable: null,
    ...basis,
  };
}
