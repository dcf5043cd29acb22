// What people do while the app works: they edit, answer, move, delete and hide items, change rules,
// decide about candidates and take decisions back.
import { fingerprint } from '../../src/contract/fingerprint';
import { DAY_MS, addDays, dayOf } from '../../src/domain/days';
import type { DecisionKind } from '../../src/domain/decision';
import { valueOf } from '../../src/domain/item';
import type { Ports, SeenItem } from '../../src/ports';
import { beginDecision } from '../../src/usecases/begin-decision';
import { dropDecision, finishDecision } from '../../src/usecases/finish-decision';
import { orderScan } from '../../src/usecases/order-scan';
import { saveRules } from '../../src/usecases/save-rules';
import { undoDecision } from '../../src/usecases/undo-decision';
import type { Item } from './jira/site';
import { STATUS } from './jira/usual-site';
import { answerFor, MINUTE, type World } from './world';

/** What somebody was told is done. */
export interface Acknowledged {
  itemId: string;
  kind: DecisionKind | 'undo';
  by: string;
  reason: string;
}

const DECIDERS = ['ann', 'ben'] as const;

export function createPeople(world: World, hidden: (itemId: string) => void) {
  const { kernel, site, jira } = world;
  const { random } = kernel;
  const acknowledged: Acknowledged[] = [];
  /** Items whose transition was made for an intent. */
  const closedFor: { itemId: string; by: string; reason: string }[] = [];
  let reasons = 0;

  const alive = (): Item[] => [...site.items.values()].filter(({ deleted }) => !deleted);
  const someItem = (): Item | null => {
    const list = alive();
    return list.length === 0 ? null : random.pick(list);
  };
  const baseOf = (item: Item): number => (item.projectId === '1' ? 0 : 100);
  const statusOf = (item: Item, status: string): string => String(Number(status) + baseOf(item));
  const closed = (item: Item): boolean => site.categoryOf(item) === 'done';

  function touch(item: Item, change: (item: Item) => void): void {
    change(item);
    item.updated = kernel.now();
    site.touch(item);
  }

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

  const asUser = (account: string, work: (ports: Ports) => Promise<unknown>): void => {
    world.run({ name: `as ${account}`, account, lifeMs: MINUTE }, work, () => undefined);
  };

  const onItem =
    (act: (item: Item) => void): (() => void) =>
    () => {
      const item = someItem();
      if (item && !site.projects.get(item.projectId)?.archived) act(item);
    };

  const acts: [number, () => void][] = [
    [3, onItem((item) => touch(item, () => undefined))],
    [
      5,
      onItem((item) => {
        const day = addDays(dayOf(kernel.now(), world.zone), random.below(9) - 4);
        const answer = random.pick([
          answerFor('g1'),
          answerFor('g2'),
          answerFor('g1', { checkBy: day }),
          { v: 1, why: 'run', state: 'answered' },
          { v: 1, why: 'test', state: 'half' },
          null,
          null,
        ]);
        world.write(item, 'ladder-answer', answer, 'cat');
      }),
    ],
    [
      5,
      onItem((item) => {
        const to = random.pick([STATUS.todo, STATUS.doing, STATUS.done]);
        jira.move(item, statusOf(item, to), 'cat', null);
      }),
    ],
    [2, onItem((item) => touch(item, (one) => (one.deleted = true)))],
    [
      2,
      onItem((item) => {
        hidden(item.id);
        touch(item, (one) => (one.visibleTo = one.visibleTo === null ? ['cat', 'ann'] : null));
      }),
    ],
    [2, onItem((item) => touch(item, (one) => (one.labels = one.labels.length ? [] : ['legal'])))],
    [
      1,
      () => {
        const at = kernel.now() - random.pick([0, 100, 200]) * DAY_MS;
        world.newItem('1', { created: at, updated: at, categoryChanged: at });
      },
    ],
    [
      1,
      () => {
        const project = random.pick([...site.projects.values()]);
        project.key = `${project.key.slice(0, 4)}${String(random.below(9))}`;
        for (const item of site.items.values())
          if (item.projectId === project.id)
            item.key = `${project.key}-${item.key.split('-')[1] ?? ''}`;
      },
    ],
    [
      1,
      () => {
        const project = site.projects.get('1');
        if (!project) return;
        project.archived = true;
        kernel.at(kernel.now() + random.below(6) * 10 * MINUTE, () => (project.archived = false));
      },
    ],
    [
      1,
      onItem((item) => {
        const junk = random.pick<unknown>([{ v: 9, flag: 'x' }, 'junk', { v: 1, since: 4 }]);
        world.write(item, 'ladder-flag', junk, 'cat');
      }),
    ],
    [
      3,
      () =>
        asUser('dan', async (ports) => {
          const { rules, rev } = await ports.settings.load('1');
          const changed = random.pick([
            { warnAfterDays: 60 },
            { warnAfterDays: 100 },
            { graceDays: random.pick([0, 7, 14]) },
            { exemptLabels: random.pick([[], ['legal']]) },
            { flagAfterDays: 120 },
          ]);
          await saveRules(ports, 'dan', { projectId: '1', rev, rules: { ...rules, ...changed } });
        }),
    ],
    [
      1,
      () =>
        asUser('dan', async (ports) => {
          const settings = await ports.settings.load('1');
          const now = ports.clock.now();
          const goals = settings.goals.map((goal) =>
            goal.id === 'g1' ? { ...goal, endedOn: dayOf(now, world.zone) } : goal,
          );
          const act = { projectId: '1', subject: 'g1', kind: 'goal.end', by: 'dan' } as const;
          const before = null;
          await ports.settings.save(
            { ...settings, goals },
            { ...act, at: now, before, after: null },
          );
        }),
    ],
    [2, () => asUser('dan', (ports) => orderScan(ports, 'dan', '1'))],
    [
      9,
      onItem((item) => {
        const by = random.pick(DECIDERS);
        asUser(by, (ports) => decideAs(ports, by, item.id));
      }),
    ],
    [
      4,
      () => {
        const by = random.pick(DECIDERS);
        const known = world.store.all('decision');
        if (known.length === 0) return;
        const { key } = random.pick(known);
        asUser(by, (ports) => undoAs(ports, by, key));
      },
    ],
    [
      1,
      () => {
        const known = world.store.all('decision').map(({ key }) => site.find(key));
        const item = known.find((one) => one !== undefined);
        const property = random.pick<unknown>([
          null,
          { v: 1, decision: 'parked', until: '2031-01-01' },
        ]);
        if (item) world.write(item, 'ladder-decision', property, 'cat');
      },
    ],
  ];
  const tickets = acts.flatMap(([weight, act]) => Array.from({ length: weight }, () => act));

  return {
    acknowledged,
    closedFor,
    /** Somebody does something at a moment. */
    actAt(moment: number): void {
      const act = random.pick(tickets);
      kernel.at(moment, act);
    },
    /** Decides about an item at a moment, for tests that name what happens. */
    decideAt(moment: number, by: string, itemId: string): void {
      kernel.at(moment, () => asUser(by, (ports) => decideAs(ports, by, itemId)));
    },
  };
}

export type People = ReturnType<typeof createPeople>;
