// Transitions. Source: Atlassian, REST v3, group "Issues".
import { z } from 'zod';
import { addComment, documentSchema } from '../comment';
import { FieldError } from '../edit/draft';
import { type FieldChange } from '../edit/fields';
import { recordHistory } from '../edit/history';
import { pick } from '../edit/reference-fields';
import { refuse, refuseFields } from '../errors';
import { hasInProject } from '../permissions';
import { readBody, readIssue } from '../reading';
import { type Call, ok, READ, type Reply, route, type Route, WRITE, writing } from '../services';
import { transitionJson } from '../shapes/transition';
import { type IssueRecord } from '../store';
import { openTransitions, type OpenTransition } from '../workflow/open-transitions';
import { checkValidators } from '../workflow/validators';

const PATH = '/issue/{issueIdOrKey}/transitions';
const transitionBody = z.strictObject({
  transition: z.looseObject({ id: z.string() }),
  fields: z.strictObject({ resolution: z.unknown() }).partial().optional(),
  update: z
    .strictObject({
      comment: z.array(z.strictObject({ add: z.strictObject({ body: documentSchema }) })),
    })
    .partial()
    .optional(),
  historyMetadata: z.unknown().optional(),
});

export const transitionRoutes: Route[] = [
  route('GET', PATH, READ, (call) => {
    const wanted = call.query.get('transitionId');
    const open = allowedTransitions(call, readIssue(call)).filter(
      (each) => wanted === null || each.id === wanted,
    );
    return ok({
      expand: 'transitions',
      transitions: open.map((each) => transitionJson(call, each)),
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
  if (!chosen) throw refuse(400, `Transition id '${id}' is not valid for this issue.`);
  checkValidators(call, before, chosen);
  call.db.transaction(() => {
    const now = call.clock.now();
    const issue: IssueRecord = { ...before, statusId: chosen.to.id, updated: now };
    const from = call.catalog.status(before.statusId);
    const changes: FieldChange[] = [];
    if (from?.category !== chosen.to.category) issue.categoryChanged = now;
    changes.push(...resolve(call, issue, chosen, body.fields, now));
    changes.push({
      fieldId: 'status',
      from: before.statusId,
      fromString: from?.name ?? null,
      to: chosen.to.id,
      toString: chosen.to.name,
    });
    call.store.update(issue);
    recordHistory(call, issue.id, now, changes);
    call.index.touch(issue.id);
    for (const { add } of body.update?.comment ?? []) addComment(call, issue, add.body);
  });
  return { status: 204 };
}

/** Moves into Done set a resolution and its date, moves out of it clear both. */
function resolve(
  call: Call,
  issue: IssueRecord,
  { to }: OpenTransition,
  fields: { resolution?: unknown } | undefined,
  now: number,
): FieldChange[] {
  const all = call.catalog.resolutions();
  const before = all.find((one) => one.id === issue.resolutionId);
  const asked = fields?.resolution;
  if (to.category !== 'done') {
    if (asked !== undefined && asked !== null) {
      throw refuseFields({ resolution: 'A resolution is set only when an issue is done.' });
    }
    issue.resolutionId = null;
    issue.resolved = null;
  } else if (asked !== undefined || before === undefined) {
    const usual = all.find((one) => one.name === 'Done') ?? all[0];
    const after = asked === undefined || asked === null ? usual : picked(all, asked);
    issue.resolutionId = after?.id ?? null;
    issue.resolved = now;
  }
  const after = all.find((one) => one.id === issue.resolutionId);
  if (before?.id === after?.id) return [];
  return [
    {
      fieldId: 'resolution',
      from: before?.id ?? null,
      fromString: before?.name ?? null,
      to: after?.id ?? null,
      toString: after?.name ?? null,
    },
  ];
}

function picked(all: readonly { id: string; name: string }[], value: unknown) {
  try {
    return pick(all, value, 'resolution');
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    throw refuseFields({ resolution: error.message });
  }
}
