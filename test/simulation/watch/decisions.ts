// Holds the kept decisions to what people were told and did, to the acts and to what the items show.
import { decisionView, type DecisionView } from '../../../src/contract/decision-procedures';
import type { Item } from '../jira/site';
import type { People } from '../people';
import { DECIDERS } from '../people/decisions';
import { FORGED_DAY, PEOPLES_SKEW } from '../world';
import { actsAsKept, actsAsMade } from './acts';
import { isEven, shownBy, wantedBy } from './even';
import { bodyOf, type Evidence } from './evidence';

type Made = DecisionView['past'][number];
type Decided = Made['decided'];

const madeOf = ({ past, now }: DecisionView): Made[] => [
  ...past,
  ...(now ? [{ decided: now, ended: null }] : []),
];

/** A kill is recorded for a transition of its decider's own, since they began. */
const wasMadeBy = ({ history }: Item, { by, at }: Decided, isDone: (status: string) => boolean) =>
  history.some((one) => one.by === by && isDone(one.to) && one.at >= at - PEOPLES_SKEW);

export function compareDecisions(evidence: Evidence, people: People): void {
  const { world, say } = evidence;
  const { site } = world;
  const { acknowledged, unrecorded, lies } = people;
  const known = new Map(world.store.all('decision').map(({ key, value }) => [key, value]));
  for (const lie of lies) say(`I2: ${lie}`);
  for (const { itemId, reason } of acknowledged)
    if (!known.get(itemId)?.['rev']) say(`I1: nothing is kept of ${reason} on ${itemId}`);
  const acts = world.store.all('act').map(({ value }) => value);
  const isDoneIn = (item: Item) => (status: string) =>
    site.projects.get(item.projectId)?.statuses.find(({ id }) => id === status)?.category ===
    'done';

  function compareRecord(itemId: string, view: DecisionView): void {
    const made = madeOf(view);
    const [kept, left] = [actsAsMade(made), actsAsKept(acts, itemId)];
    if (kept.join('\n') !== left.join('\n')) {
      const odd = [...kept, ...left].find((one) => !kept.includes(one) || !left.includes(one));
      say(`I2: acts of ${itemId} are not its decisions, ${odd ?? 'by number'}`);
    }
    const reasons = made.map(({ decided }) => decided.reason);
    if (new Set(reasons).size < reasons.length) say(`I2: a decision on ${itemId} stands twice`);
    const item = site.items.get(itemId);
    const wasAway =
      !item || item.deleted || world.states.get(itemId)?.some(({ row }) => row.gone || row.hidden);
    if (
      !wasAway &&
      acts.some((act) => act['subject'] === itemId && act['kind'] === 'decision.gone')
    )
      say(`I2: an intent on ${itemId} was given up, which was there all the time`);
    for (const { decided } of made) {
      if (!DECIDERS.includes(decided.by)) say(`I2: ${decided.by} decided on ${itemId}`);
      if (decided.kind === 'kill' && item && !wasMadeBy(item, decided, isDoneIn(item)))
        say(`I2: ${decided.reason} is a kill of ${itemId}, which ${decided.by} has not closed`);
    }
    for (const one of acknowledged.filter((told) => told.itemId === itemId)) {
      const found = made.find(({ decided }) => decided.reason === one.reason);
      if (one.kind === 'undo') {
        if (found?.ended?.how !== 'undone') say(`I1: an undo of ${one.reason} is lost`);
        continue;
      }
      if (found?.decided.by !== one.by || found.decided.kind !== one.kind)
        say(`I1: ${one.kind} ${one.reason} on ${itemId} is lost`);
      for (const part of ['until', 'effort', 'fix', 'into'] as const)
        if (String(found?.decided[part]) !== String(one.decision?.[part]))
          say(`I2: ${part} of ${one.reason} is ${String(found?.decided[part])}`);
    }
  }

  for (const { key: itemId, value } of world.store.all('decision')) {
    if (value['rev'] === 0) continue;
    const view = decisionView.parse({ itemId, ...bodyOf(value) });
    compareRecord(itemId, view);
    const item = site.find(itemId);
    const reachable = item && item.visibleTo === null && item.projectId === value['projectId'];
    if (!reachable) continue;
    if (!view.written) say(`I1: the decision on ${itemId} is not shown after the tail`);
    if (view.intent) say(`I2: an intent on ${itemId} is never settled`);
    const shown = shownBy(item);
    const wanted = wantedBy(view.now);
    // What was not there when it was looked at has its turn within four weeks, and so has what a hand
    // wrote where counts, which queries of storage show late, do not tell one item from another.
    const isUnseen =
      evidence.handWritten.has(itemId) &&
      (bodyOf(value)['gone'] === true ||
        [wanted, shown['decision']].every((one) => isEven(evidence, item, one)));
    if ((shown['decision'] ?? null) !== (wanted ?? null) && !isUnseen)
      say(`I1: ${itemId} shows ${String(shown['decision'])}`);
    // Counts do not tell one parked item from another: a forged day is seen within four weeks.
    const isForged = wanted === 'parked' && shown['until'] === FORGED_DAY;
    if (wanted && !isForged && !isUnseen && shown['until'] !== view.now?.until)
      say(`I1: ${itemId} shows that it rests until ${String(shown['until'])}`);
  }

  // Whoever closed an item last and still has it closed did so to kill it.
  for (const item of site.items.values()) {
    const last = item.history.at(-1);
    if (item.deleted || item.visibleTo !== null) continue;
    if (!last || !DECIDERS.includes(last.by) || !isDoneIn(item)(last.to)) continue;
    const { now } = bodyOf(known.get(item.id) ?? {}) as Partial<DecisionView>;
    if (now?.kind === 'kill' && now.by === last.by) continue;
    if (unrecorded.some(({ itemId, by }) => itemId === item.id && by === last.by)) continue;
    say(`I2: ${item.id} was closed by ${last.by}, and nobody knows why`);
  }
}
