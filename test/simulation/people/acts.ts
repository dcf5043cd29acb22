// Everything somebody may do, and how often it is done compared with the rest.
import { DAY_MS, addDays, dayOf } from '../../../src/domain/days';
import { orderScan } from '../../../src/usecases/order-scan';
import { saveRules } from '../../../src/usecases/save-rules';
import { STATUS } from '../jira/usual-site';
import { answerFor, FORGED_DAY, MINUTE, type World } from '../world';
import { DECIDERS, type Deciders } from './decisions';
import type { Means } from './means';

export function listActs(
  world: World,
  { statusOf, touch, asUser, onItem }: Means,
  { someThought, decideAs, undoAs }: Deciders,
): [number, () => void][] {
  const { kernel, site, jira } = world;
  const { random } = kernel;

  return [
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
    [9, onItem(({ id }) => decideAs(random.pick(DECIDERS), id))],
    [
      4,
      // All decide about one item at the same moment.
      onItem(({ id }) => {
        const think = someThought();
        for (const by of DECIDERS) decideAs(by, id, think);
      }),
    ],
    [
      4,
      () => {
        const by = random.pick(DECIDERS);
        const known = world.store.all('decision');
        if (known.length === 0) return;
        const { key } = random.pick(known);
        undoAs(by, key);
      },
    ],
    [
      1,
      () => {
        const known = world.store.all('decision').map(({ key }) => site.find(key));
        const item = known.find((one) => one !== undefined);
        const property = random.pick<unknown>([
          null,
          { v: 1, decision: 'parked', until: FORGED_DAY },
        ]);
        if (item) world.write(item, 'ladder-decision', property, 'cat');
      },
    ],
  ];
}
