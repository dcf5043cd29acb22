// Drafts and dismissed hints: what one person keeps on one item. Nobody else writes these, so the
// last write stands.
import { z } from 'zod';
import { draft as draftShape } from '../../contract/drafts';
import { HINTS } from '../../domain/advice';
import type { Personal } from '../../ports';
import type { Driver, Fields } from './driver';
import { ENTITIES, keys } from './keys';
import { storedMoment } from './records';

const draftRecord = z.object({ body: draftShape.extend({ v: z.literal(1) }) });
// A hint that this version does not have is passed over.
const hintsRecord = z.object({ body: z.object({ hints: z.array(z.string()) }) });

interface Place {
  owner: string;
  itemId: string;
  projectId: string;
  kind: 'answer' | 'hints';
  at: number;
}

const fields = ({ owner, itemId, projectId, kind, at }: Place, body: Fields): Fields => ({
  projectId,
  owner,
  kind,
  subject: itemId,
  rev: 1,
  at: storedMoment(at),
  body: { v: 1, ...body },
});

export function personal(driver: Driver): Personal {
  const entity = ENTITIES.draft;
  return {
    async draft(owner, itemId) {
      const found = draftRecord.safeParse(await driver.get(entity, keys.draft(owner, itemId)));
      if (!found.success) return null;
      const { texts, seen, at } = found.data.body;
      return { texts, seen, at };
    },
    saveDraft: (owner, itemId, projectId, { texts, seen, at }) =>
      driver.set(
        entity,
        keys.draft(owner, itemId),
        fields({ owner, itemId, projectId, kind: 'answer', at }, { texts, seen, at }),
      ),
    discardDraft: (owner, itemId) => driver.remove(entity, keys.draft(owner, itemId)),
    async dismissed(owner, itemId) {
      const found = hintsRecord.safeParse(await driver.get(entity, keys.hints(owner, itemId)));
      return found.success ? HINTS.filter((hint) => found.data.body.hints.includes(hint)) : [];
    },
    saveDismissed: (owner, itemId, projectId, hints, at) =>
      driver.set(
        entity,
        keys.hints(owner, itemId),
        fields({ owner, itemId, projectId, kind: 'hints', at }, { hints: [...hints] }),
      ),
  };
}
