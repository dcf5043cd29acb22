// The two questions of the meeting, with the keys of its card.
import { useEffect, useRef } from 'react';
import { Button } from '../../../../components/button';
import { Failure } from '../../../../components/failure';
import { Inline, Stack } from '../../../../components/layout';
import { isLater } from '../../../../components/result/result-draft';
import { ResultLost } from '../../../../components/result/result-lost';
import { ResultQuestions } from '../../../../components/result/result-questions';
import { ResultRival } from '../../../../components/result/result-rival';
import { peopleIn } from '../../../../components/result/said-words';
import { TypedNote } from '../../../../components/typed-note';
import { useResultForm } from '../../../../forge/use-result-form';
import { useNames } from '../../../../forge';
import { results } from '../../../../messages/project-results';
import { result as words } from '../../../../messages/result';
import type { Day } from '../../../../../../src/domain/days';
import { askedOf, type KnownBet } from '../result-row';
import type { Results } from '../use-results';
import { draftChange, type MeetingAct } from './meeting-keys';
import type { MeetingState } from './use-meeting';

interface MeetingFormProps {
  bet: KnownBet;
  today: Day;
  meeting: MeetingState;
  results: Results;
  /** Gives the card a way to hand over keys. */
  listen: (act: ((act: MeetingAct) => void) | null) => void;
}

export function MeetingForm({ bet, today, meeting, results: model, listen }: MeetingFormProps) {
  const { id } = bet.row;
  const asked = askedOf(bet.row, today);
  const form = useResultForm({
    itemId: id,
    kept: bet.view,
    bet: asked,
    start: meeting.draftOf(id),
    isGone: bet.isGone,
    onSaved: (saved) => meeting.save(bet, saved),
    onTheirs: (theirs) => {
      meeting.dropDraft(id);
      model.takeTheirs(bet, theirs);
      meeting.passOver(id);
    },
  });
  const { draft, errors, trouble, lost, rival, isSaving, change, keepTheirs } = form;
  const save = (): Promise<void> => meeting.hold(form.save);
  const nameOf = useNames(rival?.theirs ? peopleIn(rival.theirs) : []);
  const { keepDraft } = meeting;
  const touched = useRef(draft);
  const set: typeof change = (to) => {
    keepDraft(id, { ...draft, ...to });
    change(to);
  };
  useEffect(() => {
    touched.current = draft;
    listen((act) => {
      const to = draftChange(act, touched.current);
      if (to && !isSaving && !lost) set(to);
      else if (act.kind === 'save') void save();
    });
    return () => listen(null);
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack space="space.200">
        {form.isBack && !lost ? (
          <TypedNote
            onStartOver={() => {
              meeting.dropDraft(id);
              form.startOver();
            }}
          />
        ) : null}
        <ResultQuestions
          bet={asked}
          draft={draft}
          errors={errors}
          readOnly={isSaving || lost !== null}
          onChange={set}
        />
        {trouble ? <Failure trouble={trouble} title={words.failed} kept={words.kept} /> : null}
        {lost ? (
          <ResultLost
            lost={lost}
            draft={draft}
            onClose={() => {
              meeting.dropDraft(id);
              form.drop();
              model.remove(id);
            }}
          />
        ) : rival ? (
          <ResultRival
            theirs={rival.theirs}
            nameOf={nameOf}
            isSaving={isSaving}
            onTheirs={keepTheirs}
            onMine={() => void save()}
          />
        ) : (
          <Inline space="space.100">
            <Button type="submit" appearance="primary" isLoading={isSaving}>
              {isLater(draft) ? results.meeting.saveDate : results.meeting.save}
            </Button>
          </Inline>
        )}
      </Stack>
    </form>
  );
}
