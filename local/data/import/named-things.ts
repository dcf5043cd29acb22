// Ids and names of one kind of thing (statuses, types, priorities …) as rows mention them.

/** Where ids begin that the data does not give; far above those of a real site. */
const FIRST_OWN_ID = 900_000_001;

export interface NamedThings<T> {
  /** Notes the thing, unless it is known, and gives its id. */
  note(ref: { id?: string | null | undefined; name: string }, make: (id: string) => T): string;
  get(id: string): T | undefined;
  /** Id of the first thing with this name (letter case aside), or null. */
  idOfName(name: string): string | null;
  all(): T[];
}

/** An empty collection. A thing is known by its id; without one, by its name. */
export function namedThings<T>(): NamedThings<T> {
  const byId = new Map<string, T>();
  const ids = new Map<string, string>();
  let next = FIRST_OWN_ID;
  return {
    note: (ref, make) => {
      const name = ref.name.toLowerCase();
      const id = ref.id ?? ids.get(name) ?? String(next++);
      if (!byId.has(id)) byId.set(id, make(id));
      if (!ids.has(name)) ids.set(name, id);
      return id;
    },
    get: (id) => byId.get(id),
    idOfName: (name) => ids.get(name.toLowerCase()) ?? null,
    all: () => [...byId.values()],
  };
}
