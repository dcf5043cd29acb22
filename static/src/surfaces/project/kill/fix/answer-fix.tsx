// Answering a candidate in its place: goal, sentence, or keep it running.
import { useEffect, useRef, useState } from 'react';
import type { GoalView } from '../../../../../../src/contract/goals';
import type { Goal } from '../../../../../../src/domain/goal';
import { valueOf } from '../../../../../../src/domain/item';
import { Button } from '../../../../components/button';
import { Failure } from '../../../../components/failure';
import { Inline, Stack, Text } from '../../../../components/layout';
import { fill } from '../../../../format';
import { kill } from '../../../../messages/project-kill';
import { projectBacklog } from '../../../../messages/project-backlog';
import { ConflictNote } from '../../backlog/cover/conflict-note';
import { coverKey } from '../../backlog/cover/cover-keys';
import { GoalKeys } from '../../backlog/cover/goal-keys';
import {
  answerOfDraft,
  draftErrors,
  startDraft,
  withGoal,
  type SentenceDraft,
} from '../../backlog/cover/sentence-draft';
import { SentenceForm } from '../../backlog/cover/sentence-form';
import { useSave } from '../../backlog/cover/use-save';
import type { CoverParent } from '../../gather/cover';
import type { Candidate } from '../../gather/kill-list';
import { isTyping } from '../kill-keys';

const text = kill.fix;
const words = projectBacklog.cover;

/** As the form of the parents takes it. A standard item covers nothing but itself. */
const answeredAs = ({ id, key, answer, summary, seen }: Candidate): CoverParent => ({
  facts: { id, key, answer, result: { kind: 'none' } },
  summary,
  seen: seen.answer,
  covers: 0,
});

interface AnswerFixProps {
  candidate: Candidate;
  /** The active goals. */
  goals: readonly GoalView[];
  /** All goals of the project, also those that are over. */
  allGoals: readonly Goal[];
  onAnswered: () => void;
  onCancel: () => void;
}

export function AnswerFix({ candidate, goals, allGoals, onAnswered, onCancel }: AnswerFixProps) {
  const { key, answer } = candidate;
  const parent = answeredAs(candidate);
  const [draft, setDraft] = useState<SentenceDraft | null>(null);
  const [asking, setAsking] = useState(false);
  const save = useSave(parent, onAnswered);
  const root = useRef<HTMLDivElement>(null);
  const goal = goals.find(({ id }) => id === draft?.goal);
  const mine = draft && goal ? answerOfDraft(parent, draft, goal, allGoals) : null;
  const choose = (chosen: GoalView): void => {
    setAsking(false);
    setDraft(draft ? withGoal(draft, goal, chosen) : startDraft(parent, chosen));
  };
  const submit = (): void => {
    if (!draft || !mine) return;
    const errors = draftErrors(draft);
    if (Object.keys(errors).length > 0) save.setErrors(errors);
    else void save.send(mine);
  };
  const begun = valueOf(answer)?.why;
  const askRun = (): void => {
    setDraft(null);
    setAsking(true);
  };
  // The keys that the goals show act in the whole part, also before one of them has the focus.
  useEffect(() => {
    const part = root.current?.closest('section');
    const onKeyDown = (event: KeyboardEvent) => {
      const pressed = isTyping(event.target) ? null : coverKey(event, goals.length);
      if (!pressed || pressed.act === 'move' || save.saving) return;
      event.preventDefault();
      const chosen = pressed.act === 'goal' ? goals[pressed.at] : undefined;
      if (chosen) choose(chosen);
      else askRun();
    };
    part?.addEventListener('keydown', onKeyDown);
    return () => part?.removeEventListener('keydown', onKeyDown);
  });
  if (answer.kind === 'newer' || answer.kind === 'unreadable')
    return <Text as="p">{text[answer.kind]}</Text>;
  return (
    <div ref={root}>
      <Stack space="space.100">
        {goals.length === 0 ? <Text as="p">{text.noGoals}</Text> : null}
        <GoalKeys
          itemKey={key}
          goals={goals}
          chosen={draft?.goal ?? null}
          disabled={save.saving}
          onGoal={choose}
          onRun={askRun}
        />
        {asking ? (
          <Inline space="space.100">
            <Text>
              {begun === undefined || begun === 'run'
                ? fill(text.run, { key })
                : fill(text.runReplaces, { key })}
            </Text>
            <Button
              spacing="compact"
              isLoading={save.saving}
              onClick={() => void save.send({ why: 'run' })}
            >
              {words.run}
            </Button>
          </Inline>
        ) : null}
        {draft && goal && mine ? (
          <SentenceForm
            itemKey={key}
            draft={draft}
            goal={goal}
            answer={mine}
            errors={save.errors}
            saving={save.saving}
            onChange={setDraft}
            onSave={submit}
            onClose={() => {
              save.clear();
              setDraft(null);
            }}
          />
        ) : null}
        {save.trouble ? (
          <Failure trouble={save.trouble} title={fill(words.notSaved, { key })} kept={words.kept} />
        ) : null}
        {save.conflict ? (
          <ConflictNote
            itemKey={key}
            conflict={save.conflict.found}
            onLeave={onCancel}
            onSaveMine={() => {
              if (save.conflict) void save.send(save.conflict.mine, save.conflict.found.seen);
            }}
          />
        ) : null}
      </Stack>
    </div>
  );
}
