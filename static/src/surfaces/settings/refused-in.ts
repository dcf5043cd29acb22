// What a refusal says of the fields that were sent.
import { CallError } from '../../forge';

/** The sentences for `name.…`, by the place inside of it; none for another failure. */
export const refusedIn = (name: string, error: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(error instanceof CallError ? error.fields : {}).flatMap(([path, sentence]) =>
      path.startsWith(`${name}.`) ? [[path.slice(name.length + 1), sentence]] : [],
    ),
  );

/** The part of the form that a place is in: `agesByType` for `agesByType.0.warnAfterDays`. */
export const fieldOf = (place: string): string => place.replace(/\..*/, '');
