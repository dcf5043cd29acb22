// How wide a drawing's place is.
import { useLayoutEffect, useRef, useState } from 'react';

/** CSS pixels of the element that takes `place`; `usual` until it is laid out. */
export function useWidth(usual: number) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(usual);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const look = () => {
      if (element.clientWidth > 0) setWidth(element.clientWidth);
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { place, width };
}
