// Storage and Jira are asked for several things at a time, but not for hundreds.

const AT_ONCE = 10;

/** What comes of each entry, in their order; at most ten are worked on at a time. */
export async function sideBySide<T, R>(
  list: readonly T[],
  work: (one: T) => Promise<R>,
): Promise<R[]> {
  const left = [...list];
  const done: R[] = [];
  while (left.length > 0)
    done.push(...(await Promise.all(left.splice(0, AT_ONCE).map((one) => work(one)))));
  return done;
}
