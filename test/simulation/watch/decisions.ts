// Holds the kept decisions to what people were told, to the acts and to what the items show.
import { decisionView } from '../../../src/contract/decision-procedures';
import type { People } from '../people';
import { bodyOf, parsed, type Evidence } from './evidence';

export function compareDecisions(
  { world, say }: Evidence,
  { acknowledged, closedFor }: People,
): void {
  const { site } = world;
  const known = new Map(world.store.all('decision').map(({ key, value }) => [key, value]));
  for (const { itemId, reason } of acknowledged)
    if (!known.get(itemId)?.['rev']) say(`I1: nothing is kept of ${reason} on ${itemId}`);
  const acts = world.store.all('act').map(({ value }) => value);
  for (const { key: itemId, value } of world.store.all('decision')) {
    if (value['rev'] === 0) continue;
    const view = decisionView.parse({ itemId, ...bodyOf(value) });
    const made = [...view.past, ...(view.now ? [{ decided: view.now, ended: null }] : [])];
    const actsOf = (kind: string) =>
      acts.filter((one) => one['subject'] === itemId && one['kind'] === `decision.${kind}`);
    const bys = (list: readonly { by: string }[]) =>
      list
        .map(({ by }) => by)
        .sort()
        .join();
    const sameActs = (kind: string, list: readonly { by: string }[]): void => {
      const records = actsOf(kind).map((one) => ({ by: String(one['by']) }));
      if (bys(records) !== bys(list)) say(`I2: acts ${kind} of ${itemId} are not its decisions`);
    };
    for (const kind of ['kill', 'park', 'keep', 'fix'] as const)
      sameActs(
        kind,
        made.filter(({ decided }) => decided.kind === kind).map(({ decided }) => decided),
      );
    for (const [how, kind] of [
      ['undone', 'undo'],
      ['woken', 'wake'],
      ['reopened', 'reopen'],
    ])
      sameActs(
        kind ?? '',
        made.flatMap(({ ended }) => (ended && ended.how === how ? [ended] : [])),
      );
    const reasons = made.map(({ decided }) => decided.reason);
    if (new Set(reasons).size < reasons.length) say(`I2: a decision on ${itemId} stands twice`);
    for (const { decided } of made)
      if (!['ann', 'ben'].includes(decided.by)) say(`I2: ${decided.by} decided on ${itemId}`);
    for (const one of acknowledged.filter((known) => known.itemId === itemId)) {
      const found = made.find(({ decided }) => decided.reason === one.reason);
      if (one.kind === 'undo') {
        if (found?.ended?.how !== 'undone') say(`I1: an undo of ${one.reason} is lost`);
      } else if (found?.decided.by !== one.by || found.decided.kind !== one.kind)
        say(`I1: ${one.kind} ${one.reason} on ${itemId} is lost`);
    }
    const item = site.find(itemId);
    const reachable = item && item.visibleTo === null && item.projectId === value['projectId'];
    if (!reachable) continue;
    if (!view.written) say(`I1: the decision on ${itemId} is not shown after the tail`);
    if (view.intent) say(`I2: an intent on ${itemId} is never settled`);
    const shown = parsed(item.properties.get('ladder-decision') ?? null)['decision'];
    const wanted =
      view.now && { kill: 'killed', park: 'parked', keep: 'kept', fix: undefined }[view.now.kind];
    if ((shown ?? null) !== (wanted ?? null)) say(`I1: ${itemId} shows ${String(shown)}`);
    for (const one of closedFor.filter((known) => known.itemId === itemId))
      if (
        site.categoryOf(item) === 'done' &&
        !reasons.includes(one.reason) &&
        view.now?.kind !== 'kill'
      )
        say(`I2: ${itemId} was closed for ${one.reason}, which nobody knows`);
  }
}
