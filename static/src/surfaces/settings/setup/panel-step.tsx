// Whether the panel is on every item, and the way to change it for those who may.
import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import type { Setup } from '../../../../../src/contract/setup';
import { Failure, troubleOf, type Trouble } from '../../../components/failure';
import { SMALL } from '../../../components/field';
import { call } from '../../../forge';
import { messages } from '../../../messages';
import type { SettingsPageState } from '../page';
import { Step } from './step';
import type { SetupState } from './use-setup';

const text = messages.settings.setup;

interface PanelStepProps {
  page: SettingsPageState;
  setup: SetupState;
  found: Setup;
}

export function PanelStep({ page, setup, found }: PanelStepProps) {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [sending, setSending] = useState(false);
  const [slow, setSlow] = useState(false);
  const { panel, may } = found;
  if (!panel.known)
    return (
      <Step title={text.panel.title} standing="unknown">
        <Text as="p">{panel.why === 'forbidden' ? text.panel.forbidden : text.unavailable}</Text>
      </Step>
    );
  const { pinned } = panel;

  async function pin(): Promise<void> {
    setSending(true);
    setTrouble(null);
    try {
      const { projectId } = page.open;
      const after = await call('panel.pin', { projectId, pinned: !pinned });
      setup.take(after);
      const done = after.panel.known && after.panel.pinned !== pinned;
      setSlow(!done);
      page.say(done ? (pinned ? text.panel.unpinDone : text.panel.pinDone) : text.panel.slow);
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setSending(false);
    }
  }

  return (
    <Step title={text.panel.title} standing={pinned ? 'done' : 'open'}>
      <Text as="p">{pinned ? text.panel.pinned : text.panel.unpinned}</Text>
      {may.administerJira ? (
        <Stack space="space.075">
          <span style={SMALL}>{pinned ? text.panel.unpinWill : text.panel.pinWill}</span>
          <Inline>
            <Button
              appearance={pinned ? 'default' : 'primary'}
              isLoading={sending}
              onClick={() => void pin()}
            >
              {pinned ? text.panel.unpin : text.panel.pin}
            </Button>
          </Inline>
        </Stack>
      ) : null}
      {slow && !sending ? <Text as="p">{text.panel.slow}</Text> : null}
      {trouble ? <Failure trouble={trouble} title={text.notDone} /> : null}
    </Step>
  );
}
