// What a run has shown so far, and what is said against it.
import type { Settings } from '../oracle';
import type { World } from '../world';

export const bodyOf = (value: Record<string, unknown>): Record<string, unknown> =>
  (value['body'] ?? {}) as Record<string, unknown>;
export const parsed = (text: string | null): Record<string, unknown> => {
  const value = text === null ? null : (JSON.parse(text) as unknown);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
};

export function collectEvidence(world: World) {
  const violations: string[] = [];
  const say = (text: string): void => {
    if (violations.length < 5) violations.push(text);
  };
  const outcomes = new Map<string, Record<string, unknown>>();

  const settingsIn = (projectId: string, from: number, to: number): Settings[] => {
    const all = world.settings.get(projectId) ?? [];
    const before = all.filter(({ at }) => at <= from).at(-1);
    return [...(before ? [before] : []), ...all.filter(({ at }) => at > from && at <= to)];
  };

  /** When the record of an item's decisions was written last. */
  const decidedOn = new Map<string, number>();
  /** Items whose decision was written by a hand, or taken away. */
  const handWritten = new Set<string>();
  return { world, violations, say, outcomes, settingsIn, decidedOn, handWritten };
}

export type Evidence = ReturnType<typeof collectEvidence>;
