// Starting without an answer: what the rule says, and the way past it for one item and seven days.
import type { GivenPass } from '../../../../src/contract/procedures';
import { Button } from '../../components/button';
import { SMALL } from '../../components/field';
import { Inline, Stack, Text } from '../../components/layout';
import { Notice } from '../../components/notice';
import { item } from '../../messages/item';
import { BackNotice, PassedNotice, PassLine } from './pass-notice';
import { StartForm } from './start-form';
import type { StartModel } from './view-start';
import { backendStart } from '../../messages/backend';

const text = item.start;

interface StartSectionProps {
  itemId: string;
  start: StartModel;
  mayEdit: boolean;
  onPass: (pass: GivenPass, said: string) => void;
  /** Opens the form; null where it is open already or may not be. */
  onAnswer: (() => void) | null;
}

type StartedProps = Pick<Extract<StartModel, { kind: 'started' }>, 'pass' | 'unseen'> &
  Pick<StartSectionProps, 'onAnswer'>;

function Started({ pass, unseen, onAnswer }: StartedProps) {
  return (
    <Inline space="space.100">
      {pass ? (
        <PassLine pass={pass} words={text.startedAnyway} />
      ) : (
        <span style={SMALL}>{unseen ? text.startedUnseen : text.started}</span>
      )}
      {onAnswer ? (
        <Button spacing="compact" onClick={onAnswer}>
          {item.answer}
        </Button>
      ) : null}
    </Inline>
  );
}

type Stopped = Extract<StartModel, { kind: 'warn' | 'block' }>;

/** What the rule says of an item as it is. */
export const stopWords = ({ kind, unseen }: Stopped): string => {
  if (kind === 'warn') return text.warn;
  return unseen ? text.blockUnseen : text.block;
};

/** The way past a rule that blocks, for those who may edit. */
export function StartWay({
  itemId,
  mayEdit,
  onPass,
}: Omit<StartSectionProps, 'start' | 'onAnswer'>) {
  if (!mayEdit) return null;
  return (
    <StartForm
      itemId={itemId}
      onGiven={(pass) => onPass(pass, pass.written ? text.given : text.unwritten)}
    />
  );
}

export function StartSection(props: StartSectionProps) {
  const { start, onAnswer } = props;
  if (start.kind === 'passed') return <PassedNotice {...props} pass={start.pass} />;
  if (start.kind === 'back') return <BackNotice {...props} />;
  if (start.kind === 'started') return <Started {...start} onAnswer={onAnswer} />;
  const blocks = start.kind === 'block';
  return (
    <Notice look={blocks ? 'warning' : 'information'}>
      <Stack space="space.075">
        <Text as="p">
          {backendStart[start.missing]} {stopWords(start)}
        </Text>
        {blocks ? <StartWay {...props} /> : null}
      </Stack>
    </Notice>
  );
}
