/** Makes something when it is first wanted, and keeps it: schemas of calls that a page never makes cost nothing. */
export function onDemand<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
