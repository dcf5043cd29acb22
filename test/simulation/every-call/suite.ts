// Every call to the outside of a reference night fails once, in every way; in the end nothing tells.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CLASSES, type FaultClass, type Outside } from '../faults';
import { differences } from './end-state';
import { CLASS_NAMES, faultsOf } from './fault-list';
import { startThread, type Thread } from '../many/thread';
import type { Outcome } from './reference';

/** What the reference asks of the outside, without the ids of items and tasks. */
const CALLS = [
  'jira GET /issue/#',
  'jira PUT /issue/#/properties/ladder-decision',
  'jira PUT /issue/#/properties/ladder-pass',
  'jira PUT /issue/#/properties/ladder-result',
  'jira DELETE /issue/#/properties/ladder-decision',
  'jira DELETE /issue/#/properties/ladder-result',
  'jira POST /issue/properties',
  'jira DELETE /issue/properties/ladder-flag',
  'jira GET /task/#',
  'jira POST /search/jql',
  'jira POST /search/approximate-count',
  'jira POST /changelog/bulkfetch',
  'jira POST /issue/bulkfetch',
  'jira POST /issue/#/notify',
  'jira GET /serverInfo',
  'jira GET /user/viewissue/search',
  'jira GET /project/#',
  'jira GET /issuetype/project',
  'jira GET /project/#/statuses',
  'jira GET /project/#/properties/ladder-gate',
  'jira PUT /project/#/properties/ladder-gate',
  'store get scan',
  'store set scan',
  'store commit scan',
  'store list scan',
  'store get revision',
  'store get job',
  'store create job',
  'store commit job',
  'store list job',
  'store get draft',
  'store list reading',
  'store get decision',
  'store commit decision',
  'store list decision',
  'store get result',
  'store commit result',
  'store list result',
  'store get pass',
  'store commit pass',
  'store list pass',
  'queue push',
] as const;

const nameOf = ({ to, what }: Outside): string =>
  `${to} ${what.replace('/rest/api/3', '').replace(/\/\d+/g, '/#')}`;

let thread: Thread;
beforeAll(() => {
  thread = startThread();
});
afterAll(() => thread.end());

let recorded: Promise<Outcome> | null = null;
const undisturbed = (): Promise<Outcome> => (recorded ??= thread.reference({}));

export interface Case {
  /** Place of the call among all, and among those of its name. */
  at: number;
  nth: number;
  kind: FaultClass;
  /** Place of the fault among those of its class, and how many these are. */
  which: number;
  of: number;
}

/** The faults of a class that the calls of a name meet, by what a suite tries of them. */
async function casesOf(
  name: string,
  kind: FaultClass,
  isTried: (one: Case) => boolean,
): Promise<Case[]> {
  const { calls } = await undisturbed();
  const named = calls.flatMap((call, at) => (nameOf(call) === name ? [{ call, at }] : []));
  return named
    .flatMap(({ call, at }, nth) => {
      const faults = faultsOf(kind, call);
      return faults.map((_fault, which) => ({ at, nth, kind, which, of: faults.length }));
    })
    .filter(isTried);
}

async function expectSameEnd({ at, kind, which }: Case): Promise<void> {
  const { calls, end, mails } = await undisturbed();
  const call = calls[at];
  const fault = call && faultsOf(kind, call)[which];
  if (!call || !fault) throw new Error('no such fault');
  const after = await thread.reference({ failing: { at, fault } });
  const found = [
    ...differences(after.end, end),
    // A message whose call may have been carried out is not sent again, so that one may be missing.
    ...after.mails.filter((one, nth) => !mails.includes(one) || after.mails.indexOf(one) !== nth),
  ];
  if (found.length > 0)
    throw new Error(
      [`call ${String(at)}, ${call.what}: ${kind} ${JSON.stringify(fault)}`, ...found].join('\n'),
    );
}

/**
 * One test for each name and class that it meets; a failing one says which of the calls it was.
 * @param meets by the place of the name in the list and of the class in its own
 */
export function everyCallSuite(
  isTried: (one: Case) => boolean,
  meets: (place: number) => boolean = () => true,
): void {
  test('the reference asks what is listed here, and nothing else', async () => {
    const names = new Set((await undisturbed()).calls.map(nameOf));
    expect([...names].sort()).toEqual([...CALLS].sort());
  });

  describe.each(CALLS.map((name, place) => [name, place] as const))('%s', (name, place) => {
    const kinds = CLASSES.filter((kind) => kind !== 'F2' || name.startsWith('jira')).filter(
      (_kind, nth) => meets(place + nth),
    );
    test.each(kinds.map((kind) => [kind, CLASS_NAMES[kind]] as const))(
      `%s: nothing tells that it once %s`,
      async (kind) => {
        const cases = await casesOf(name, kind, isTried);
        expect(cases.length).toBeGreaterThan(0);
        for (const one of cases) await expectSameEnd(one);
      },
      600_000,
    );
  });
}
