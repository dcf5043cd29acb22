// Examples for teams of a kind; one press fills the form.
import { useState } from 'react';
import { Button } from '../../components/button';
import { Fold } from '../../components/fold';
import { LABEL } from '../../components/field';
import { Inline, Stack } from '../../components/layout';
import { fill } from '../../format';
import { goalTemplates as text, type GoalTemplate } from '../../messages/settings-goal-templates';

export function GoalTemplates({ onUse }: { onUse: (template: GoalTemplate) => void }) {
  const [isOpen, setOpen] = useState(true);
  return (
    <Fold title={text.title} isOpen={isOpen} onToggle={setOpen}>
      <Stack space="space.100">
        {text.teams.map(({ name, goals }) => (
          <div key={name} role="group" aria-label={name}>
            <Stack space="space.050">
              <span style={LABEL}>{name}</span>
              <Inline space="space.100">
                {goals.map((template) => (
                  <Button
                    key={template.metric}
                    spacing="compact"
                    label={fill(text.use, { metric: template.metric })}
                    onClick={() => onUse(template)}
                  >
                    {template.metric}
                  </Button>
                ))}
              </Inline>
            </Stack>
          </div>
        ))}
      </Stack>
    </Fold>
  );
}
