// Native text fields in Jira's look; a long text grows with its words up to a height.
import type { Control } from './field';
import './native.css';

interface InputProps {
  control: Control;
  value: string;
  onChange: (value: string) => void;
  onLeave?: (() => void) | undefined;
  placeholder?: string | undefined;
  maxLength?: number;
  /** It can be read and keeps the focus, and nothing can be typed. */
  readOnly?: boolean;
}

interface TextInputProps extends InputProps {
  type?: 'text' | 'date';
  inputMode?: 'text' | 'decimal';
}

export const TextInput = ({ control, onChange, onLeave, ...rest }: TextInputProps) => (
  <input
    {...control}
    {...rest}
    className="ld-input"
    autoComplete="off"
    dir={rest.type === 'date' ? undefined : 'auto'}
    onChange={(event) => onChange(event.target.value)}
    onBlur={onLeave}
  />
);

export const TextArea = ({ control, onChange, onLeave, ...rest }: InputProps) => (
  <textarea
    {...control}
    {...rest}
    className="ld-input"
    rows={2}
    dir="auto"
    onChange={(event) => onChange(event.target.value)}
    onBlur={onLeave}
  />
);
