// An item of the demo before it has a key: what it is about and when things happened to it.

import type { Answer, AnsweredWhen } from '../../../src/domain/answer';
import type { ResultValue } from '../../../src/domain/item';
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
  result: { value: ResultValue; measured: boolean; at: number; note: string } | null;
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
    result: null,
    foreignAnswer: undefined,
    restricted: false,
    labels: [],
    notable: null,
    ...basis,
  };
}
