// Levels of types, which a CSV does not hold: by name, else by what their items are parents of.

const SUBTASK = /^(sub-?\s?task|unteraufgabe|teilaufgabe|subtarea|sous-tâche|.*\bsub-?task)$/i;
const EPIC = /^(epic|épica?|epos)$/i;
const ABOVE = /^(initiative|theme|legend|saga|objective|capability|portfolio epic)$/i;
const STANDARD =
  /^(story|user story|task|bug|improvement|new feature|spike|defect|incident|request|aufgabe|fehler|vorgang)$/i;

/** The level that the name of a type means; null for a name of the team's own. */
function levelByName(type: string): number | null {
  if (SUBTASK.test(type)) return -1;
  if (EPIC.test(type)) return 1;
  if (ABOVE.test(type)) return 2;
  return STANDARD.test(type) ? 0 : null;
}

/** One item below another, by their types. */
export interface Kinship {
  child: string;
  parent: string;
}

/**
 * Levels by type: -1 sub-task, 0 standard, 1 and more above. A type of no known name is above the
 * standard level where its items are parents of standard ones, and below it where theirs are.
 * `epics` are types whose items have a name as an epic.
 */
export function levelsOf(
  types: Iterable<string>,
  kin: readonly Kinship[],
  epics: ReadonlySet<string>,
): Map<string, number> {
  const known = (type: string) => levelByName(type) ?? (epics.has(type) ? 1 : null);
  const parents = new Set(kin.filter(({ child }) => known(child) === 0).map((one) => one.parent));
  const children = new Set(kin.filter(({ parent }) => known(parent) === 0).map((one) => one.child));
  return new Map(
    [...types].map((type): [string, number] => {
      const level = known(type);
      if (level !== null) return [type, level];
      if (parents.has(type)) return [type, 1];
      return [type, children.has(type) ? -1 : 0];
    }),
  );
}
