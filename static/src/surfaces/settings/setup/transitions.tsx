// The transitions of one workflow, to be ticked where the workflow can be changed.
import { Checkbox } from '@atlaskit/checkbox';
import type { SetupWorkflow } from '../../../../../src/contract/setup';
import { LABEL, SMALL } from '../../../components/field';
import { fill } from '../../../format';
import { messages } from '../../../messages';

const text = messages.settings.setup.gate;

type Transition = SetupWorkflow['transitions'][number];

function labelOf({ name, from, to, starts, creates, placed }: Transition): string {
  // Jira names a transition after its status unless somebody gives it a name.
  const moves = fill(name === to ? text.movesOnly : text.moves, {
    name,
    from: creates ? text.newItem : from.join(', ') || text.anywhere,
    to,
  });
  const notes = [starts && text.starts, creates && text.creates, placed && text.placed]
    .filter(Boolean)
    .join(', ');
  return notes ? `${moves} (${notes})` : moves;
}

interface TransitionsProps {
  workflow: SetupWorkflow;
  /** Ids of the ticked ones. */
  ticked: readonly string[];
  disabled: boolean;
  onTick: (id: string, on: boolean) => void;
}

export function Transitions({ workflow, ticked, disabled, onTick }: TransitionsProps) {
  const { name, editable, transitions } = workflow;
  const title = fill(text.legend, { workflow: name });
  if (!editable)
    return (
      <div>
        <span style={LABEL}>{title}</span>
        <ul style={{ margin: 0, paddingInlineStart: '20px' }}>
          {transitions.map((transition) => (
            <li key={transition.id}>{labelOf(transition)}</li>
          ))}
        </ul>
      </div>
    );
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <legend style={{ ...LABEL, padding: 0 }}>{title}</legend>
      {transitions.length === 0 ? <p style={SMALL}>{text.noTransitions}</p> : null}
      {transitions.map((transition) => (
        <Checkbox
          key={transition.id}
          label={labelOf(transition)}
          isChecked={ticked.includes(transition.id)}
          isDisabled={disabled}
          onChange={(event) => onTick(transition.id, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}
