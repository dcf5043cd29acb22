// Whether a table has too little room for all of its columns.
import { useLayoutEffect, useRef, useState } from 'react';

/** `narrow` is true while the element that takes `place` is narrower than `limit` CSS pixels. */
export function useNarrow(limit: number) {
  const place = useRef<HTMLDivElement>(null);
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    // What is not laid out has no width, and says nothing about the room there will be.
    const look = () => setNarrow(element.clientWidth > 0 && element.clientWidth < limit);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [limit]);
  return { place, narrow };
}
