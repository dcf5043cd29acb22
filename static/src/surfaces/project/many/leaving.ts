// Whoever closes the page while something is being saved is asked first.

/** Asks as long as `isBusy`; looks again at each change. */
export function guardLeaving(
  subscribe: (listener: () => void) => () => void,
  isBusy: () => boolean,
): void {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  subscribe(() => {
    if (isBusy()) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
  });
}

/** Waits this many milliseconds. */
export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));
