// Starting without an answer: what the rule says, and the way past it for one item and seven days.
import { useEffect, useState } from 'react';
import type { GivenPass } from '../../../../src/contract/procedures';
import { dayOf } from '../../../../src/domain/days';
import { MESSAGES } from '../../../../src/domain/messages';
import { Button } from '../../components/button';
import { Failure, troubleOf, type Trouble } from '../../components/failure';
import { SMALL } from '../../components/field';
import { Inline, Stack, Text } from '../../components/layout';
import { Notice } from '../../components/notice';
import { useFormat } from '../../components/reader';
import { call } from '../../forge';
import { fill } from '../../format';
import { item } from '../../messages/item';
import { nameOf } from './load';
import { StartForm } from './start-form';
import type { StartModel } from './view-start';

const text = item.start;

interface StartSectionProps {
  itemId: string;
  start: StartModel;
  mayEdit: boolean;
  onPass: (pass: GivenPass, said: string) => void;
  /** Opens the form; null where it is open already or may not be. */
  onAnswer: (() => void) | null;
}

/** "Started anyway: reason (name, day)", the name once it is known. */
function PassLine({ pass, words }: { pass: GivenPass; words: string }) {
  const format = useFormat();
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    void nameOf(pass.by).then((found) => current && setName(found));
    return () => {
      current = false;
    };
  }, [pass.by]);
  const day = format.shortDay(dayOf(pass.at, format.timeZone));
  const by = name ? `${name}, ` : '';
  return <Text as="p">{fill(words, { reason: pass.reason, by, day })}</Text>;
}

function Passed({ itemId, pass, mayEdit, onPass }: StartSectionProps & { pass: GivenPass }) {
  const format = useFormat();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  async function run(procedure: () => Promise<GivenPass>, said: string): Promise<void> {
    setBusy(true);
    setTrouble(null);
    try {
      onPass(await procedure(), said);
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setBusy(false);
    }
  }
  const again = () => run(() => call('start.anyway', { itemId, reason: pass.reason }), text.given);
  const back = () => run(() => call('start.withdraw', { itemId }), text.taken);
  return (
    <Notice>
      <Stack space="space.075" alignInline="start">
        <Text as="p">{fill(text.passed, { day: format.day(pass.until) })}</Text>
        <PassLine pass={pass} words={text.passedBy} />
        {pass.written ? null : <Text as="p">{text.unwritten}</Text>}
        {trouble ? <Failure trouble={trouble} title={text.backFailed} /> : null}
        {mayEdit ? (
          <Inline space="space.100">
            {pass.written ? null : (
              <Button spacing="compact" isLoading={busy} onClick={() => void again()}>
                {text.again}
              </Button>
            )}
            <Button spacing="compact" isLoading={busy} onClick={() => void back()}>
              {text.back}
            </Button>
          </Inline>
        ) : null}
      </Stack>
    </Notice>
  );
}

function Started({
  pass,
  onAnswer,
}: { pass: GivenPass | null } & Pick<StartSectionProps, 'onAnswer'>) {
  return (
    <Inline space="space.100">
      {pass ? (
        <PassLine pass={pass} words={text.startedAnyway} />
      ) : (
        <span style={SMALL}>{text.started}</span>
      )}
      {onAnswer ? (
        <Button spacing="compact" onClick={onAnswer}>
          {item.answer}
        </Button>
      ) : null}
    </Inline>
  );
}

export function StartSection(props: StartSectionProps) {
  const { itemId, start, mayEdit, onPass, onAnswer } = props;
  if (start.kind === 'passed') return <Passed {...props} pass={start.pass} />;
  if (start.kind === 'started') return <Started pass={start.pass} onAnswer={onAnswer} />;
  const blocks = start.kind === 'block';
  return (
    <Notice look={blocks ? 'warning' : 'information'}>
      <Stack space="space.075">
        <Text as="p">
          {MESSAGES.start[start.missing]} {blocks ? text.block : text.warn}
        </Text>
        {blocks && mayEdit ? (
          <StartForm itemId={itemId} onGiven={(pass) => onPass(pass, text.given)} />
        ) : null}
      </Stack>
    </Notice>
  );
}
