// For every procedure a payload that is right in everything but, perhaps, who sends it and for what.
import { wordingOf } from '../../src/domain/agreement';
import { fingerprint } from '../../src/contract/fingerprint';
import type { Payload, ProcedureName } from '../../src/contract/procedures';
import { DEFAULT_RULES } from '../../src/domain/rules';
import { dataPayloads } from './data-payloads';
import { addGoal, answerFor, goalInput, PROJECT, STATUS, type Loop } from '../support/loop';

/** What a call acts on. */
export interface Subject {
  itemId: string;
  projectId: string;
  /** A kill that dev has begun there. */
  intent?: string | undefined;
  /** Revision of what is kept of its decisions. */
  rev?: number | undefined;
}

type Payloads = { [N in ProcedureName]: (subject: Subject) => Payload<N> };

const READ_ON = '2026-06-01';
/** What sorting an item as *kept it running* leaves on it. */
const SEEN = { statusId: STATUS.todo, flag: null, answer: null, rev: 0 };
const PARK = { kind: 'park' as const, until: '2026-09-01', reason: 'Not this summer.' };
const KILL = { kind: 'kill' as const, reason: 'Nobody asks for it.' };
const SORTED = { v: 1, why: 'run', state: 'answered', when: 'sorted', answered: '2026-06-10' };

export const idOf = (number: number) => String(10_000 + number);

/** Goals of SHOP: one that stays active, one that the calls may end, and one whose owner is dev. */
export interface Goals {
  lasting: string;
  ending: string;
  owned: string;
  /** The agreement of a time without goals, which names dev. */
  agreement: string;
}
/** The days of an agreement that no goal reaches, so that its wording stays as it is. */
const AGREED = { firstDay: '2030-01-01', lastDay: '2030-03-31' };
/** Each call agrees on a quarter of its own. */
let quarters = 0;

export const addGoals = async (loop: Loop): Promise<Goals> => ({
  lasting: await addGoal(loop),
  ending: await addGoal(loop, { metric: 'Order value' }),
  owned: await addGoal(loop, { metric: 'Returns', ownerAccountId: 'acc-dev' }),
  agreement: await agree(loop),
});

async function agree(loop: Loop): Promise<string> {
  const { rev } = await settingsNow(loop);
  const { agreements } = await loop.call('po', 'agreement.save', {
    projectId: PROJECT,
    rev,
    agreement: { ...AGREED, personIds: ['acc-dev'], agreedOn: '2026-06-01' },
  });
  return agreements[0]?.id ?? '';
}

/** The workflow that the gate may be placed in. */
async function workflowNow(loop: Loop) {
  const { gate } = await loop.call('admin', 'setup.look', { projectId: PROJECT });
  return gate.known ? gate.workflows[0] : undefined;
}

type Workflow = Awaited<ReturnType<typeof workflowNow>>;

/** All payloads, over the project's settings and its workflow as they stand now. */
export const payloadsNow = async (loop: Loop, goals: Goals): Promise<Payloads> =>
  payloadsOver(goals, await settingsNow(loop), await workflowNow(loop));

const settingsNow = (loop: Loop) => loop.call('po', 'settings.open', { projectId: PROJECT });
type Settings = Pick<
  Awaited<ReturnType<typeof settingsNow>>,
  'rev' | 'rules' | 'goals' | 'agreements'
>;

/** What these name changes with other calls: a revision, a reading. */
const OVER_SETTINGS = /^((goal|rules|reading|period|agreement)\.|data\.adopt$)/;
const NOT_ASKED: Settings = { rev: 0, rules: DEFAULT_RULES, goals: [], agreements: [] };

/** The payload of one procedure as it has to be now; asks only for what that one names. */
export async function payloadNow<N extends ProcedureName>(
  loop: Loop,
  goals: Goals,
  name: N,
): Promise<Payloads[N]> {
  const settings = OVER_SETTINGS.test(name) ? await settingsNow(loop) : NOT_ASKED;
  const workflow = name === 'gate.place' ? await workflowNow(loop) : undefined;
  return payloadsOver(goals, settings, workflow)[name];
}

