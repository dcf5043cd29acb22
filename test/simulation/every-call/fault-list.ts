// Every fault of each class that a call can meet.
import { GARBLED, REFUSALS, STATUSES, type Fault, type FaultClass, type Outside } from '../faults';

/** What each class does to a call, as the names of tests say it. */
export const CLASS_NAMES: Readonly<Record<FaultClass, string>> = {
  F1: 'is refused',
  F2: 'fails or answers nonsense',
  F3: 'is done and its reply lost',
  F4: 'hangs until the function is ended',
  F5: 'crashes the function before or after it',
};

const BOTH = [false, true] as const;

/** All faults of a class for a call; storage and the queue refuse in one way only, which is in F1. */
export function faultsOf(kind: FaultClass, { to }: Outside): Fault[] {
  const isJira = to === 'jira';
  switch (kind) {
    case 'F1':
      return isJira ? REFUSALS.map((one) => ({ kind: '429', ...one })) : [{ kind: 'refused' }];
    case 'F2':
      if (!isJira) return [];
      return [
        ...STATUSES.map((status) => ({ kind: 'status' as const, status })),
        ...GARBLED.map((body) => ({ kind: 'garbled' as const, body })),
      ];
    case 'F3':
      return [{ kind: 'lost' }];
    case 'F4':
      return BOTH.map((after) => ({ kind: 'hang', after }));
    case 'F5':
      return BOTH.map((after) => ({ kind: 'crash', after }));
  }
}
