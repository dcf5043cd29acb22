// The two questions about a bet: is it out, and did it do what was expected? Controlled: the draft is
// kept by whoever shows it.
import { ChoiceCards } from '../choice-cards';
import { Field, SMALL } from '../field';
import { TextInput } from '../inputs';
import { Stack, Text } from '../layout';
import { result as text } from '../../messages/result';
import { LaterDay } from './later-day';
import { ReadingChoice } from './reading-choice';
import {
  isLater,
  noteErrors,
  VERDICTS,
  type AskedBet,
  type DraftErrors,
  type ResultDraft,
} from './result-draft';

const OUT = (['yes', 'no'] as const).map((value) => ({ value, content: text.out[value] }));
const CHOICES = VERDICTS.map((value) => ({
  value,
  content: (
    <Stack space="space.025">
      <Text weight="medium">{text.verdict[value].title}</Text>
      <span style={SMALL}>{text.verdict[value].text}</span>
    </Stack>
  ),
}));

interface ResultQuestionsProps {
  bet: AskedBet;
  draft: ResultDraft;
  errors: DraftErrors;
  /** It is being saved: nothing can be changed. */
  readOnly?: boolean;
  onChange: (change: Partial<ResultDraft>) => void;
}

export function ResultQuestions(props: ResultQuestionsProps) {
  const { bet, draft, errors, readOnly = false, onChange } = props;
  return (
    <Stack space="space.150">
      <ChoiceCards
        legend={text.out.legend}
        choices={OUT}
        value={draft.isOut ? 'yes' : 'no'}
        onChange={(value) => onChange({ isOut: value === 'yes' })}
        minWidth="120px"
        readOnly={readOnly}
      />
      {draft.isOut ? (
        <ChoiceCards
          legend={text.legend}
          choices={CHOICES}
          value={draft.verdict ?? undefined}
          onChange={(verdict) => onChange({ verdict })}
          minWidth="115px"
          error={errors.result}
          readOnly={readOnly}
        />
      ) : null}
      {isLater(draft) ? (
        <LaterDay
          today={bet.today}
          value={draft.checkBy}
          error={errors.checkBy}
          onChange={(checkBy) => onChange({ checkBy })}
        />
      ) : null}
      {!isLater(draft) && draft.verdict !== null ? (
        <ReadingChoice
          draft={draft}
          bet={bet}
          error={errors.reading}
          onChange={(reading) => onChange({ reading })}
        />
      ) : null}
      <Field
        label={text.note}
        optional
        help={text.noteHelp}
        error={errors.note ?? noteErrors(draft).note}
      >
        {(control) => (
          <TextInput
            control={control}
            value={draft.note}
            readOnly={readOnly}
            onChange={(note) => onChange({ note })}
          />
        )}
      </Field>
    </Stack>
  );
}
