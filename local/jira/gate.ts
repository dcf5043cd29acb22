// Validators of the app on the moves into In Progress. Source: Atlassian, module
// `jira:workflowValidator` (Preview).
import { type Db } from '../db';
import { type SiteStatus } from './api';
import { issueBean, projectBean, transitionBean, userBean, workflowBean } from './expression/beans';
import { ExpressionError } from './expression/error';
import { evaluateExpression } from './expression/evaluate';
import { createMeter } from './expression/meter';
import { typeName } from './expression/values';
import { refuse } from './errors';
import { type ValidatorModule } from './options';
import { num } from './rows';
import { type Call } from './services';
import { type IssueRecord } from './store';
import { type WorkflowTransition } from './workflow';

/** Whether the app's rule stands in a project's workflow. */
export function gatePlaced(db: Db, projectId: string): boolean {
  const row = db.get('SELECT gate FROM jira_project WHERE id = ?', [projectId]);
  return row !== undefined && num(row, 'gate') === 1;
}

export function setGate(db: Db, projectId: string, placed: boolean): void {
  db.run('UPDATE jira_project SET gate = ? WHERE id = ?', [placed ? 1 : 0, projectId]);
}

/** @throws JiraError 400 with the sentence of the first validator that does not pass. */
export function checkGate(call: Call, issue: IssueRecord, transition: WorkflowTransition): void {
  if (transition.to.category !== 'indeterminate' || !gatePlaced(call.db, issue.projectId)) return;
  const style = call.catalog.project(issue.projectId)?.style;
  const type = style === 'next-gen' ? 'team-managed' : 'company-managed';
  for (const module of call.app.validators) {
    if (!(module.projectTypes ?? ['company-managed']).includes(type)) continue;
    const refusal = validate(call, module, issue, transition);
    if (refusal !== undefined) throw refuse(400, refusal);
  }
}

/** `true` passes, a text refuses and is shown; anything else, or an error, refuses and is reported. */
function validate(
  call: Call,
  module: ValidatorModule,
  issue: IssueRecord,
  transition: WorkflowTransition,
): string | undefined {
  const message = module.errorMessage ?? `The transition is not allowed by '${module.name}'.`;
  const report = (reason: string): string => {
    const { id: issueId, projectId } = issue;
    call.failures.add({ at: call.clock.now(), moduleKey: module.key, issueId, projectId, reason });
    return message;
  };
  try {
    const value = run(call, module.expression, issue, transition);
    if (value === true) return undefined;
    if (typeof value === 'string') return value;
    return value === false ? message : report(`The value is ${typeName(value)}, not Boolean.`);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return report(error.message);
  }
}

function run(call: Call, expression: string, issue: IssueRecord, transition: WorkflowTransition) {
  const meter = createMeter();
  const { catalog, viewer, clock } = call;
  const source = { services: call, meter, sees: viewer.seesIssue };
  const project = catalog.project(issue.projectId);
  const from: SiteStatus = catalog.status(issue.statusId) ?? transition.to;
  const names = {
    user: viewer.isApp ? null : userBean(source, viewer.accountId),
    issue: issueBean(source, issue),
    originalIssue: issueBean(source, issue),
    project: project ? projectBean(source, project) : null,
    transition: transitionBean(transition.name, transition.id, from, transition.to),
    workflow: workflowBean(`Workflow of ${project?.key ?? ''}`),
    config: null,
  };
  return evaluateExpression(expression, { names, now: clock.now(), zone: viewer.zone, meter })
    .value;
}
