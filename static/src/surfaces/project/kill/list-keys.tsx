// Around the lists of candidates: names their keys, and answers the one that asks for them.
import { useRef, useState, type ReactNode } from 'react';
import { Button } from '../../../components/button';
import { Inline, Stack } from '../../../components/layout';
import { kill } from '../../../messages/project-kill';
import { KeyHelp } from '../key-help';
import { useKeyDown } from '../use-key-down';
import { killAct } from './kill-keys';

const { help } = kill.meeting;

export function ListKeys({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [isShown, setShown] = useState(false);
  useKeyDown(place, (event) => {
    if (event.defaultPrevented || killAct(event)?.kind !== 'help') return false;
    setShown((before) => !before);
    return true;
  });
  return (
    <div ref={place}>
      <Stack space="space.100">
        <Inline space="space.100">
          <Button
            spacing="compact"
            appearance="subtle"
            onClick={() => setShown((before) => !before)}
          >
            {help}
          </Button>
        </Inline>
        {isShown ? (
          <KeyHelp label={help} intro={kill.listKeys.intro} list={kill.listKeys.keys} />
        ) : null}
        {children}
      </Stack>
    </div>
  );
}
