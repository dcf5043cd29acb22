// Something behind its title. What is inside keeps its height out of the way until it is opened.
import type { ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import './native.css';

interface FoldProps {
  title: string;
  isOpen?: boolean;
  onToggle?: (isOpen: boolean) => void;
  children: ReactNode;
}

export const Fold = ({ title, isOpen = false, onToggle, children }: FoldProps) => (
  <details
    className="ld-fold"
    open={isOpen}
    onToggle={(event) => onToggle?.(event.currentTarget.open)}
  >
    <summary>{title}</summary>
    <div style={{ paddingTop: token('space.100') }}>{children}</div>
  </details>
);
