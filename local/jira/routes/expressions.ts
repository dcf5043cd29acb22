// Jira expressions by REST. Source: Atlassian, REST v3, group "Jira expressions".
import { z } from 'zod';
import { issueBean, projectBean, userBean } from '../expression/beans';
import { measureExpression } from '../expression/complexity';
import { ExpressionError } from '../expression/error';
import { evaluateExpression } from '../expression/evaluate';
import { createMeter } from '../expression/meter';
import { toJson, type Value } from '../expression/values';
import { issueNotFound, notModelled, projectNotFound, refuse } from '../errors';
import { compileJql, searchPage } from '../jql/search';
import { findIssue, readBody } from '../reading';
import { type Call, ok, READ, READ_USER, type Reply, route, type Route } from '../services';
import { environment } from './search';

const reference = z.strictObject({ id: z.int().optional(), key: z.string().optional() });
const evaluateBody = z.strictObject({
  expression: z.string(),
  context: z
    .strictObject({
      issue: reference.optional(),
      project: reference.optional(),
      issues: z
        .strictObject({
          jql: z.strictObject({
            query: z.string(),
            maxResults: z.int().min(1).max(1_000).optional(),
          }),
        })
        .optional(),
    })
    .optional(),
});
const analyseBody = z.strictObject({
  expressions: z.array(z.string()).min(1),
  contextVariables: z.unknown().optional(),
});
const SCOPES = [...READ, ...READ_USER];

export const expressionRoutes: Route[] = [
  route('POST', '/expression/eval', SCOPES, evaluate),
  route('POST', '/expression/evaluate', SCOPES, evaluate),
  route('POST', '/expression/analyse', SCOPES, (call) => {
    const { expressions } = readBody(call, analyseBody);
    const check = call.query.get('check') ?? 'syntax';
    if (check === 'type') throw notModelled(`check=${check}`);
    if (!['syntax', 'complexity'].includes(check)) {
      throw refuse(400, `The check '${check}' is not known.`);
    }
    return ok({ results: expressions.map((each) => analyse(each, check === 'complexity')) });
  }),
];

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
    const project = call.catalog.findProject(idOrKey);
    if (!project || !call.viewer.seesProject(project.id)) throw projectNotFound(idOrKey);
    names['project'] = projectBean(source, project);
  }
  if (context.issues) {
    const { query, maxResults = 100 } = context.issues.jql;
    const page = searchPage(call.db, compileJql(query, environment(call)), maxResults, undefined);
    const found = call.store.issues(page.found.map((each) => each.id));
    names['issues'] = [...found.values()].map((issue) => issueBean(source, issue));
    objects += found.size;
  }
  try {
    const now = call.clock.now();
    const done = evaluateExpression(expression, { names, now, zone: call.viewer.zone, meter });
    const { steps, expensiveOperations } = done.complexity;
    const complexity = {
      steps: { value: steps, limit: 10_000 },
      expensiveOperations: { value: expensiveOperations, limit: 10 },
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

function analyse(expression: string, complexity: boolean): unknown {
  try {
    const { expensiveOperations, variables } = measureExpression(expression);
    const found = { complexity: { expensiveOperations, variables } };
    return { expression, valid: true, ...(complexity ? found : {}) };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { expression, valid: false, errors: [{ message: error.message, type: 'syntax' }] };
  }
}
