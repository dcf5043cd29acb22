// What was typed before has come back with its form.
import { SMALL } from './field';
import { Button } from './button';
import { Inline } from './layout';
import { result as text } from '../messages/result';

export function TypedNote({ onStartOver }: { onStartOver: () => void }) {
  return (
    <Inline space="space.100">
      <span role="status" style={SMALL}>
        {text.back}
      </span>
      <Button spacing="compact" appearance="subtle" onClick={onStartOver}>
        {text.startOver}
      </Button>
    </Inline>
  );
}
