// The goals of a project by its key, as the person who writes the rule sees them. Fetched after the
// form stands.
import type { Output } from '../../../../src/contract/procedures';
import { isOver } from '../../../../src/domain/goal';
import type { Option } from '../../components/select';
import { call } from '../../forge/call';
import { jira } from '../../forge/jira';
import { fill } from '../../format';
import { automation as text } from '../../messages/automation';

type Listed = Output<'goals.list'>;

function optionsOf({ goals, today }: Listed): Option[] {
  const labelled = goals.map((goal) => ({ goal, over: isOver(goal, today) }));
  // The sort keeps the order of the settings within both halves.
  return labelled
    .sort((a, b) => Number(a.over) - Number(b.over))
    .map(({ goal: { id, metric }, over }) => ({
      value: id,
      label: over ? fill(text.over, { metric }) : metric,
    }));
}

/** @throws {CallError} where the project or its goals cannot be read */
export async function loadGoals(projectKey: string): Promise<Option[]> {
  const params = { projectIdOrKey: projectKey };
  const { id } = await jira('project', { params });
  return optionsOf(await call('goals.list', { projectId: id }));
}
