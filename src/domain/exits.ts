// The ways out of an item's status, and which of them ends it, or leads it back.
import type { Named, Rules } from './rules';

/** A field on the screen of a way out. */
export interface ExitField {
  id: string;
  name: string;
  /** Has to be filled in, and Jira does not fill it in by itself. */
  required: boolean;
  /** Values that it takes; null where Jira does not list them. */
  allowed: Named[] | null;
}

/** A transition that this person can make now. */
export interface Exit {
  id: string;
  name: string;
  to: { id: string; name: string; isDone: boolean };
  /** Jira takes a comment with a transition only where it has a screen. */
  hasScreen: boolean;
  fields: ExitField[];
}

/** What keeps an item from being moved: no way at all, none to the wanted status, or fields to fill. */
export type ExitProblem =
  | { kind: 'no-exit' }
  | { kind: 'no-way'; statusId: string }
  | { kind: 'needs'; fields: string[]; to: string };

/** The way that is taken, and the resolution that can be set on it. */
export interface ExitChoice {
  exit: Exit;
  resolutionId: string | null;
}

const resolutionOf = ({ fields }: Exit, resolutionId: string | null): string | null => {
  const field = fields.find(({ id }) => id === 'resolution');
  if (!field || resolutionId === null) return null;
  return (field.allowed?.some(({ id }) => id === resolutionId) ?? true) ? resolutionId : null;
};

const missing = ({ fields }: Exit, given: readonly string[]): string[] =>
  fields.filter(({ id, required }) => required && !given.includes(id)).map(({ name }) => name);

/** The way taken with what it needs; a required resolution is only given where one is chosen. */
function taken(exit: Exit, wanted: string | null): ExitChoice | ExitProblem {
  const resolutionId = resolutionOf(exit, wanted);
  const needs = missing(exit, resolutionId === null ? [] : ['resolution']);
  if (needs.length > 0) return { kind: 'needs', fields: needs, to: exit.to.name };
  return { exit, resolutionId };
}

/** Of several ways to one status the first that needs nothing more. */
const best = (exits: readonly Exit[], wanted: string | null): ExitChoice | ExitProblem | null => {
  const tries = exits.map((exit) => taken(exit, wanted));
  return tries.find((one) => 'exit' in one) ?? tries[0] ?? null;
};

/** Statuses and resolutions that say "closed, not delivered". */
interface Undelivered {
  statusIds: readonly string[];
  resolutionIds: readonly string[];
}

/**
 * The way that ends an item: to the status of the rules; else one that offers the resolution of the
 * rules; else one that says "not delivered", by its status or its resolution; else what the workflow
 * offers first into a status that is done.
 */
export function chooseExit(
  exits: readonly Exit[],
  { statusId, resolutionId }: Rules['kill'],
  undelivered: Undelivered = { statusIds: [], resolutionIds: [] },
): ExitChoice | ExitProblem {
  const done = exits.filter(({ to }) => to.isDone);
  if (statusId !== null) {
    const there = done.filter(({ to }) => to.id === statusId);
    return best(there, resolutionId) ?? { kind: 'no-way', statusId };
  }
  const offers = (wanted: string | null): Exit[] =>
    done.filter((exit) => wanted !== null && resolutionOf(exit, wanted) !== null);
  const declined = done.filter(({ to }) => undelivered.statusIds.includes(to.id));
  const usual = undelivered.resolutionIds.find((id) => offers(id).length > 0) ?? null;
  const wanted = resolutionId ?? usual;
  return (
    best(offers(resolutionId), resolutionId) ??
    best(declined, wanted) ??
    best(offers(usual), usual) ??
    best(done, wanted) ?? { kind: 'no-exit' }
  );
}

/** The way back to the status that an item was in. */
export function exitBack(exits: readonly Exit[], statusId: string): ExitChoice | ExitProblem {
  const there = exits.filter(({ to }) => to.id === statusId);
  return best(there, null) ?? { kind: 'no-way', statusId };
}

/** What the chosen resolution is called; null where none is set, or Jira does not say. */
export const resolutionName = ({ exit, resolutionId }: ExitChoice): string | null =>
  exit.fields.find(({ id }) => id === 'resolution')?.allowed?.find(({ id }) => id === resolutionId)
    ?.name ?? null;
