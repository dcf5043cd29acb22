// Several of many: boxes under one legend.
import { Checkbox } from '@atlaskit/checkbox';
import { token } from '@atlaskit/tokens';
import { LABEL, SMALL } from './field';

export interface Check {
  id: string;
  name: string;
  /** Said after the name in a lighter tone. */
  note?: string | undefined;
}

interface CheckListProps {
  legend: string;
  help?: string | undefined;
  /** Stands there when there is nothing to choose from. */
  empty: string;
  checks: readonly Check[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

export function CheckList({ legend, help, empty, checks, chosen, onChange }: CheckListProps) {
  const toggle = (id: string, on: boolean) =>
    onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <legend style={{ ...LABEL, padding: 0 }}>{legend}</legend>
      {help ? <span style={SMALL}>{help}</span> : null}
      {checks.length === 0 ? <p style={SMALL}>{empty}</p> : null}
      <div
        style={{
          display: 'grid',
          gap: token('space.050'),
          marginTop: token('space.075'),
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 200px), 1fr))',
        }}
      >
        {checks.map(({ id, name, note }) => (
          <Checkbox
            key={id}
            label={note ? `${name} (${note})` : name}
            isChecked={chosen.includes(id)}
            onChange={(event) => toggle(id, event.currentTarget.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}
