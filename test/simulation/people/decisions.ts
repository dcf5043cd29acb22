// How people decide about items, come back to what they left open, and take decisions back.
import { fingerprint } from '../../../src/contract/fingerprint';
import { addDays, dayOf } from '../../../src/domain/days';
import type { DecisionKind } from '../../../src/domain/decision';
import { valueOf } from '../../../src/domain/item';
import type { Ports, SeenItem } from '../../../src/ports';
import { beginDecision } from '../../../src/usecases/begin-decision';
import { dropDecision, finishDecision } from '../../../src/usecases/finish-decision';
import { undoDecision } from '../../../src/usecases/undo-decision';
import { STATUS } from '../jira/usual-site';
import type { World } from '../world';
import type { Means } from './means';

/** What somebody was told is done. */
export interface Acknowledged {
  itemId: string;
  kind: DecisionKind | 'undo';
  by: string;
  reason: string;
}

export function createDeciders(world: World, { statusOf, closed }: Means) {
  const { kernel, site, jira } = world;
  const { random } = kernel;
  const acknowledged: Acknowledged[] = [];
  /** Items whose transition was made for an intent. */
  const closedFor: { itemId: string; by: string; reason: string }[] = [];
  let reasons = 0;

  const seenOf = (item: SeenItem, rev: number) => {
    const flag = valueOf(item.facts.flag);
    return {
      statusId: item.facts.statusId,
      flag:
        flag?.flag !== undefined && flag.reason && flag.since
          ? { reason: flag.reason, since: flag.since }
          : null,
      answer: fingerprint(item.answerValue),
      rev,
    };
  };

  async function decideAs(ports: Ports, by: string, itemId: string): Promise<void> {
    const [item, kept] = [await ports.items.read(itemId), await ports.decisions.read(itemId)];
    if (kept?.intent?.decided.by === by) return comeBack(ports, by, itemId, kept.intent.id);
    if (item.facts.category === 'done' || item.facts.level < 0) return undefined;
    await ports.sleep(random.below(20_000));
    const kind = random.pick(['kill', 'kill', 'park', 'keep', 'fix'] as const);
    reasons += 1;
    const reason = `r${String(reasons)}`;
    const until = addDays(dayOf(ports.clock.now(), world.zone), 1 + random.below(20));
    const rests = kind === 'park' || kind === 'keep';
    const view = await beginDecision(ports, by, {
      itemId,
      decision: { kind, reason, ...(rests && { until }), ...(kind === 'fix' && { fix: 'answer' }) },
      seen: seenOf(item, kept?.rev ?? 0),
    });
    if (kind !== 'kill') {
      acknowledged.push({ itemId, kind, by, reason });
      return undefined;
    }
    // Sometimes the page is closed before, or after, the transition.
    if (random.chance(0.15)) return undefined;
    const found = site.find(itemId);
    if (!found || closed(found) || site.projects.get(found.projectId)?.archived) return undefined;
    jira.move(found, statusOf(found, STATUS.done), by, '2');
    closedFor.push({ itemId, by, reason });
    if (random.chance(0.2)) return undefined;
    await finishDecision(ports, by, { itemId, intent: view.intent?.id ?? '' });
    acknowledged.push({ itemId, kind, by, reason });
    return undefined;
  }

  /** An intent of an earlier visit: finished where the item is closed, given up where it is not. */
  async function comeBack(ports: Ports, by: string, itemId: string, intent: string): Promise<void> {
    const item = await ports.items.read(itemId);
    if (item.facts.category === 'done') await finishDecision(ports, by, { itemId, intent });
    else await dropDecision(ports, by, { itemId, intent });
  }

  async function undoAs(ports: Ports, by: string, itemId: string): Promise<void> {
    const kept = await ports.decisions.read(itemId);
    if (!kept?.now) return;
    const { kind, reason } = kept.now;
    const item = site.find(itemId);
    if (kind === 'kill' && item && closed(item))
      jira.move(item, statusOf(item, STATUS.todo), by, null);
    await undoDecision(ports, by, { itemId, rev: kept.rev });
    acknowledged.push({ itemId, kind: 'undo', by, reason });
  }

  return { acknowledged, closedFor, decideAs, undoAs };
}

export type Deciders = ReturnType<typeof createDeciders>;
