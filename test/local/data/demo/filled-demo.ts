// The demo on a site that only remembers, with what the app would keep of it.

import { ENTITIES } from '../../../../src/adapters/storage/keys';
import { readSettings } from '../../../../src/adapters/storage/records';
import { seedDemo, type DemoOptions } from '../../../../local/data/demo';
import { recordingSite } from '../recording-site';

export const NOW = Date.parse('2026-11-21T10:00:00Z');
export const DAY = 86_400_000;
export const SHOP = '10000';

export function demo(options: Partial<DemoOptions> = {}) {
  const site = recordingSite();
  const entities = new Map<string, unknown>();
  const storage = {
    setKey: () => {
      throw new Error('the app keeps nothing under plain keys');
    },
    setEntity: (entity: string, key: string, value: unknown) =>
      void entities.set(`${entity}/${key}`, value),
  };
  const report = seedDemo({ site, storage, now: NOW, ...options });
  const of = (entity: string) =>
    [...entities].filter(([key]) => key.startsWith(`${entity}/`)).map(([, value]) => value);
  const settings = () => readSettings(SHOP, entities.get(`${ENTITIES.revision}/settings:${SHOP}`));
  return { site, entities, report, of, settings };
}
