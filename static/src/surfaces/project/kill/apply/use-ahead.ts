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

/** What a kill will do, in words. */
async function wayOf(itemId: string, ports: ApplyPorts, options: ApplyOptions): Promise<string> {
  const exits = await ports.exits(itemId).catch(() => null);
  if (!exits) return text.unknown;
  const choice = chooseExit(exits, options.kill, options.undelivered);
  if (!('exit' in choice)) return whyWords(choice);
  const status = choice.exit.to.name;
  const resolution = resolutionName(choice);
  return resolution === null
    ? fill(text.kill, { status })
    : fill(text.killAs, { status, resolution });
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

/** Null where nothing stands in the way of what the decision says by itself. */
async function aheadOf(
  entry: DraftEntry,
  ports: ApplyPorts,
  options: ApplyOptions,
): Promise<string | null> {
  const isKill = entry.decision.kind === 'kill';
  const item = await ports.look(entry.itemId).catch(() => undefined);
  if (item === undefined) return isKill ? text.unknown : null;
  const changed = changesOf(entry, item, options);
  if (changed.length > 0) {
    const what = changed.map((part) => killApply.changed[part]).join(', ');
    return fill(text.changed, { what });
  }
  return isKill ? wayOf(entry.itemId, ports, options) : null;
}

/** What was found of each item, by item, as it is found. */
export function useAhead(
  entries: readonly DraftEntry[],
  ports: ApplyPorts,
  options: ApplyOptions,
): ReadonlyMap<string, string | null> {
  const [found, setFound] = useState<ReadonlyMap<string, string | null>>(new Map());
  const latest = useRef(entries);
  latest.current = entries;
  const wanted = entries.map(({ itemId }) => itemId).join(',');
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
