// Validators that stand on a transition. Source: Atlassian, module `jira:workflowValidator` (Preview),
// and REST v3, group "Workflows".
import { type SiteStatus } from '../api';
import { refuse } from '../errors';
import {
  issueBean,
  projectBean,
  transitionBean,
  userBean,
  workflowBean,
} from '../expression/beans';
import { ExpressionError } from '../expression/error';
import { evaluateExpression } from '../expression/evaluate';
import { createMeter } from '../expression/meter';
import { fromJson, typeName, type Value } from '../expression/values';
import { type ValidatorModule } from '../options';
import { hasInProject } from '../permissions';
import { type Call } from '../services';
import { type IssueRecord } from '../store';
import { FORGE_VALIDATOR, moduleOfRule } from './app-rules';
import { type Rule } from './document';
import { type OpenTransition } from './open-transitions';

/** Rules that this stand-in runs; a workflow with any other is refused when it is written. */
const PERMISSION_VALIDATOR = 'system:check-permission-validator';
export const KNOWN_VALIDATORS: readonly string[] = [FORGE_VALIDATOR, PERMISSION_VALIDATOR];

interface Move {
  call: Call;
  /** As the issue stands. */
  before: IssueRecord;
  /** With what was set on the screen. */
  issue: IssueRecord;
  transition: OpenTransition;
}

/** @throws JiraError 400 with the sentence of the first validator that does not pass. */
export function checkValidators(
  call: Call,
  { before, issue }: Pick<Move, 'before' | 'issue'>,
  transition: OpenTransition,
): void {
  for (const rule of transition.rules.validators ?? []) {
    const refusal = refusalOf({ call, before, issue, transition }, rule);
    if (refusal !== undefined) throw refuse(400, refusal);
  }
}

function refusalOf(move: Move, rule: Rule): string | undefined {
  const { call, issue } = move;
  if (rule.ruleKey === PERMISSION_VALIDATOR) {
    const permission = rule.parameters?.['permissionKey'] ?? '';
    if (hasInProject(call.viewer, permission, issue.projectId)) return undefined;
    return `You need the permission ${permission} for this transition.`;
  }
  if (rule.parameters?.['disabled'] === 'true') return undefined;
  const module = moduleOfRule(call.app, rule);
  if (!module) return 'A rule of an app that is not installed any more refuses this transition.';
  return validate(move, module, configOf(rule));
}

function configOf(rule: Rule): Value {
  const text = rule.parameters?.['config'] ?? '';
  return text === '' ? null : fromJson(JSON.parse(text) as unknown);
}

/** `true` passes, a text refuses and is shown; anything else, or an error, refuses and is reported. */
function validate(move: Move, module: ValidatorModule, config: Value): string | undefined {
  const { call, issue } = move;
  const message = module.errorMessage ?? `The transition is not allowed by '${module.name}'.`;
  const report = (reason: string): string => {
    const { id: issueId, projectId } = issue;
    call.failures.add({ at: call.clock.now(), moduleKey: module.key, issueId, projectId, reason });
    return message;
  };
  try {
    const value = run(move, module.expression, config);
    if (value === true) return undefined;
    if (typeof value === 'string') return value;
    return value === false ? message : report(`The value is ${typeName(value)}, not Boolean.`);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return report(error.message);
  }
}

function run({ call, before, issue, transition }: Move, expression: string, config: Value): Value {
  const meter = createMeter();
  const { catalog, viewer, clock } = call;
  const source = { services: call, meter, sees: viewer.seesIssue };
  const project = catalog.project(issue.projectId);
  const from: SiteStatus = catalog.status(issue.statusId) ?? transition.to;
  const workflow = project && call.workflows.ofProject(project);
  const names = {
    user: viewer.isApp ? null : userBean(source, viewer.accountId),
    issue: issueBean(source, issue),
    originalIssue: issueBean(source, before),
    project: project ? projectBean(source, project) : null,
    transition: transitionBean(transition, from, call.screens.of(transition.rules) !== undefined),
    workflow: workflow ? workflowBean(workflow.id, workflow.name) : null,
    config,
  };
  return evaluateExpression(expression, { names, now: clock.now(), zone: viewer.zone, meter })
    .value;
}
