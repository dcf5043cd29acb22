// Whom to ask for what needs Jira's administrator, with a text to send them.
import { useEffect, useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import TextArea from '@atlaskit/textarea';
import { Field } from '../../../components/field';
import { useCopy } from '../../../components/use-copy';
import { settingsAddress } from '../../../forge/settings-address';
import { fill } from '../../../format';
import { messages } from '../../../messages';

const text = messages.settings.setup.ask;

export function AskAdmin({ projectKey }: { projectKey: string }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    void settingsAddress(projectKey).then((found) => current && setAddress(found));
    return () => {
      current = false;
    };
  }, [projectKey]);
  const letter = fill(text.letter, {
    project: projectKey,
    address: address ?? fill(text.page, { project: projectKey }),
  });
  const { copied, copy } = useCopy(letter);
  return (
    <SectionMessage appearance="information" title={text.title}>
      <Stack space="space.100">
        <Text as="p">{text.text}</Text>
        <Field label={text.label}>
          {(control) => (
            <TextArea
              id={control.id}
              aria-describedby={control['aria-describedby']}
              isReadOnly
              minimumRows={6}
              value={letter}
            />
          )}
        </Field>
        <Inline>
          <Button onClick={copy}>{copied === 'yes' ? text.copied : text.copy}</Button>
        </Inline>
      </Stack>
    </SectionMessage>
  );
}
