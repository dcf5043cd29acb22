// A file of another project: its items are not here, but its goals and rules can be taken.
import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import { z } from 'zod';
import { readBy } from '../../../../../src/contract/read-by';
import { goal, rules } from '../../../../../src/contract/goals';
import type { DataFile } from '../../../../../src/contract/data-file';
import { Failure, troubleOf, type Trouble } from '../../../components/failure';
import { Notice } from '../../../components/notice';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { settingsData } from '../../../messages/settings-data';
import type { SettingsPageState } from '../page';
import type { Means } from './means';

const text = settingsData.import;

const settingsOf = z.object({ body: z.object({ goals: z.array(goal), rules }) });

interface AdoptPartProps {
  page: SettingsPageState;
  means: Means;
  file: DataFile;
}

interface Adopted {
  added: number;
  left: string[];
}

const leftWords = (left: readonly string[]): string =>
  Object.entries(text.left)
    .filter(([name]) => left.includes(name))
    .map(([, words]) => words)
    .join(', ');

const takeFocus = (button: HTMLButtonElement | null) => button?.focus();

export function AdoptPart({ page, means, file }: AdoptPartProps) {
  const format = useFormat();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [adopted, setAdopted] = useState<Adopted | null>(null);
  const [sending, setSending] = useState(false);
  const [asking, setAsking] = useState<'never' | 'now' | 'before'>('never');
  const row = file.rows.find(({ section }) => section === 'settings');
  const found = readBy(settingsOf, row?.value).data?.body;

  async function adopt(): Promise<void> {
    if (!found) return;
    setSending(true);
    setTrouble(null);
    const { projectId, rev } = page.open;
    try {
      setAdopted(await means.call('data.adopt', { projectId, file: file.id, rev, ...found }));
      page.take(await means.call('settings.open', { projectId }));
    } catch (problem) {
      setTrouble(troubleOf(problem));
    } finally {
      setSending(false);
      setAsking('before');
    }
  }

  return (
    <Notice look="warning">
      <Stack space="space.100">
        <Text>{fill(text.otherProject, { key: file.header.projectKey })}</Text>
        {found ? <Text>{format.plural(text.adoptText, found.goals.length)}</Text> : null}
        {found ? null : <Text>{text.noSettings}</Text>}
        {found && !adopted && asking !== 'now' ? (
          <Inline>
            <Button ref={asking === 'before' ? takeFocus : null} onClick={() => setAsking('now')}>
              {text.adopt}
            </Button>
          </Inline>
        ) : null}
        {found && !adopted && asking === 'now' ? (
          <Stack space="space.100">
            <Text weight="medium">{text.adoptAsk}</Text>
            <Inline space="space.100">
              <Button ref={takeFocus} onClick={() => void adopt()} isLoading={sending}>
                {text.adoptYes}
              </Button>
              <Button appearance="subtle" onClick={() => setAsking('before')} isDisabled={sending}>
                {text.adoptNo}
              </Button>
            </Inline>
          </Stack>
        ) : null}
        {adopted ? (
          <Text weight="medium">
            {format.plural(text.adopted, adopted.added)}{' '}
            {adopted.left.length > 0
              ? fill(text.adoptedLeft, { what: leftWords(adopted.left) })
              : ''}
          </Text>
        ) : null}
        {trouble ? <Failure trouble={trouble} title={text.adopt} /> : null}
      </Stack>
    </Notice>
  );
}
