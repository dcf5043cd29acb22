// One small project in which a night has every kind of work to do: to warn, to flag, to clear, to give
// another reason, to wake, to settle, to show again, to take away, to measure the pace.
import { addDays, DAY_MS } from '../../../src/domain/days';
import { weekdayOf } from '../../../src/domain/digest';
import { DEFAULT_RULES } from '../../../src/domain/rules';
import { aGoal } from '../../support/builders';
import type { Item } from '../jira/site';
import { STATUS, TYPE } from '../jira/usual-site';
import { answerFor, HOUR, type World } from '../world';

/** Items that the stored records of the reference are about. */
export const ITEMS = {
  parked: '10101',
  keptLonger: '10102',
  reopened: '10103',
  intentDone: '10104',
  intentOpen: '10105',
  unshownDecision: '10106',
  unshownResult: '10107',
  unshownPass: '10108',
  overwritten: '10109',
  claims: '10110',
  due: '10111',
} as const;

const warnedOn = (since: string, reason = 'aged', flag = 'warned') => ({
  'ladder-flag': { v: 1, flag, reason, since },
});

export function fillReference(world: World): void {
  const { kernel, firstDay } = world;
  const day = (days: number): string => addDays(firstDay, days);
  const text = (properties: Record<string, unknown>) =>
    new Map(Object.entries(properties).map(([key, value]) => [key, JSON.stringify(value)]));
  function put(days: number, properties: Record<string, unknown>, more: Partial<Item> = {}): Item {
    // Half a day off, so that no age is reached between two tries of the same night.
    const at = kernel.now() - (days + 0.5) * DAY_MS;
    const moments = { created: at, updated: at, categoryChanged: at };
    return world.newItem('1', { ...moments, properties: text(properties), ...more });
  }
  const answered = (...of: Parameters<typeof answerFor>) => ({ 'ladder-answer': answerFor(...of) });

  const epic = (goal: string): string => put(100, answered(goal), { typeId: TYPE.epic }).id;
  const [serving, ended] = [epic('g1'), epic('g2')];
  // Nothing to do.
  put(10, {});
  put(120, {}, { parentId: serving });
  put(120, {}, { typeId: TYPE.chore });
  put(200, { 'ladder-flag': { v: 9, flag: 'x' } });
  put(120, { 'ladder-flag': { v: 1, notBefore: day(5) } }, { parentId: serving });
  // To be warned.
  for (let i = 0; i < 5; i += 1) put(120, {});
  put(20, {}, { parentId: ended });
  put(20, answered('g1', { checkBy: day(-2) }));
  // To become a candidate; tomorrow another one.
  put(200, warnedOn(day(-20)));
  put(200, warnedOn(day(-14)));
  put(200, warnedOn(day(-13)));
  // To be cleared.
  put(60, { ...answered('g1'), ...warnedOn(day(-20)) });
  put(20, warnedOn(day(-20)), { parentId: serving });
  // To be flagged for another reason.
  put(60, warnedOn(day(-9), 'aged', 'candidate'), { parentId: ended });
  // For the pace.
  for (let i = 1; i < 4; i += 1) {
    const past = [
      { at: kernel.now() - 9 * DAY_MS, from: STATUS.todo, to: STATUS.doing, by: 'ann' },
      { at: kernel.now() - i * DAY_MS, from: STATUS.doing, to: STATUS.done, by: 'ann' },
    ];
    put(20, {}, { statusId: STATUS.done, history: past, categoryChanged: past[1]?.at ?? 0 });
  }
  // What storage knows, or should know, something about.
  const kept = (id: string, properties: Record<string, unknown>, more: Partial<Item> = {}) =>
    put(120, properties, { id, key: `SHOP-${id}`, ...more });
  const done = { statusId: STATUS.done, resolutionId: '1' };
  const closedAt = kernel.now() - 2 * HOUR;
  const byAnn = [{ at: closedAt, from: STATUS.todo, to: STATUS.done, by: 'ann' }];
  kept(ITEMS.parked, { 'ladder-decision': { v: 1, decision: 'parked', until: day(0) } });
  kept(ITEMS.keptLonger, { 'ladder-decision': { v: 1, decision: 'kept', until: day(1) } });
  kept(ITEMS.reopened, { 'ladder-decision': { v: 1, decision: 'killed' } });
  kept(ITEMS.intentDone, {}, { ...done, history: byAnn });
  kept(ITEMS.intentOpen, {});
  kept(ITEMS.unshownDecision, {});
  kept(ITEMS.unshownResult, answered('g1'), done);
  kept(ITEMS.unshownPass, answered('g1'));
  kept(ITEMS.overwritten, {});
  kept(ITEMS.due, answered('g1', { checkBy: day(-2) }), { ...done, assigneeId: 'ann' });
  const claim = { v: 1, result: 'moved', evidence: 'judged', at: day(-3) };
  kept(ITEMS.claims, { ...answered('g1'), 'ladder-result': claim }, done);

  const goals = [
    aGoal({ id: 'g1', ownerAccountId: 'olga', firstDay: '2026-01-01', lastDay: '2029-12-31' }),
    aGoal({ id: 'g2', firstDay: '2026-01-01', lastDay: day(-1) }),
  ];
  const rules = {
    ...DEFAULT_RULES,
    timeZone: world.zone,
    scan: true,
    exemptTypeIds: [TYPE.chore],
    gate: 'block' as const,
    digest: { mode: 'notify' as const, weekday: weekdayOf(firstDay) },
  };
  world.settings.set('1', [{ at: 0, rules, goals }]);
}
