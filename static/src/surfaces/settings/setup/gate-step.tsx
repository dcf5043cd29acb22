// Where the gate stands in the project's workflows, and what it does there.
import { useState } from 'react';
import { Stack, Text } from '@atlaskit/primitives/compiled';
import type { Setup } from '../../../../../src/contract/setup';
import { lazyPart } from '../../../components/lazy-part';
import { useFormat } from '../../../components/reader';
import { messages } from '../../../messages';
import type { SettingsPageState } from '../page';
import { gateNow, onCreate, placedCount } from './gate-now';
import { Step } from './step';
import type { SetupState } from './use-setup';

const text = messages.settings.setup;

const WorkflowCard = lazyPart(
  () => import('./workflow-card').then((part) => part.WorkflowCard),
  ['160px'],
);

interface GateStepProps {
  page: SettingsPageState;
  setup: SetupState;
  found: Setup;
}

export function GateStep({ page, setup, found }: GateStepProps) {
  const format = useFormat();
  const [gone, setGone] = useState(false);
  const { gate, may } = found;
  const count = placedCount(found);
  const active = page.open.goals.filter((goal) => goal.active).length;
  const standing = count === null ? 'unknown' : count > 0 && !onCreate(found) ? 'done' : 'open';
  return (
    <Step title={text.gate.title} standing={standing} way={{ to: 'gate', text: text.gate.way }}>
      <Text as="p">{gateNow(page.open.rules.gate, count, active, format)}</Text>
      {gate.known ? null : (
        <Text as="p">{gate.why === 'forbidden' ? text.gate.forbidden : text.unavailable}</Text>
      )}
      {gate.known && gate.workflows.length === 0 ? <Text as="p">{text.gate.none}</Text> : null}
      {gone ? (
        <div role="alert">
          <Text as="p">{text.gate.gone}</Text>
        </div>
      ) : null}
      {gate.known && gate.workflows.length > 0 ? (
        <Stack space="space.150">
          {gate.workflows.map((workflow) => (
            <WorkflowCard
              key={workflow.id}
              page={page}
              setup={setup}
              workflow={workflow}
              mayPlace={may.administerJira}
              onGone={() => setGone(true)}
            />
          ))}
        </Stack>
      ) : null}
    </Step>
  );
}
