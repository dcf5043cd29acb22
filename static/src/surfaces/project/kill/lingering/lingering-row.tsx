// One parent without an answer: how old, what stands below it, and what to decide about it.
import { Button } from '../../../../components/button';
import { Inline, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { rich } from '../../../../components/rich';
import { ItemLink } from '../../../../components/text-link';
import { fill } from '../../../../format';
import { kill } from '../../../../messages/project-kill';
import { killLingering as text } from '../../../../messages/project-kill-offer';
import { ItemName } from '../../item-name';
import { NumberLink } from '../../number-link';
import { formFor } from '../../outcome/sentence';
import { SMALL_BLOCK } from '../../../../components/table-style';
import { Choices } from '../decide-part';
import { ageWords, longAge, saidWords } from '../decision-words';
import { MendedNote } from '../fix/mended-note';
import { BeforeNote, KillRow, part, type KillRowProps } from '../kill-row';
import { isSettled } from '../records';
import type { LingeringParent } from './lingering-search';
import type { useLingering } from './use-lingering';

const COUNTS = [
  { name: 'open', forms: text.open, what: text.openOf },
  { name: 'finished', forms: text.finished, what: text.finishedOf },
] as const;

interface LingeringRowProps extends Omit<KillRowProps, 'children' | 'note' | 'isOpen'> {
  candidate: LingeringParent;
  list: ReturnType<typeof useLingering>;
  /** It was answered here, so that nothing is left to decide. */
  isAnswered: boolean;
}

type StateProps = Pick<LingeringRowProps, 'candidate' | 'model' | 'project' | 'isAnswered'>;

/** What was decided and stands, in words; null while it is open. */
function standingWords(props: StateProps, format: ReturnType<typeof useFormat>): string | null {
  const { candidate, model, project, isAnswered } = props;
  const view = model.candidates.records.get(candidate.id);
  if (view?.now && isSettled(view, project.today)) return saidWords(view.now, format);
  return isAnswered ? text.answered : null;
}

/** What was decided about it, or the choices; for those who may not decide the way to its answer. */
function State(props: StateProps) {
  const { candidate, model } = props;
  const format = useFormat();
  const { id, key } = candidate;
  const standing = standingWords(props, format);
  const entry = model.entryOf(id);
  if (standing !== null) return <Text weight="medium">{standing}</Text>;
  if (entry)
    return (
      <Inline space="space.100">
        <Text weight="medium">
          {fill(kill.meeting.decided, { said: saidWords(entry.decision, format) })}
        </Text>
        <Button
          spacing="compact"
          label={fill(kill.draft.undoFor, { key })}
          onClick={() => model.undo(id)}
        >
          {kill.draft.undo}
        </Button>
      </Inline>
    );
  if (model.barrierOf(candidate) === 'member')
    return <ItemLink itemKey={key}>{fill(text.answer, { key })}</ItemLink>;
  return <Choices candidate={candidate} model={model} words={text.choices} />;
}

export function LingeringRow({ list, isAnswered, ...props }: LingeringRowProps) {
  const { candidate, model, project, where } = props;
  const { id, key, summary } = candidate;
  const format = useFormat();
  const older = longAge(candidate, format);
  const mended = model.mended?.candidate.id === id ? model.mended : null;
  const state = { candidate, model, project, isAnswered };
  const isOpen = standingWords(state, format) === null && model.entryOf(id) === undefined;
  const choice = model.asked?.id === id ? model.asked.choice : null;
  return (
    <KillRow
      {...props}
      isOpen={isOpen}
      note={
        <>
          {mended ? (
            <MendedNote
              key={mended.view.rev}
              mended={mended}
              where={where}
              onRecorded={model.takeRecord}
            />
          ) : null}
          {choice ? <Text as="p">{text.alone[choice]}</Text> : null}
        </>
      }
    >
      <div style={part('260px', 4)}>
        <ItemName itemKey={key} summary={summary} />
        {isOpen ? <BeforeNote candidate={candidate} model={model} /> : null}
      </div>
      <div style={part('150px', 2)}>
        <span>{ageWords(candidate, null, format)}</span>
        {older ? <span style={SMALL_BLOCK}>{older}</span> : null}
      </div>
      <div style={part('200px', 3)}>
        {COUNTS.map(({ name, forms, what }) => (
          <span key={name}>
            {rich(formFor(forms, list.number(name, id)), {
              count: (
                <NumberLink
                  state={list.number(name, id)}
                  jql={list.jql(name, id)}
                  what={fill(what, { key })}
                  onRetry={() => list.recount(name, id)}
                  first
                />
              ),
            })}
          </span>
        ))}
      </div>
      <div style={part('250px', 0)}>
        <State {...state} />
      </div>
    </KillRow>
  );
}
