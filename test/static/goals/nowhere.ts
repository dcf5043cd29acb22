// The place of a tab whose numbers are never answered, or answered by a test.
import type { OpenProject } from '../../../src/contract/procedures';
import type { Where } from '../../../static/src/surfaces/project/use-numbers';

const NEVER: ReturnType<Where['openCalls']> = {
  jira: () => new Promise(() => undefined),
  leave: () => undefined,
};

export const nowhere = (project: OpenProject, calls = NEVER): Where => ({
  openCalls: () => calls,
  projectId: project.projectId,
  zone: 'UTC',
  frame: {
    goals: project.goals,
    rules: project.rules,
    standardTypeIds: ['1'],
    undelivered: { resolutionIds: [], statusIds: [] },
    parents: [],
  },
});
