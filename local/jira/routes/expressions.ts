// Jira expressions by REST. Source: Atlassian, REST v3, group "Jira expressions".
import { z } from 'zod';
import { EXPRESSION } from '../constants';
import { issueBean, projectBean, userBean } from '../expression/beans';
import { ExpressionError } from '../expression/error';
import { evaluateExpression } from '../expression/evaluate';
import { createMeter } from '../expression/meter';
import { toJson, type Value } from '../expression/values';
import { issueNotFound, projectNotFound, refuse } from '../errors';
import { findIssue, findProject, readBody } from '../reading';
import { type Call, ok, READ, READ_USER, type Reply, route, type Route } from '../services';

const reference = z.strictObject({ id: z.int().optional(), key: z.string().optional() });
const evaluateBody = z.strictObject({
  expression: z.string(),
  context: z
    .strictObject({
      issue: reference.optional(),
      project: reference.optional(),
    })
    .optional(),
});
const SCOPES = [...READ, ...READ_USER];

export const expressionRoutes: Route[] = [route('POST', '/expression/evaluate', SCOPES, evaluate)];

function evaluate(call: Call): Reply {
  const { expression, context = {} } = readBody(call, evaluateBody);
  const meter = createMeter();
  const source = { services: call, meter, sees: call.viewer.seesIssue };
  const names: Record<string, Value> = {
    user: call.viewer.isApp ? null : userBean(source, call.viewer.accountId),
  };
  let objects = 0;
  if (context.issue) {
    const issue = findIssue(call, String(context.issue.id ?? context.issue.key));
    if (!issue) throw issueNotFound();
    names['issue'] = issueBean(source, issue);
    objects += 1;
  }
  if (context.project) {
    const idOrKey = String(context.project.id ?? context.project.key);
    const project = findProject(call, idOrKey);
    if (!project) throw projectNotFound(idOrKey);
    names['project'] = projectBean(source, project);
  }
  try {
    const now = call.clock.now();
    const done = evaluateExpression(expression, { names, now, zone: call.viewer.zone, meter });
    const complexity = {
      steps: { value: done.steps, limit: EXPRESSION.maxSteps },
      expensiveOperations: {
        value: done.expensiveOperations,
        limit: EXPRESSION.maxExpensive,
      },
      beans: { value: objects, limit: 1_000 },
      primitiveValues: { value: 0, limit: 10_000 },
    };
    const meta = call.query.get('expand')?.includes('meta.complexity')
      ? { meta: { complexity } }
      : {};
    return ok({ value: toJson(done.value), ...meta }, { objects });
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw refuse(400, `Evaluation failed: ${error.message}`);
  }
}
