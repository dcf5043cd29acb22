// What everybody's acts are made with: an item to act on, its statuses, and a run as somebody.
import type { Ports } from '../../../src/ports';
import type { Item } from '../jira/site';
import { MINUTE, type World } from '../world';

export function createMeans(world: World) {
  const { kernel, site } = world;
  const { random } = kernel;

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

  const asUser = (account: string, work: (ports: Ports) => Promise<unknown>): void => {
    world.run({ name: `as ${account}`, account, lifeMs: MINUTE }, work, () => undefined);
  };

  const onItem =
    (act: (item: Item) => void): (() => void) =>
    () => {
      const item = someItem();
      if (item && !site.projects.get(item.projectId)?.archived) act(item);
    };

  return { statusOf, closed, touch, asUser, onItem };
}

export type Means = ReturnType<typeof createMeans>;
