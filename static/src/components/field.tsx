// A labelled field with its help and its error below it.
import { useId, type CSSProperties, type ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import { common } from '../messages/common';

export const LABEL: CSSProperties = {
  font: token('font.body.small'),
  fontWeight: token('font.weight.semibold'),
  color: token('color.text.subtle'),
};

export const SMALL: CSSProperties = {
  font: token('font.body.small'),
  color: token('color.text.subtlest'),
};

/** The sentence under a refused field; announced when it appears. */
export function FieldError({ id, message }: { id: string; message: string | undefined }) {
  return (
    <span id={id} role="alert" style={{ ...SMALL, color: token('color.text.danger') }}>
      {message ? `⚠ ${message}` : null}
    </span>
  );
}

/** The first control that is marked as refused, or what stands in the place of one. */
export const firstInvalid = (root: HTMLElement | null): HTMLElement | null =>
  root?.querySelector<HTMLElement>(
    '[aria-invalid="true"], [data-invalid] input, [data-invalid][tabindex]',
  ) ?? null;

/** What a field's control gets: connect it with `{...control}`. */
export interface Control {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
}

interface FieldProps {
  label: string;
  /** Said after the label in a lighter tone. */
  optional?: boolean;
  help?: ReactNode;
  error?: string | undefined;
  children: (control: Control) => ReactNode;
}

export function Field({ label, optional = false, help, error, children }: FieldProps) {
  const id = useId();
  const described = [help ? `${id}-help` : '', error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div style={{ display: 'grid', gap: token('space.050'), minWidth: 0, alignContent: 'start' }}>
      <label htmlFor={id} style={LABEL}>
        {label}
        {optional ? <span style={SMALL}> ({common.optional})</span> : null}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error !== undefined,
      })}
      {help ? (
        <span id={`${id}-help`} style={SMALL}>
          {help}
        </span>
      ) : null}
      <FieldError id={`${id}-error`} message={error} />
    </div>
  );
}
