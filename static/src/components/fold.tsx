// Something behind its title. What is inside keeps its height out of the way until it is opened.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import './native.css';

interface FoldProps {
  title: string;
  isOpen: boolean;
  /** The reader folds it or opens it; what `isOpen` says after that stands. */
  onToggle: (isOpen: boolean) => void;
  children: ReactNode;
}

export function Fold({ title, isOpen, onToggle, children }: FoldProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const [toggled, setToggled] = useState(0);
  // The browser folds by itself; where it shall stay as it was, React sees nothing to change.
  useEffect(() => {
    if (details.current) details.current.open = isOpen;
  }, [isOpen, toggled]);
  return (
    <details
      ref={details}
      className="ld-fold"
      open={isOpen}
      onToggle={(event) => {
        setToggled(toggled + 1);
        onToggle(event.currentTarget.open);
      }}
    >
      <summary>{title}</summary>
      <div style={{ paddingTop: token('space.100') }}>{children}</div>
    </details>
  );
}
