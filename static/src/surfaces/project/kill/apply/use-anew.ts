// Deciding so all the same about an item that has changed: what it is now is what was seen.
import { useEffect, useState } from 'react';
import type { DraftEntry } from '../../../../../../src/domain/decision';
import type { ChangedPart } from '../../../../../../src/usecases/applying/outcome';
import type { ApplyPorts, ItemLook } from '../../../../../../src/usecases/applying/ports';
import { fill } from '../../../../format';
import { killApply as text } from '../../../../messages/project-kill-apply';

/** Why nothing can be decided about it any more; null while something can. */
function endOf(item: ItemLook | null, projectId: string): ChangedPart | null {
  if (item === null) return 'gone';
  if (item.projectId !== projectId) return 'project';
  return item.isDone ? 'closed' : null;
}

export interface Anew {
  look: (entry: DraftEntry) => Promise<void>;
  /** The item that is being looked at. */
  busy: string | null;
  /** Whether it was looked at, and something can be decided about it still. */
  isOpen: (itemId: string) => boolean;
  /** Why it can't be, by item. */
  trouble: ReadonlyMap<string, string>;
}

interface AnewOptions {
  ports: ApplyPorts;
  projectId: string;
  /** The draft's lines about items that have changed. */
  changed: readonly DraftEntry[];
  put: (entry: DraftEntry) => boolean;
}

export function useAnew({ ports, projectId, changed, put }: AnewOptions): Anew {
  const [busy, setBusy] = useState<string | null>(null);
  const [ends, setEnds] = useState<ReadonlyMap<string, ChangedPart | null>>(new Map());
  const [unseen, setUnseen] = useState<ReadonlySet<string>>(new Set());
  const note = (itemId: string, end: ChangedPart | null): void =>
    setEnds((before) => new Map([...before, [itemId, end]]));
  const wanted = changed.map(({ itemId }) => itemId).join(',');
  useEffect(() => {
    let alive = true;
    const lookAll = async (): Promise<void> => {
      for (const itemId of wanted === '' ? [] : wanted.split(',')) {
        if (!alive) return;
        // Where Jira does not say, asking again is what can be done.
        const item = await ports.look(itemId).catch(() => undefined);
        if (alive) note(itemId, item === undefined ? null : endOf(item, projectId));
      }
    };
    void lookAll();
    return () => {
      alive = false;
    };
  }, [ports, projectId, wanted]);
  async function look(entry: DraftEntry): Promise<void> {
    const { itemId, seen } = entry;
    setBusy(itemId);
    const item = await ports.look(itemId).catch(() => undefined);
    setBusy(null);
    if (item === undefined) return setUnseen((before) => new Set([...before, itemId]));
    const end = endOf(item, projectId);
    note(itemId, end);
    if (item === null || end !== null) return;
    const { note: _note, ...rest } = entry;
    const { statusId, flag, answer } = item;
    put({ ...rest, seen: { statusId, flag, answer, rev: seen.rev }, state: 'open' });
  }
  const trouble = new Map([...unseen].map((itemId) => [itemId, text.outcome.noLook as string]));
  for (const [itemId, end] of ends)
    if (end !== null) trouble.set(itemId, fill(text.changed.line, { what: text.changed[end] }));
  return { look, busy, isOpen: (itemId) => ends.get(itemId) === null, trouble };
}
