// What storage holds when the reference night begins.
import type { Decided } from '../../../src/domain/decision';
import { addDays, DAY_MS } from '../../../src/domain/days';
import { NOTHING_KEPT } from '../../../src/usecases/keep-decision';
import type { KeptDecision, Ports } from '../../../src/ports';
import { STATUS } from '../jira/usual-site';
import { HOUR, type World } from '../world';
import { ITEMS } from './reference-items';

export async function storeReference(ports: Ports, { firstDay }: World): Promise<void> {
  const at = ports.clock.now();
  const day = (days: number): string => addDays(firstDay, days);
  const decided = (kind: Decided['kind'], more: Partial<Decided> = {}): Decided => ({
    ...{ kind, reason: `reason to ${kind}`, by: 'ann', at: at - 3 * HOUR, forum: '', flag: null },
    wasIn: STATUS.todo,
    ...more,
  });
  const save = (itemId: string, kept: Partial<KeptDecision>): Promise<void> =>
    ports.decisions.save(itemId, '1', { ...NOTHING_KEPT, rev: 1, ...kept }, 0, null);

  await save(ITEMS.parked, { now: decided('park', { until: day(0) }) });
  await save(ITEMS.keptLonger, { now: decided('keep', { until: day(1) }) });
  await save(ITEMS.reopened, { now: decided('kill') });
  await save(ITEMS.intentDone, { intent: { id: 'i1', decided: decided('kill') } });
  await save(ITEMS.intentOpen, { intent: { id: 'i2', decided: decided('kill') } });
  await save(ITEMS.unshownDecision, { now: decided('park', { until: day(9) }), written: false });
  await save(ITEMS.overwritten, { now: decided('park', { until: day(9) }) });
  const given = { result: 'moved', evidence: 'judged', at: day(-1), by: 'ann' } as const;
  const result = { rev: 1, writes: 1, given, written: false, earlier: [], later: [] };
  await ports.results.save(ITEMS.unshownResult, '1', result, 0, null);
  const pass = { rev: 1, reason: 'urgent', by: 'ann', at, withdrawn: false, written: false };
  const until = { until: day(6), untilAt: at + 6 * DAY_MS };
  await ports.passes.save(ITEMS.unshownPass, '1', { ...pass, ...until }, 0, null);
}