function payloadsOver(
  { lasting, ending, owned, agreement }: Goals,
  { rev, rules, goals, agreements }: Settings,
  workflow: Workflow,
): Payloads {
  const goal = goals.find(({ id }) => id === owned);
  const reading = [...(goal?.readings ?? []), ...(goal?.withdrawnReadings ?? [])].find(
    ({ day }) => day === READ_ON,
  );
  return {
    'item.open': ({ itemId }) => ({ itemId }),
    'answer.save': ({ itemId }) => ({ itemId, seen: null, answer: answerFor(lasting) }),
    'draft.save': ({ itemId }) => ({
      itemId,
      seen: null,
      texts: { by: 'half a thought' },
      over: null,
    }),
    'draft.discard': ({ itemId }) => ({ itemId }),
    'hint.dismiss': ({ itemId }) => ({ itemId, hint: 'to-do', dismissed: true }),
    'start.anyway': ({ itemId }) => ({ itemId, reason: 'The shop is down.' }),
    'start.withdraw': ({ itemId }) => ({ itemId }),
    'passes.read': ({ itemId }) => ({ itemIds: [itemId] }),
    'result.give': ({ itemId }) => ({ itemId, result: 'moved', rev: 0 }),
    'result.later': ({ itemId }) => ({ itemId, checkBy: '2026-09-01', delivered: true, rev: 0 }),
    'results.read': ({ itemId }) => ({ itemIds: [itemId] }),
    'results.unwritten': ({ projectId }) => ({ projectId }),
    'results.repair': ({ projectId }) => ({ projectId }),
    'sort.give': ({ itemId }) => ({ itemId, sort: 'run', seen: null, rev: 0 }),
    'sort.undo': ({ itemId }) => ({ itemId, restore: null, seen: fingerprint(SORTED), rev: 0 }),
    'sortRules.save': ({ projectId }) => ({
      projectId,
      rules: [{ field: 'label', value: 'chore', sort: 'run' }],
    }),
    'signal.dismiss': ({ projectId }) => ({
      projectId,
      signal: 'unaimed::2026-Q2',
      dismissed: true,
    }),
    'reading.save': ({ projectId }) => ({
      projectId,
      goalId: owned,
      day: READ_ON,
      value: 2.4,
      rev: reading?.rev ?? 0,
    }),
    'reading.withdraw': ({ projectId }) => ({
      projectId,
      goalId: owned,
      day: READ_ON,
      withdrawn: reading?.withdrawn !== true,
      rev: reading?.rev ?? 1,
    }),
    'goals.list': ({ projectId }) => ({ projectId }),
    'reading.report': ({ projectId }) => ({
      ...{ projectId, goalId: owned },
      ...{ day: READ_ON, value: 2.4 },
    }),
    'decisions.list': ({ projectId }) => ({ projectId }),
    'decision.begin': ({ itemId }) => ({ itemId, decision: PARK, seen: SEEN }),
    'decision.finish': ({ itemId, intent }) => ({ itemId, intent: intent ?? 'made-up' }),
    'decision.drop': ({ itemId, intent }) => ({ itemId, intent: intent ?? 'made-up' }),
    'decision.undo': ({ itemId, rev: kept }) => ({ itemId, rev: kept ?? 1 }),
    'decisionDraft.open': ({ projectId }) => ({ projectId }),
    'decisionDraft.save': ({ projectId }) => ({
      projectId,
      entries: [{ itemId: idOf(1), itemKey: 'SHOP-1', seen: SEEN, decision: PARK, state: 'open' }],
      over: null,
    }),
    'acts.list': ({ projectId }) => ({ projectId }),
    ...dataPayloads({ rev, rules }),
    'scan.now': ({ projectId }) => ({ projectId }),
    'project.open': ({ projectId }) => ({ projectId }),
    'settings.open': ({ projectId }) => ({ projectId }),
    'goal.save': ({ projectId }) => ({ projectId, rev, goal: goalInput() }),
    'goal.end': ({ projectId }) => ({ projectId, rev, goalId: ending }),
    'goal.resume': ({ projectId }) => ({ projectId, rev, goalId: ending }),
    'period.start': ({ projectId }) => {
      // Each call follows a goal that nothing follows yet.
      const free = goals.find(({ successorId }) => successorId === undefined);
      const goal = goalInput({ firstDay: '2027-01-01', lastDay: '2027-03-31' });
      return { projectId, rev, goals: [{ follows: free?.id ?? lasting, goal }] };
    },
    'agreement.save': ({ projectId }) => {
      const firstDay = `${2040 + (quarters += 1)}-01-01`;
      const days = { firstDay, lastDay: firstDay };
      return {
        ...{ projectId, rev },
        agreement: { ...days, personIds: ['acc-dev'], agreedOn: '2026-06-01' },
      };
    },
    'agreement.remove': ({ projectId }) => ({
      ...{ projectId, rev },
      agreementId: agreements.find(({ id }) => id !== agreement)?.id ?? agreement,
    }),
    'signatures.read': ({ projectId }) => ({ projectId, agreementId: agreement }),
    'agreement.sign': ({ projectId }) => ({
      projectId,
      agreementId: agreement,
      says: 'signed',
      wording: fingerprint(wordingOf(AGREED, [])) ?? '',
    }),
    'rules.save': ({ projectId }) => ({ projectId, rev, rules }),
    'digest.mine': ({ projectId }) => ({ projectId, off: false }),
    'digest.preview': ({ projectId }) => ({ projectId, mode: 'notify' }),
    'settings.history': ({ projectId }) => ({ projectId, fields: ['gate', 'streams'] }),
    'setup.look': ({ projectId }) => ({ projectId }),
    'panel.pin': ({ projectId }) => ({ projectId, pinned: true }),
    'gate.place': ({ projectId }) => ({
      projectId,
      workflowId: workflow?.id ?? 'none',
      version: workflow?.version ?? 1,
      transitionIds: [],
    }),
  };
}

