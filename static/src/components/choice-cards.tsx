// A choice of a few, each a card that says what it means. Radio buttons inside, so arrows move.
import { useId, useState, type CSSProperties, type FocusEvent, type ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import { CARD } from './card';
import { FieldError, LABEL } from './field';
import './native.css';

export interface Choice<T extends string> {
  value: T;
  content: ReactNode;
}

interface ChoiceCardsProps<T extends string> {
  legend: string;
  choices: readonly Choice<T>[];
  value: T | undefined;
  onChange: (value: T) => void;
  /** Least width of a card; as many stand side by side as fit. */
  minWidth: string;
  error?: string | undefined;
  /** It keeps the focus and what is chosen. */
  readOnly?: boolean;
}

const frame = (checked: boolean, focused: boolean): CSSProperties => ({
  ...CARD,
  display: 'flex',
  gap: token('space.100'),
  alignItems: 'flex-start',
  cursor: 'pointer',
  borderColor: checked ? token('color.border.selected') : token('color.border'),
  backgroundColor: checked ? token('color.background.selected') : undefined,
  outline: focused ? `2px solid ${token('color.border.focused')}` : 'none',
  outlineOffset: '2px',
});

/** Cards side by side where there is room, below each other where there is not. */
export function ChoiceCards<T extends string>(props: ChoiceCardsProps<T>) {
  const { legend, choices, value, onChange, minWidth, error, readOnly = false } = props;
  const id = useId();
  const [focused, setFocused] = useState<T | null>(null);
  return (
    <fieldset
      style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}
      aria-describedby={error ? `${id}-error` : undefined}
      data-invalid={error ? true : undefined}
    >
      <legend style={{ ...LABEL, padding: 0, marginBottom: token('space.075') }}>{legend}</legend>
      <div
        style={{
          display: 'grid',
          gap: token('space.100'),
          gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${minWidth}), 1fr))`,
        }}
      >
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={choice.value === value ? undefined : 'ld-card'}
            style={frame(choice.value === value, choice.value === focused)}
            htmlFor={`${id}-${choice.value}`}
          >
            <input
              type="radio"
              id={`${id}-${choice.value}`}
              name={id}
              checked={choice.value === value}
              aria-disabled={readOnly || undefined}
              onChange={() => {
                if (!readOnly) onChange(choice.value);
              }}
              onFocus={(event: FocusEvent<HTMLInputElement>) =>
                setFocused(event.target.matches(':focus-visible') ? choice.value : null)
              }
              onBlur={() => setFocused(null)}
              style={{
                flex: 'none',
                margin: '3px 0 0',
                outline: 'none',
                accentColor: token('color.background.selected.bold'),
              }}
            />
            <span style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>{choice.content}</span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} message={error} />
    </fieldset>
  );
}
