// What is left when the nights are over, without what may differ between two runs that end alike.
import { canonical } from '../../../src/contract/properties';
import { bodyOf } from '../watch/evidence';
import type { World } from '../world';

/**
 * May differ: the instants at which something was done, how often a record was stored until it was as it
 * is, and how much the last night had left to do.
 */
const mayDiffer = (name: string, value: unknown): boolean =>
  ['rev', 'writes', 'lastAt', 'listed', 'changed', 'differ'].includes(name) ||
  (name === 'at' && typeof value === 'number');

function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, one]) => !mayDiffer(name, one))
      .map(([name, one]) => [name, settled(one)]),
  );
}

const line = (...of: unknown[]): string => of.map((one) => canonical(settled(one))).join(' ');

/**
 * One line for each thing that two runs must have in common. Not among them: what the calls cost, which
 * of two places holds the list of parents, and the numbers of the nights before the last.
 */
export function endState({ site, store }: World, lastDay: string): string[] {
  const items = [...site.items.values()].flatMap((item) => [
    line('item', item.key, item.statusId, item.history),
    ...[...item.properties].map(([key, text]) => line(item.key, key, JSON.parse(text))),
  ]);
  const projects = [...site.projects.values()].flatMap(({ key, properties }) =>
    [...properties].map(([name, text]) => line('project', key, name, JSON.parse(text))),
  );
  const records = ['decision', 'result', 'pass', 'revision'].flatMap((entity) =>
    store.all(entity).map(({ key, value }) => line(entity, key, bodyOf(value))),
  );
  const snapshots = store
    .all('snapshot')
    .map(({ key, value }) => line('snapshot', key, key.endsWith(lastDay) && bodyOf(value)));
  const acts = store
    .all('act')
    .map(({ value: { subject, kind, by, body } }) => line('act', subject, kind, by, body));
  const scans = new Map(store.all('scan').map(({ key, value }) => [key, value]));
  const { listedOn, counted, set } = bodyOf(scans.get('parents:1') ?? {});
  const parts = [...scans].filter(([key]) => key.startsWith(`parents:1:${String(set)}:`));
  const turn = scans.get('1') ?? {};
  return [
    ...[...items, ...projects, ...records, ...snapshots, ...acts],
    line('turn', turn['state'], turn['lease'], bodyOf(turn)),
    line(
      'parents',
      listedOn,
      counted,
      parts.map(([, value]) => bodyOf(value)),
    ),
  ].sort();
}

/** What only one of two states has; empty when they are the same. */
export function differences(found: readonly string[], wanted: readonly string[]): string[] {
  const [here, there] = [new Set(found), new Set(wanted)];
  return [
    ...found.filter((one) => !there.has(one)).map((one) => `+ ${one}`),
    ...wanted.filter((one) => !here.has(one)).map((one) => `- ${one}`),
    ...(found.length === wanted.length
      ? []
      : [`${String(found.length)} things instead of ${String(wanted.length)}`]),
  ];
}
