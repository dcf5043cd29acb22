// What Jira would have noted while an item went its way.

import type { SiteChange } from '../../jira/api';
import { RESOLUTIONS, type Catalog, type StatusName } from './catalog';
import type { Draft } from './draft';
import type { Random } from '../../random';

type Item = SiteChange['items'][number];

interface HistoryOptions {
  catalog: Catalog;
  random: Random;
  reporter: string;
  assignee: { accountId: string; displayName: string } | null;
  changeId(): string;
}

/** The changes of a draft, oldest first. The last one into a category is when it changed. */
export function historyOf(draft: Draft, options: HistoryOptions): SiteChange[] {
  const { catalog, random, reporter, assignee, changeId } = options;
  const changes: SiteChange[] = [];
  const note = (created: number, author: string | null, ...items: Item[]) =>
    changes.push({ id: changeId(), created, authorAccountId: author, items });
  const worker = assignee?.accountId ?? reporter;
  let status: StatusName = 'todo';
  const move = (to: StatusName): Item => {
    const from = catalog.statuses[status];
    const target = catalog.statuses[to];
    status = to;
    return field('status', from, target);
  };

  const { created, started, finished } = draft;
  const selectedAt = started ?? (draft.status === 'selected' ? created + 3_600_000 : null);
  if (selectedAt !== null && (draft.status === 'selected' || random.chance(0.6))) {
    note(created + (selectedAt - created) * 0.5, reporter, move('selected'));
  }
  if (started !== null) {
    const taken = assignee === null ? [] : [field('assignee', null, person(assignee))];
    note(started, worker, move('running'), ...taken);
  }
  if (
    started !== null &&
    (draft.status === 'review' || (finished !== null && random.chance(0.6)))
  ) {
    const end = finished ?? started + 3_600_000;
    note(started + (end - started) * 0.7, worker, move('review'));
  }
  if (finished !== null && draft.resolution !== null) {
    const resolution = field('resolution', null, RESOLUTIONS[draft.resolution]);
    note(finished, worker, move(draft.status), resolution);
  }
  return changes;
}

interface Named {
  id: string;
  name: string;
}

function person({ accountId, displayName }: { accountId: string; displayName: string }): Named {
  return { id: accountId, name: displayName };
}

function field(name: string, from: Named | null, to: Named): Item {
  return {
    field: name,
    fieldId: name,
    from: from?.id ?? null,
    fromString: from?.name ?? null,
    to: to.id,
    toString: to.name,
  };
}
