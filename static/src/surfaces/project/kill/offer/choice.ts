// Which of the old items are chosen, over all pages: all but some, or only some.

export interface Choice {
  all: boolean;
  /** Ids that are left out, or, when not all are meant, that are taken. */
  except: ReadonlySet<string>;
}

export const ALL: Choice = { all: true, except: new Set() };
export const NONE: Choice = { all: false, except: new Set() };

export const isChosen = ({ all, except }: Choice, id: string): boolean => all !== except.has(id);

/** Chooses these, or takes them out. */
export function choose(choice: Choice, ids: readonly string[], on: boolean): Choice {
  const except = new Set(choice.except);
  for (const id of ids)
    if (choice.all === on) except.delete(id);
    else except.add(id);
  return { ...choice, except };
}

/** How many of a number of items are chosen; null while the number is not known. */
export function countChosen({ all, except }: Choice, total: number | null): number | null {
  if (!all) return except.size;
  return total === null ? null : Math.max(0, total - except.size);
}
