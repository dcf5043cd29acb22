// A native button in Jira's look.
import { forwardRef, type ReactNode } from 'react';
import './native.css';

interface ButtonProps {
  children: ReactNode;
  type?: 'button' | 'submit';
  appearance?: 'default' | 'primary' | 'subtle';
  spacing?: 'default' | 'compact';
  isDisabled?: boolean;
  /** One of several ways, and the one that is shown; absent for a button that is no such way. */
  isCurrent?: boolean;
  /** Work is going on; another press does nothing. */
  isLoading?: boolean;
  onClick?: () => void;
  /** Says more than the text alone, for those who hear the page. */
  label?: string;
}

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(props, ref) {
  const { children, type = 'button', appearance = 'default', spacing = 'default' } = props;
  const { isDisabled = false, isLoading = false, isCurrent, onClick, label } = props;
  return (
    <button
      ref={ref}
      type={type}
      className="ld-button"
      data-look={appearance}
      data-small={spacing === 'compact' ? '' : undefined}
      disabled={isDisabled}
      aria-busy={isLoading}
      aria-current={isCurrent}
      aria-label={label}
      onClick={(event) => {
        // A busy button stays where it is and keeps the focus.
        if (isLoading) event.preventDefault();
        else onClick?.();
      }}
    >
      {children}
      {isLoading ? <span aria-hidden="true">…</span> : null}
    </button>
  );
});
