// Whether the panel is on every item, and the way to change it for those who may.
import { useState } from 'react';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import type { Setup } from '../../../../../src/contract/setup';
import { Button } from '../../../components/button';
import { Failure, troubleOf, type Trouble } from '../../../components/failure';
import { SMALL } from '../../../components/field';
import { call, CallError } from '../../../forge';
import { messages } from '../../../messages';
import type { SettingsPageState } from '../page';
import { Step, type Standing } from './step';
import type { SetupState } from './use-setup';

const text = messages.settings.setup;

interface PanelStepProps {
  page: SettingsPageState;
  setup: SetupState;
  found: Setup;
}

/** What the last press came to; an answer of Jira that came after it makes it old. */
interface Outcome {
  found: Setup;
  said?: string;
  trouble?: Trouble;
  /** Jira may still be doing it. */
  open: boolean;
}

const standingOf = (panel: Setup['panel']): { standing: Standing; says: string } => {
  if (panel.known)
    return panel.pinned
      ? { standing: 'done', says: text.panel.pinned }
      : { standing: 'open', says: text.panel.unpinned };
  return {
    standing: 'unknown',
    says: panel.why === 'forbidden' ? text.panel.forbidden : text.panel.notSaid,
  };
};

export function PanelStep({ page, setup, found }: PanelStepProps) {
  const [last, setLast] = useState<Outcome | null>(null);
  const [sending, setSending] = useState<boolean | null>(null);
  const { panel, may } = found;
  const outcome = last?.found === found && sending === null ? last : null;
  const mayPin = may.administerJira && (panel.known || panel.why === 'unavailable');
  const { standing, says } = standingOf(panel);

  async function pin(pinned: boolean): Promise<void> {
    setSending(pinned);
    try {
      const after = await call('panel.pin', { projectId: page.open.projectId, pinned });
      // Where Jira does not say what is there, its word that the order is done has to do.
      const done = !after.panel.known || after.panel.pinned === pinned;
      const did = pinned ? text.panel.pinDone : text.panel.unpinDone;
      const said = done ? did : text.panel.slow;
      setup.take(after);
      setLast({ found: after, said: done ? `✓ ${said}` : said, open: !done });
      page.say(said);
    } catch (error) {
      const open = error instanceof CallError && error.code === 'jira_unavailable';
      setLast({ found, trouble: troubleOf(error), open });
    } finally {
      setSending(null);
    }
  }

  const button = (pinned: boolean) => (
    <Button
      appearance={pinned && panel.known ? 'primary' : 'default'}
      isLoading={sending === pinned}
      isDisabled={sending === !pinned}
      onClick={() => void pin(pinned)}
    >
      {pinned ? text.panel.pin : text.panel.unpin}
    </Button>
  );

  return (
    <Step title={text.panel.title} standing={standing}>
      <Text as="p">{!panel.known && mayPin ? text.panel.unavailable : says}</Text>
      {mayPin ? (
        <Stack space="space.075">
          {panel.known ? (
            <span style={SMALL}>{panel.pinned ? text.panel.unpinWill : text.panel.pinWill}</span>
          ) : null}
          <Inline space="space.100" shouldWrap>
            {panel.known && panel.pinned ? null : button(true)}
            {panel.known && !panel.pinned ? null : button(false)}
          </Inline>
        </Stack>
      ) : null}
      {outcome?.said ? <Text as="p">{outcome.said}</Text> : null}
      {outcome?.trouble ? (
        <Failure trouble={outcome.trouble} title={outcome.open ? text.notSure : text.notDone} />
      ) : null}
      {outcome?.open ? (
        <Inline>
          <Button isLoading={setup.asking} onClick={setup.look}>
            {text.again}
          </Button>
        </Inline>
      ) : null}
    </Step>
  );
}
