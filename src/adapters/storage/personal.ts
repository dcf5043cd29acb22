// Drafts, dismissed hints and signals, rules for sorting: what one person keeps on an item or in a
// project. Nobody else writes these, so the last write stands; only a draft of decisions is written
// over what was seen, because two windows of one person each hold a part of it.
import { z } from 'zod';
import { readBy } from '../../contract/read-by';
import { decisionDraft } from '../../contract/decision-procedures';
import { draft as draftShape } from '../../contract/drafts';
import { sortRule } from '../../contract/shapes';
import { HINTS } from '../../domain/advice';
import type { KeptDecisionDraft, Personal } from '../../ports';
import type { Driver, Fields } from './driver';
import { ENTITIES, keys } from './keys';
import { iso } from './records';
import { changed, revOf, writeOver } from './writes';

const draftRecord = z.object({ body: draftShape.extend({ v: z.literal(1) }) });
// A hint that this version does not have is passed over.
const hintsRecord = z.object({ body: z.object({ hints: z.array(z.string()) }) });

const signalsRecord = z.object({ body: z.object({ signals: z.array(z.string()) }) });
const sortRulesRecord = z.object({
  body: z.object({ v: z.literal(1), rules: z.array(sortRule).nullable() }),
});

const digestRecord = z.object({ body: z.object({ v: z.literal(1), off: z.boolean() }) });

/** Whether a record says that a person wants no messages. */
export function wantsNone(record: unknown): boolean {
  const found = readBy(digestRecord, record);
  return found.success && found.data.body.off;
}

const decisionsRecord = z.object({ body: decisionDraft.extend({ v: z.literal(1) }) });

/** What a record keeps of decisions; null for nothing, or for what this version can't read. */
function decisionsOf(record: unknown): KeptDecisionDraft | null {
  const found = readBy(decisionsRecord, record);
  return found.success ? { entries: found.data.body.entries, at: found.data.body.at } : null;
}

interface Place {
  owner: string;
  projectId: string;
  kind: 'answer' | 'hints' | 'signals' | 'sort-rules' | 'decisions' | 'digest';
  /** The item; the project itself where it is about no item. */
  subject?: string;
  at: number;
}

const fields = ({ owner, projectId, kind, subject, at }: Place, body: Fields): Fields => ({
  projectId,
  owner,
  kind,
  subject: subject ?? projectId,
  rev: 1,
  at: iso(at),
  body: { v: 1, ...body },
});

/**
 * What one person keeps. What this version cannot read counts as not kept.
 * @throws AppError conflict for a draft of decisions over one that is not kept any more
 */
export function personal(driver: Driver): Personal {
  const entity = ENTITIES.draft;
  return {
    async draft(owner, itemId) {
      const found = readBy(draftRecord, await driver.get(entity, keys.draft(owner, itemId)));
      if (!found.success) return null;
      const { texts, seen, at } = found.data.body;
      return { texts, seen, at };
    },
    saveDraft: (owner, itemId, projectId, { texts, seen, at }) =>
      driver.set(
        entity,
        keys.draft(owner, itemId),
        fields({ owner, subject: itemId, projectId, kind: 'answer', at }, { texts, seen, at }),
      ),
    discardDraft: (owner, itemId) => driver.remove(entity, keys.draft(owner, itemId)),
    async dismissed(owner, itemId) {
      const found = readBy(hintsRecord, await driver.get(entity, keys.hints(owner, itemId)));
      return found.success ? HINTS.filter((hint) => found.data.body.hints.includes(hint)) : [];
    },
    saveDismissed: (owner, itemId, projectId, hints, at) =>
      driver.set(
        entity,
        keys.hints(owner, itemId),
        fields({ owner, subject: itemId, projectId, kind: 'hints', at }, { hints: [...hints] }),
      ),
    async dismissedSignals(owner, projectId) {
      const found = readBy(signalsRecord, await driver.get(entity, keys.signals(owner, projectId)));
      return found.success ? found.data.body.signals : [];
    },
    saveDismissedSignals: (owner, projectId, signals, at) =>
      driver.set(
        entity,
        keys.signals(owner, projectId),
        fields({ owner, projectId, kind: 'signals', at }, { signals: [...signals] }),
      ),
    digestOff: async (owner, projectId) =>
      wantsNone(await driver.get(entity, keys.digest(owner, projectId))),
    saveDigestOff: (owner, projectId, off, at) =>
      driver.set(
        entity,
        keys.digest(owner, projectId),
        fields({ owner, projectId, kind: 'digest', at }, { off }),
      ),
    decisionDraft: async (owner, projectId) =>
      decisionsOf(await driver.get(entity, keys.decisions(owner, projectId))),
    async saveDecisionDraft(owner, projectId, { entries, at }, over) {
      const key = keys.decisions(owner, projectId);
      const record = await driver.get(entity, key);
      if ((decisionsOf(record)?.at ?? null) !== over) throw changed();
      const rev = revOf(record);
      const value = fields({ owner, projectId, kind: 'decisions', at }, { entries, at });
      await writeOver(driver, { entity, key, value: { ...value, rev: rev + 1 } }, rev);
    },
    async sortRules(owner, projectId) {
      const found = readBy(
        sortRulesRecord,
        await driver.get(entity, keys.sortRules(owner, projectId)),
      );
      return found.success ? found.data.body.rules : null;
    },
    saveSortRules: (owner, projectId, rules, at) =>
      driver.set(
        entity,
        keys.sortRules(owner, projectId),
        fields({ owner, projectId, kind: 'sort-rules', at }, { rules }),
      ),
  };
}
