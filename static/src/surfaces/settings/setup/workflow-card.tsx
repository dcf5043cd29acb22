// One workflow: its transitions, where the gate stands, and the one press that changes it.
import Button from '@atlaskit/button/new';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import type { SetupWorkflow } from '../../../../../src/contract/setup';
import { Card } from '../../../components/card';
import { Failure } from '../../../components/failure';
import { SMALL } from '../../../components/field';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { messages } from '../../../messages';
import type { SettingsPageState } from '../page';
import { changeOf, placedOn } from './ticks';
import { Transitions } from './transitions';
import { usePlacing } from './use-placing';
import type { SetupState } from './use-setup';

const text = messages.settings.setup.gate;

type Transition = SetupWorkflow['transitions'][number];

const namesOf = (transitions: readonly Transition[]): string =>
  transitions.map(({ name }) => `“${name}”`).join(', ');

/** What the press will do, in one sentence; null when it would change nothing. */
function sentenceOf({ name, transitions }: SetupWorkflow, wanted: readonly string[]) {
  const { added, removed } = changeOf(transitions, wanted);
  if (added.length + removed.length === 0) return null;
  const taken = added.length > 0 ? text.removes : text.removesAll;
  const changes = [
    added.length > 0 && fill(text.adds, { names: namesOf(added) }),
    removed.length > 0 && fill(taken, { names: namesOf(removed) }),
  ].filter(Boolean);
  return fill(text.will, { workflow: name, changes: changes.join(text.and) });
}

function undoTextOf({ ids, whole }: { ids: string[]; whole: boolean }): string {
  if (ids.length === 0) return text.undoPlace;
  return whole ? text.undo : text.undoButCreate;
}

interface WorkflowCardProps {
  page: SettingsPageState;
  setup: SetupState;
  workflow: SetupWorkflow;
  mayPlace: boolean;
  onGone: () => void;
}

export function WorkflowCard({ page, setup, workflow, mayPlace, onGone }: WorkflowCardProps) {
  const format = useFormat();
  const placing = usePlacing({ page, setup, workflow, onGone });
  const { wanted, outcome, sending } = placing;
  const { shared, editable, transitions } = workflow;
  const placed = placedOn(transitions);
  const undo = outcome.kind === 'done' && editable ? outcome.undo : null;
  const sentence = sentenceOf(workflow, wanted);
  const buttonText =
    wanted.length === 0
      ? text.take
      : format.plural(placed.length === 0 ? text.place : text.change, wanted.length);
  return (
    <Card>
      <Stack space="space.150">
        <Text as="p">
          {placed.length === 0
            ? text.state.nowhere
            : format.plural(text.state.placed, placed.length)}
        </Text>
        {outcome.kind === 'conflict' ? (
          <div role="alert">
            <SectionMessage appearance="warning" title={text.conflictTitle}>
              <p>{text.conflict}</p>
            </SectionMessage>
          </div>
        ) : null}
        {transitions.some(({ creates, placed }) => creates && placed) ? (
          <Text as="p">{text.onCreate}</Text>
        ) : null}
        {editable ? null : <Text as="p">{text.fixed}</Text>}
        <Transitions
          workflow={workflow}
          ticked={mayPlace ? wanted : placed}
          disabled={!mayPlace || sending}
          onTick={placing.tick}
        />
        {shared ? <span style={SMALL}>{text.shared}</span> : null}
        {mayPlace && editable && sentence ? (
          <Stack space="space.075">
            <span>{sentence}</span>
            <Inline space="space.100" shouldWrap>
              <Button
                appearance={wanted.length === 0 ? 'warning' : 'primary'}
                isLoading={sending}
                onClick={() => placing.place(wanted)}
              >
                {buttonText}
              </Button>
              {placing.touched ? (
                <Button appearance="subtle" onClick={placing.reset}>
                  {text.reset}
                </Button>
              ) : null}
            </Inline>
          </Stack>
        ) : null}
        {outcome.kind === 'done' ? (
          <Inline space="space.100" alignBlock="center" shouldWrap>
            <Text color="color.text.success">
              ✓ {outcome.count === 0 ? text.doneNone : format.plural(text.done, outcome.count)}
            </Text>
            {undo ? (
              <Button
                spacing="compact"
                appearance="subtle"
                isLoading={sending}
                onClick={() => placing.place(undo.ids)}
              >
                {undoTextOf(undo)}
              </Button>
            ) : null}
          </Inline>
        ) : null}
        {outcome.kind === 'partly' ? <Text as="p">{text.partly}</Text> : null}
        {placing.trouble ? (
          <Failure trouble={placing.trouble} title={messages.settings.setup.notDone} />
        ) : null}
      </Stack>
    </Card>
  );
}
