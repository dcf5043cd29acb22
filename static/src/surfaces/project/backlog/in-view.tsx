// A part of a long tab that is wanted once it is looked at. Its place is kept until then.
import { useEffect, useRef, useState, type ReactNode } from 'react';

interface InViewProps {
  /** Height of the place while nothing is there, as a CSS length. */
  height: string;
  /** Stands in its place until then. */
  meanwhile?: ReactNode;
  /** Called once. */
  onSeen?: () => void;
  /** Not called before the part is in view. */
  children: () => ReactNode;
}

/** A browser that cannot tell what is in view shows everything. */
export function InView({ height, meanwhile, onSeen, children }: InViewProps) {
  const root = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(() => typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    const place = root.current;
    if (seen || !place) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      // A little before it is reached, so that it is there in time.
      { rootMargin: '200px' },
    );
    observer.observe(place);
    return () => observer.disconnect();
  }, [seen]);
  const told = useRef(false);
  useEffect(() => {
    if (!seen || told.current) return;
    told.current = true;
    onSeen?.();
  }, [seen, onSeen]);
  return (
    <div ref={root} style={seen ? { minWidth: 0 } : { minHeight: height }}>
      {seen ? children() : meanwhile}
    </div>
  );
}
