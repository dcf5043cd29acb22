// What the app's own rules make of a filled site.

import {
  readAnswer,
  readDecision,
  readFlag,
  readPass,
  readResult,
} from '../../../../src/contract/properties';
import type { Frame } from '../../../../src/domain/band';
import type { ItemFacts } from '../../../../src/domain/item';
import { undeliveredOf, type ProjectSettings } from '../../../../src/domain/rules';
import type { SiteIssue, SiteProject } from '../../../../local/jira/api';
import type { RecordingSite } from '../recording-site';

function factsOf(issue: SiteIssue, project: SiteProject): ItemFacts {
  const type = project.issueTypes.find(({ id }) => id === issue.typeId);
  const status = project.statuses.find(({ id }) => id === issue.statusId);
  if (type === undefined || status === undefined) throw new Error(`${issue.key} is not valid`);
  return {
    id: issue.id,
    key: issue.key,
    typeId: issue.typeId,
    level: type.hierarchyLevel,
    labels: issue.labels,
    componentIds: issue.componentIds,
    statusId: issue.statusId,
    category: status.category,
    resolutionId: issue.resolutionId,
    created: issue.created,
    updated: issue.updated,
    categoryChanged: issue.categoryChanged,
    parentId: issue.parentId,
    answer: readAnswer(issue.properties['ladder-answer']),
    result: readResult(issue.properties['ladder-result']),
    flag: readFlag(issue.properties['ladder-flag']),
    decision: readDecision(issue.properties['ladder-decision']),
    pass: readPass(issue.properties['ladder-pass']),
  };
}

/** Items of a project and the frame of its numbers. */
export function projectFacts(
  site: RecordingSite,
  key: string,
  settings: ProjectSettings,
): { items: ItemFacts[]; frame: Frame } {
  const project = site.projects().find((each) => each.key === key);
  if (project === undefined) throw new Error(`No project ${key}`);
  const items = site.issues
    .filter((issue) => issue.projectId === project.id)
    .map((issue) => factsOf(issue, project));
  const frame: Frame = {
    goals: settings.goals,
    rules: settings.rules,
    standardTypeIds: project.issueTypes
      .filter(({ hierarchyLevel }) => hierarchyLevel === 0)
      .map(({ id }) => id),
    undelivered: undeliveredOf(settings.rules, {
      resolutions: site.resolutions,
      statuses: project.statuses,
    }),
    parents: items.filter(({ level }) => level > 0),
  };
  return { items, frame };
}
