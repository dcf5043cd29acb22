// The page's address as state: going back and forward in the browser changes the view.
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Day } from '../../../../src/domain/days';
import type { PageHistory } from '../../forge';
import { readAddress, writeAddress, type Address, type AddressChange } from './address';

export interface AddressState {
  /** Null until Jira has told the address. */
  address: Address | null;
  change: (to: AddressChange) => void;
}

/** Where Jira gives no history the view changes all the same, only without an address. */
export function useAddress(today: Day, given: Promise<PageHistory>): AddressState {
  const [search, setSearch] = useState<string | null>(null);
  const history = useRef<PageHistory | null>(null);
  useLayoutEffect(() => {
    let alive = true;
    let stop: () => void = () => undefined;
    given.then(
      (found) => {
        if (!alive) return;
        history.current = found;
        setSearch(found.location.search);
        stop = found.listen((location) => setSearch(location.search));
      },
      () => {
        if (alive) setSearch('');
      },
    );
    return () => {
      alive = false;
      stop();
    };
  }, [given]);
  const change = useCallback(
    (to: AddressChange) => {
      const next = writeAddress(search ?? '', to, today);
      setSearch(next);
      const place = history.current;
      if (place) place.push(`${place.location.pathname}${next}`);
    },
    [search, today],
  );
  const address = useMemo(
    () => (search === null ? null : readAddress(search, today)),
    [search, today],
  );
  return { address, change };
}
