// A pass past the rule: who gave it until when, taking it back, and what Jira has not taken yet.
import { useState } from 'react';
import type { GivenPass } from '../../../../src/contract/procedures';
import { dayOf } from '../../../../src/domain/days';
import { Button } from '../../components/button';
import { Failure, troubleOf, type Trouble } from '../../components/failure';
import { Inline, Stack, Text } from '../../components/layout';
import { Notice } from '../../components/notice';
import { useFormat } from '../../components/reader';
import { call, useNames } from '../../forge';
import { fill } from '../../format';
import { item } from '../../messages/item';

const text = item.start;

/** "Started anyway: reason (name, day)", the name once it is known. */
export function PassLine({ pass, words }: { pass: GivenPass; words: string }) {
  const format = useFormat();
  const name = useNames([pass.by])(pass.by);
  const day = format.shortDay(dayOf(pass.at, format.timeZone));
  const by = name ? `${name}, ` : '';
  return <Text as="p">{fill(words, { reason: pass.reason, by, day })}</Text>;
}

interface PassProps {
  itemId: string;
  mayEdit: boolean;
  /** The pass as it stands now, and what is to be said of it. */
  onPass: (pass: GivenPass, said: string) => void;
}

/** Runs what changes a pass, once at a time. */
function useChange({ itemId, onPass }: PassProps) {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  async function run(procedure: () => Promise<GivenPass>, said: string, unwritten: string) {
    setBusy(true);
    setTrouble(null);
    try {
      const pass = await procedure();
      onPass(pass, pass.written ? said : unwritten);
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setBusy(false);
    }
  }
  return {
    trouble,
    busy,
    giveAgain: (reason: string) =>
      void run(() => call('start.anyway', { itemId, reason }), text.given, text.unwritten),
    takeBack: () => void run(() => call('start.withdraw', { itemId }), text.taken, text.takenBack),
  };
}

export function PassedNotice({ pass, ...props }: PassProps & { pass: GivenPass }) {
  const format = useFormat();
  const { trouble, busy, giveAgain, takeBack } = useChange(props);
  return (
    <Notice>
      <Stack space="space.075" alignInline="start">
        <Text as="p">{fill(text.passed, { day: format.day(pass.until) })}</Text>
        <PassLine pass={pass} words={text.passedBy} />
        {pass.written ? null : <Text as="p">{text.unwritten}</Text>}
        {trouble ? <Failure trouble={trouble} title={text.backFailed} /> : null}
        {props.mayEdit ? (
          <Inline space="space.100">
            {pass.written ? null : (
              <Button spacing="compact" isLoading={busy} onClick={() => giveAgain(pass.reason)}>
                {text.again}
              </Button>
            )}
            <Button spacing="compact" isLoading={busy} onClick={takeBack}>
              {text.back}
            </Button>
          </Inline>
        ) : null}
      </Stack>
    </Notice>
  );
}

/** Taken back here, while Jira still holds the pass. */
export function BackNotice(props: PassProps) {
  const { trouble, busy, takeBack } = useChange(props);
  return (
    <Notice look="warning" title={text.takenBack}>
      <Stack space="space.075" alignInline="start">
        <Text as="p">{text.unwrittenBack}</Text>
        {trouble ? <Failure trouble={trouble} title={text.backFailed} /> : null}
        {props.mayEdit ? (
          <Button spacing="compact" isLoading={busy} onClick={takeBack}>
            {text.again}
          </Button>
        ) : null}
      </Stack>
    </Notice>
  );
}
