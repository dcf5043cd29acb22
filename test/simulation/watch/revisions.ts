// Holds storage to its revisions: a record that is there is never begun anew, nor set back.
import type { Evidence } from './evidence';

export function watchRevisions({ say }: Evidence) {
  const known = new Map<string, number>();
  return {
    /** I1, for records with revisions of their own. */
    kept(entity: string, key: string, { rev }: Record<string, unknown>): void {
      // Listed parents are set as a whole, and may be lost.
      if (typeof rev !== 'number' || key.includes('parents')) return;
      const name = `${entity}/${key}`;
      const before = known.get(name);
      if (before !== undefined && (rev === 0 || rev < before))
        say(`I1: ${name} is set back from ${String(before)} to ${String(rev)}`);
      known.set(name, rev);
    },
  };
}
