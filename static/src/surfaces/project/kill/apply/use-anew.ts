// Deciding so all the same about an item that has changed: what it is now is what was seen.
import { useState } from 'react';
import type { DraftEntry } from '../../../../../../src/domain/decision';
import type { ApplyPorts } from '../../../../../../src/usecases/applying/ports';
import { fill } from '../../../../format';
import { killApply as text } from '../../../../messages/project-kill-apply';

export interface Anew {
  look: (entry: DraftEntry) => Promise<void>;
  /** The item that is being looked at. */
  busy: string | null;
  /** Why it can't be, by item. */
  trouble: ReadonlyMap<string, string>;
}

export function useAnew(ports: ApplyPorts, put: (entry: DraftEntry) => boolean): Anew {
  const [busy, setBusy] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<ReadonlyMap<string, string>>(new Map());
  async function look(entry: DraftEntry): Promise<void> {
    const { itemId, seen } = entry;
    const say = (words: string): void =>
      setTrouble((before) => new Map([...before, [itemId, words]]));
    setBusy(itemId);
    const item = await ports.look(itemId).catch(() => undefined);
    setBusy(null);
    if (item === undefined) return say(text.outcome.noLook);
    if (item === null) return say(fill(text.changed.line, { what: text.changed.gone }));
    if (item.isDone) return say(fill(text.changed.line, { what: text.changed.closed }));
    const { note: _note, ...rest } = entry;
    const { statusId, flag, answer } = item;
    put({ ...rest, seen: { statusId, flag, answer, rev: seen.rev }, state: 'open' });
  }
  return { look, busy, trouble };
}
