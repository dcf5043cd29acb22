// Transitions. Source: Atlassian, REST v3, group "Issues".
import { addComment } from '../comment';
import { type Draft } from '../edit/draft';
import { setFields } from '../edit/fields';
import { recordHistory } from '../edit/history';
import { resolve } from '../edit/resolution';
import { checkScreen, commentsToAdd, transitionBody } from '../edit/transition-fields';
import { refuse } from '../errors';
import { hasInProject } from '../permissions';
import { readBody, readIssue, readList } from '../reading';
import { type Call, ok, READ, type Reply, route, type Route, WRITE, writing } from '../services';
import { screenFieldsJson } from '../shapes/screen';
import { transitionJson } from '../shapes/transition';
import { type IssueRecord } from '../store';
import { openTransitions, type OpenTransition } from '../workflow/open-transitions';
import { checkValidators } from '../workflow/validators';

const PATH = '/issue/{issueIdOrKey}/transitions';

export const transitionRoutes: Route[] = [
  route('GET', PATH, READ, (call) => {
    const wanted = call.query.get('transitionId');
    const issue = readIssue(call);
    const open = allowedTransitions(call, issue).filter(
      (each) => wanted === null || each.id === wanted,
    );
    const withFields = readList(call, 'expand').includes('transitions.fields');
    return ok({
      expand: 'transitions',
      transitions: open.map((each) => ({
        ...transitionJson(call, each),
        ...(withFields ? { fields: screenFieldsJson(call, issue, each) } : {}),
      })),
    });
  }),
  writing('POST', PATH, WRITE, transition),
];

/** Who may not transition an issue sees no transitions. */
function allowedTransitions(call: Call, issue: IssueRecord): OpenTransition[] {
  const allowed = hasInProject(call.viewer, 'TRANSITION_ISSUES', issue.projectId);
  return allowed ? openTransitions(call, issue) : [];
}

function transition(call: Call): Reply {
  const before = readIssue(call);
  const body = readBody(call, transitionBody);
  const { id } = body.transition;
  const chosen = allowedTransitions(call, before).find((each) => each.id === id);
  const project = call.catalog.project(before.projectId);
  if (!chosen || !project) throw refuse(400, `Transition id '${id}' is not valid for this issue.`);
  checkScreen(call, before, chosen, body);
  const comments = commentsToAdd(call, chosen, body);
  const description = call.store.description(before.id);
  const draft: Draft = { issue: structuredClone(before), description, project };
  const { resolution, ...fields } = body.fields;
  const changes = setFields(call, draft, fields);
  const { issue } = draft;
  // Outside the transaction: what a validator reports is kept also when it refuses.
  checkValidators(call, { before, issue }, chosen);
  call.db.transaction(() => {
    const now = call.clock.now();
    const from = call.catalog.status(before.statusId);
    issue.statusId = chosen.to.id;
    issue.updated = now;
    if (from?.category !== chosen.to.category) issue.categoryChanged = now;
    changes.push(...resolve(call, issue, chosen, resolution), {
      fieldId: 'status',
      from: before.statusId,
      fromString: from?.name ?? null,
      to: chosen.to.id,
      toString: chosen.to.name,
    });
    call.store.update(issue);
    call.store.setDescription(issue.id, draft.description);
    recordHistory(call, issue.id, now, changes);
    call.index.touch(issue.id);
    for (const comment of comments) addComment(call, issue, comment);
  });
  return { status: 204 };
}
