// What applying each line of the draft will do, as its item is now.
import { useEffect, useRef, useState } from 'react';
import { changesSince, type DraftEntry } from '../../../../../../src/domain/decision';
import { chooseExit, resolutionName } from '../../../../../../src/domain/exits';
import type { ChangedPart } from '../../../../../../src/usecases/applying/outcome';
import type {
  ApplyOptions,
  ApplyPorts,
  ItemLook,
} from '../../../../../../src/usecases/applying/ports';
import { fill } from '../../../../format';
import { killApply } from '../../../../messages/project-kill-apply';
import { whyWords } from './outcome-words';

const text = killApply.preview;
/** Items that are looked at side by side. */
const AT_ONCE = 4;

export interface Ahead {
  /** Null where nothing stands in the way of what the decision says by itself. */
  words: string | null;
  /** Whether anything will be done, as far as can be told. */
  does: boolean;
  /** The same decision about the item as it is now, where it has changed and is still open. */
  anew?: DraftEntry;
}

const doing = (words: string | null): Ahead => ({ words, does: true });
const nothing = (words: string): Ahead => ({ words, does: false });

/** What a kill will do. */
async function wayOf(itemId: string, ports: ApplyPorts, options: ApplyOptions): Promise<Ahead> {
  const exits = await ports.exits(itemId).catch(() => null);
  if (!exits) return doing(text.unknown);
  const choice = chooseExit(exits, options.kill, options.undelivered);
  if (!('exit' in choice)) return nothing(whyWords(choice));
  const status = choice.exit.to.name;
  const resolution = resolutionName(choice);
  return doing(
    resolution === null ? fill(text.kill, { status }) : fill(text.killAs, { status, resolution }),
  );
}

/** What of the item is not as it was seen; what is kept of its decisions only applying asks. */
function changesOf(
  { seen }: DraftEntry,
  item: ItemLook | null,
  { projectId }: ApplyOptions,
): ChangedPart[] {
  if (item === null) return ['gone'];
  if (item.projectId !== projectId) return ['project'];
  return changesSince(seen, { ...item, rev: seen.rev });
}

async function aheadOf(
  entry: DraftEntry,
  ports: ApplyPorts,
  options: ApplyOptions,
): Promise<Ahead> {
  const isKill = entry.decision.kind === 'kill';
  const item = await ports.look(entry.itemId).catch(() => undefined);
  if (item === undefined) return doing(isKill ? text.unknown : null);
  const changed = changesOf(entry, item, options);
  if (changed.length > 0) {
    const what = changed.map((part) => killApply.changed[part]).join(', ');
    const ahead = nothing(fill(text.changed, { what }));
    if (item === null || item.isDone || item.projectId !== options.projectId) return ahead;
    const { statusId, flag, answer } = item;
    return { ...ahead, anew: { ...entry, seen: { ...entry.seen, statusId, flag, answer } } };
  }
  return isKill ? wayOf(entry.itemId, ports, options) : doing(null);
}

/** What was found of each item, by item, as it is found. */
export function useAhead(
  entries: readonly DraftEntry[],
  ports: ApplyPorts,
  options: ApplyOptions,
): ReadonlyMap<string, Ahead> {
  const [found, setFound] = useState<ReadonlyMap<string, Ahead>>(new Map());
  const latest = useRef(entries);
  latest.current = entries;
  const wanted = entries.map(({ itemId, seen }) => itemId + JSON.stringify(seen)).join();
  useEffect(() => {
    let alive = true;
    const queue = wanted === '' ? [] : [...latest.current];
    const work = async (): Promise<void> => {
      for (let entry = queue.shift(); entry && alive; entry = queue.shift()) {
        const { itemId } = entry;
        const ahead = await aheadOf(entry, ports, options);
        if (alive) setFound((before) => new Map([...before, [itemId, ahead]]));
      }
    };
    for (let worker = 0; worker < AT_ONCE; worker += 1) void work();
    return () => {
      alive = false;
    };
  }, [wanted, ports, options]);
  return found;
}
