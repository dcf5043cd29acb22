// For every procedure a payload that is right in everything but, perhaps, who sends it and for what.
import type { Payload, ProcedureName } from '../../src/contract/procedures';
import { addGoal, answerFor, goalInput, PROJECT, type Loop } from '../support/loop';

/** What a call acts on. */
export interface Subject {
  itemId: string;
  projectId: string;
}

type Payloads = { [N in ProcedureName]: (subject: Subject) => Payload<N> };

export const idOf = (number: number) => String(10_000 + number);

/** Two goals of SHOP: one that stays active, and one that the calls may end. */
export interface Goals {
  lasting: string;
  ending: string;
}
export const addGoals = async (loop: Loop): Promise<Goals> => ({
  lasting: await addGoal(loop),
  ending: await addGoal(loop, { metric: 'Order value' }),
});

/** Payloads over the project's settings as they stand now. */
export async function payloadsNow(loop: Loop, { lasting, ending }: Goals): Promise<Payloads> {
  const { rev, rules } = await loop.call('po', 'settings.open', { projectId: PROJECT });
  const { gate } = await loop.call('admin', 'setup.look', { projectId: PROJECT });
  const workflow = gate.known ? gate.workflows[0] : undefined;
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
    'project.open': ({ projectId }) => ({ projectId }),
    'settings.open': ({ projectId }) => ({ projectId }),
    'goal.save': ({ projectId }) => ({ projectId, rev, goal: goalInput() }),
    'goal.end': ({ projectId }) => ({ projectId, rev, goalId: ending }),
    'goal.resume': ({ projectId }) => ({ projectId, rev, goalId: ending }),
    'rules.save': ({ projectId }) => ({ projectId, rev, rules }),
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

/** Makes an item ready for what a procedure does to it. */
export async function prepare(loop: Loop, name: ProcedureName, itemId: string, goal: string) {
  const path = (property: string) => `/issue/${itemId}/properties/${property}`;
  if (name === 'result.give')
    await loop.rest('dev', 'PUT', path('ladder-answer'), {
      v: 1,
      ...answerFor(goal),
      state: 'answered',
    });
  if (name === 'start.withdraw' || name === 'passes.read')
    await loop.call('dev', 'start.anyway', { itemId, reason: 'The shop is down.' });
}
