// What fills a world at its start: two projects with their items, answers, goals and rules.
import { addDays, DAY_MS } from '../../src/domain/days';
import { DEFAULT_RULES, type Rules } from '../../src/domain/rules';
import { aGoal } from '../support/builders';
import type { Item } from './jira/site';
import { STATUS, TYPE } from './jira/usual-site';
import { answerFor, CANARY, PROJECTS, SILENT, type World } from './world';

/** By the seed alone, so that nothing else of it is drawn otherwise. */
function digestOf({ name }: World): Rules['digest'] {
  const seed = Number(/\d+/.exec(name)?.[0] ?? 0);
  const modes = ['notify', 'comment', 'notify', 'off'] as const;
  return { mode: modes[seed % modes.length] ?? 'off', weekday: 1 + (seed % 7) };
}

/** Answers that a world begins with; most items have none. */
function anAnswer(world: World): unknown {
  const { random } = world.kernel;
  const day = addDays(world.firstDay, random.below(40) - 20);
  return random.pick([
    answerFor('g1'),
    answerFor('g2'),
    answerFor('g1', { checkBy: day }),
    answerFor('g1', { stopBy: day }),
    { v: 1, why: 'run', state: 'answered' },
    { v: 1, why: 'move', state: 'half', goal: 'g1' },
    { v: 7, text: CANARY },
    'no answer at all',
  ]);
}

/** Items whose work is over: some were begun twice, of some nobody saw the begin. */
function finishSome(world: World, projectId: string, id: (one: string) => string): void {
  const { random, now } = world.kernel;
  const most = world.size.finished;
  for (let left = random.pick([most, random.below(most + 1)]); left > 0; left -= 1) {
    const end = now() - DAY_MS - random.below(60 * DAY_MS);
    const start = end - random.below(40 * DAY_MS);
    const begin = { at: start, from: id(STATUS.todo), to: id(STATUS.doing), by: 'cat' };
    const again = { ...begin, at: start + random.below(end - start + 1) };
    const close = { at: end, from: id(STATUS.doing), to: id(STATUS.done), by: 'cat' };
    const begins = random.pick([[begin], [begin], [begin, again], []]);
    world.newItem(projectId, {
      ...{ created: start - DAY_MS, updated: end, categoryChanged: end },
      typeId: id(random.pick([TYPE.story, TYPE.story, TYPE.chore, TYPE.subtask])),
      statusId: id(STATUS.done),
      history: [...begins, close],
    });
  }
}

export function populate(world: World): void {
  const { kernel, firstDay, size } = world;
  const { random } = kernel;
  for (const projectId of PROJECTS) {
    if (projectId === '2' && random.chance(0.6)) continue;
    const base = projectId === '1' ? 0 : 100;
    const id = (one: string) => String(Number(one) + base);
    const old = (days: number): Partial<Item> => {
      const at = kernel.now() - days * DAY_MS - random.below(DAY_MS);
      return { created: at, updated: at, categoryChanged: at };
    };
    const parents = Array.from({ length: 1 + random.below(size.parents) }, () => {
      const epic = world.newItem(projectId, { ...old(100), typeId: id(TYPE.epic) });
      if (random.chance(0.6)) world.write(epic, 'ladder-answer', answerFor('g1'), 'ann');
      return epic.id;
    });
    finishSome(world, projectId, id);
    const count = size.items[0] + random.below(size.items[1]);
    for (let i = 0; i < count; i += 1) {
      const item = world.newItem(projectId, {
        ...old(random.pick([3, 60, 88, 89, 90, 120, 178, 180, 250])),
        typeId: id(random.pick([TYPE.story, TYPE.story, TYPE.bug, TYPE.chore, TYPE.subtask])),
        statusId: id(random.pick([STATUS.todo, STATUS.todo, STATUS.doing, STATUS.done])),
        labels: random.chance(0.1) ? ['legal'] : [],
        parentId: random.chance(0.3) ? random.pick(parents) : null,
        visibleTo: random.chance(0.06) ? ['cat'] : null,
      });
      if (random.chance(0.3)) world.write(item, 'ladder-answer', anAnswer(world), 'ann');
      if (random.chance(0.3)) world.write(item, 'other-app', { text: `${CANARY} other` }, 'cat');
    }
    const goals = [
      aGoal({ id: 'g1', achieve: world.name, firstDay: '2026-01-01', lastDay: '2029-12-31' }),
      aGoal({
        id: 'g2',
        achieve: world.name,
        firstDay: '2026-01-01',
        lastDay: addDays(firstDay, random.below(6) - 3),
      }),
    ];
    const rules: Rules = {
      ...DEFAULT_RULES,
      timeZone: world.zone,
      scan: true,
      digest: digestOf(world),
      forum: { ...DEFAULT_RULES.forum, memberIds: ['ann', SILENT, 'cat', 'dan', 'eve'] },
      graceDays: random.pick([0, 3, 14]),
      exemptTypeIds: [id(TYPE.chore)],
      exemptLabels: random.chance(0.5) ? ['legal'] : [],
      agesByType: random.chance(0.3)
        ? [{ typeId: id(TYPE.bug), warnAfterDays: 30, flagAfterDays: 60 }]
        : [],
    };
    world.settings.set(projectId, [{ at: 0, rules, goals }]);
  }
}
