// Messages about items, and who may see what.
import { itemFor, maySee, ok, Refused, type Asked } from './answers';
import type { MemoryJiraOptions } from './options';
import type { Route } from './route';
import type { MemorySite } from './site';

/** The account of somebody who has left. */
export const GONE = 'zoe';

interface Notification {
  subject: string;
  to: { users: { accountId: string }[] };
}

export function mailRoutes(site: MemorySite, { now, mailed }: MemoryJiraOptions): Route[] {
  function notify({ body, by }: Asked, match: RegExpExecArray) {
    const item = itemFor(site, match[1] ?? '', by);
    const { subject, to } = body as Notification;
    const told = to.users.filter(({ accountId }) => accountId !== GONE && maySee(item, accountId));
    if (told.length === 0) throw new Refused(400, 'No recipients were defined for notification.');
    const { id: itemId, projectId } = item;
    for (const { accountId } of told)
      mailed?.({
        at: now(),
        to: accountId,
        itemId,
        projectId,
        subject,
        text: JSON.stringify(body),
      });
    return { status: 204 };
  }

  return [
    ['POST', /^\/issue\/([^/]+)\/notify$/, notify],
    [
      'GET',
      /^\/user\/viewissue\/search$/,
      ({ query, by }) => {
        const item = itemFor(site, query.get('issueKey') ?? '', by);
        const accountId = query.get('accountId') ?? '';
        return ok(
          accountId !== GONE && maySee(item, accountId) ? [{ accountId, active: true }] : [],
        );
      },
    ],
  ];
}