/**
 * Makes an item ready for what a procedure does to it.
 * @returns what a payload has to name of it
 */
export async function prepare(
  loop: Loop,
  name: ProcedureName,
  itemId: string,
  { lasting, owned }: Goals,
): Promise<Pick<Subject, 'intent' | 'rev'>> {
  const path = (property: string) => `/issue/${itemId}/properties/${property}`;
  if (['result.give', 'result.later', 'results.read'].includes(name))
    await loop.rest('dev', 'PUT', path('ladder-answer'), {
      v: 1,
      ...answerFor(lasting),
      state: 'answered',
    });
  if (name === 'start.withdraw' || name === 'passes.read')
    await loop.call('dev', 'start.anyway', { itemId, reason: 'The shop is down.' });
  if (name === 'results.read')
    await loop.call('dev', 'result.give', { itemId, result: 'flat', rev: 0 });
  if (name === 'sort.undo')
    await loop.call('dev', 'sort.give', { itemId, sort: 'run', seen: null, rev: 0 });
  if (name === 'reading.withdraw') {
    const { goals } = await loop.call('po', 'project.open', { projectId: PROJECT });
    const goal = goals.find(({ id }) => id === owned);
    if ([...(goal?.readings ?? []), ...(goal?.withdrawnReadings ?? [])].length > 0) return {};
    const reading = { goalId: owned, day: READ_ON, value: 2.2, rev: 0 };
    await loop.call('po', 'reading.save', { projectId: PROJECT, ...reading });
  }
  if (name === 'decision.undo') {
    const parked = await loop.call('dev', 'decision.begin', { itemId, decision: PARK, seen: SEEN });
    return { rev: parked.rev };
  }
  if (name === 'decision.finish' || name === 'decision.drop') {
    const begun = await loop.call('dev', 'decision.begin', { itemId, decision: KILL, seen: SEEN });
    if (name === 'decision.finish') await loop.move(Number(itemId) - 10_000, STATUS.done);
    return { intent: begun.intent?.id };
  }
  return {};
}
