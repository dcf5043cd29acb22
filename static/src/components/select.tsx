// A plain choice from a list, with the browser's own menu: it can leave the frame and needs no script.
import { token } from '@atlaskit/tokens';
import type { Control } from './field';

export interface Option {
  value: string;
  label: string;
}

interface SelectProps {
  control: Control;
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
}

export function Select({ control, options, value, onChange }: SelectProps) {
  return (
    <select
      {...control}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      style={{
        font: token('font.body'),
        height: '38px',
        width: '100%',
        padding: `0 ${token('space.075')}`,
        color: token('color.text'),
        backgroundColor: token('color.background.input'),
        border: `1px solid ${token('color.border.input')}`,
        borderRadius: token('radius.small', '3px'),
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
