// What Jira says is in place, for tests of the checklist.
import type { Setup, SetupWorkflow } from '../../../src/contract/setup';

type Transition = SetupWorkflow['transitions'][number];

export const aTransition = (more: Partial<Transition> = {}): Transition => ({
  id: '11',
  name: 'Start work',
  from: ['To Do'],
  to: 'In Progress',
  starts: true,
  creates: false,
  placed: false,
  ...more,
});

const finish = aTransition({
  id: '21',
  name: 'Finish',
  from: ['In Progress'],
  to: 'Done',
  starts: false,
});
const reopen = aTransition({ id: '31', name: 'Take up again', from: [] });

/** The transition by which items come into being, with the gate on it. */
export const createTransition = aTransition({
  id: '1',
  name: 'Create',
  from: [],
  to: 'To Do',
  starts: false,
  creates: true,
  placed: true,
});

/** Two transitions that start work and one that does not; the gate stands on those in `placed`. */
export const aWorkflow = (
  placed: readonly string[] = [],
  more: Partial<SetupWorkflow> = {},
): SetupWorkflow => ({
  id: 'w1',
  name: 'Shop workflow',
  version: 3,
  shared: false,
  editable: true,
  transitions: [aTransition(), finish, reopen].map((transition) => ({
    ...transition,
    placed: placed.includes(transition.id),
  })),
  ...more,
});

export const aSetup = (more: Partial<Setup> = {}): Setup => ({
  panel: { known: true, pinned: false },
  gate: { known: true, workflows: [aWorkflow()] },
  may: { administerJira: true },
  ...more,
});

/** Jira with one workflow as given. */
export const withWorkflow = (workflow: SetupWorkflow): Setup =>
  aSetup({ gate: { known: true, workflows: [workflow] } });
