// The shell's address while a full page of the app is shown: its path and query beyond `base` belong
// to that page.

/** The part of the address that belongs to the page of the app. */
export function placeInPage(base) {
  const { pathname, search, hash } = location;
  return { pathname: pathname.slice(base.length) || '/', search, hash };
}

/** Handlers of a full page: the shell's address follows the page's own history. */
export function addressHandlers(base) {
  return {
    createHistory: () => placeInPage(base),
    moveAddress({ action, path }) {
      const { pathname, search, hash } = new URL(path, location.origin);
      const url = base + (pathname === '/' ? '' : pathname) + search + hash;
      if (action === 'PUSH') history.pushState(null, '', url);
      else history.replaceState(null, '', url);
    },
    walkHistory: (steps) => history.go(steps),
  };
}
