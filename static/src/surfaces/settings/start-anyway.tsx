// What "start anyway" is, and the way to the list of those who used it.
import { useEffect, useState } from 'react';
import { Stack, Text } from '@atlaskit/primitives/compiled';
import { LABEL } from '../../components/field';
import { TextLink } from '../../components/text-link';
import { backlogAddress } from '../../forge/backlog-address';
import { messages } from '../../messages';

const text = messages.settings.gate;

export function StartAnyway({ projectKey }: { projectKey: string }) {
  const [href, setHref] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    void backlogAddress(projectKey).then((found) => current && setHref(found));
    return () => {
      current = false;
    };
  }, [projectKey]);
  return (
    <Stack space="space.050">
      <span style={LABEL}>{text.anyway}</span>
      <Text as="p">{text.anywayText}</Text>
      {href === null ? null : (
        <span>
          <TextLink href={href}>{text.anywayLink}</TextLink>
        </span>
      )}
    </Stack>
  );
}
