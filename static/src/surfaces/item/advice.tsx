// Hints beside the form: they advise and never stand in the way.
import { useEffect, useState } from 'react';
import { token } from '@atlaskit/tokens';
import { adviceFor, type Advised, type Hint } from '../../../../src/domain/advice';
import { Button } from '../../components/button';
import { SMALL } from '../../components/field';
import { useFormat } from '../../components/reader';
import { call } from '../../forge';
import { fill } from '../../format';
import { item } from '../../messages/item';
import { answerOfForm, type AnswerForm } from './form';

const text = item.advice;
/** After the last key, milliseconds. */
const PAUSE = 600;

/** The form as it stood when somebody last paused or left a field. */
export function useSettled(form: AnswerForm): { settled: AnswerForm; settle: () => void } {
  const [settled, setSettled] = useState(form);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(form), PAUSE);
    return () => clearTimeout(timer);
  }, [form]);
  return { settled, settle: () => setSettled(form) };
}

/** Hints that this person does not want here any more, and the way to change that. */
export interface Dismissals {
  dismissed: readonly Hint[];
  dismiss: (hint: Hint) => void;
  showAgain: () => void;
}

/** Shows the change at once; what could not be kept is taken back without a word. */
export function dismissals(
  itemId: string,
  dismissed: readonly Hint[],
  set: (dismissed: Hint[]) => void,
): Dismissals {
  const keep = async (hints: readonly Hint[], on: boolean): Promise<void> => {
    try {
      // One after the other: each answer holds the whole list.
      for (const hint of hints) await call('hint.dismiss', { itemId, hint, dismissed: on });
    } catch {
      set([...dismissed]);
    }
  };
  return {
    dismissed,
    dismiss(hint) {
      set([...dismissed, hint]);
      void keep([hint], true);
    },
    showAgain() {
      set([]);
      void keep(dismissed, false);
    },
  };
}

interface AdviceProps extends Pick<Dismissals, 'dismissed' | 'dismiss'> {
  form: AnswerForm;
  about: Pick<Advised, 'summary' | 'due'>;
}

export function Advice({ form, about, dismissed, dismiss }: AdviceProps) {
  const format = useFormat();
  const found = form.why ? adviceFor({ ...about, answer: answerOfForm(form, format) }) : [];
  const shown = found.filter((hint) => !dismissed.includes(hint));
  return (
    <div role="status" aria-label={text.label}>
      {shown.map((hint) => (
        <div
          key={hint}
          style={{
            display: 'flex',
            gap: token('space.100'),
            alignItems: 'flex-start',
            padding: `${token('space.050')} ${token('space.100')}`,
            marginTop: token('space.100'),
            borderLeft: `3px solid ${token('color.border.discovery')}`,
          }}
        >
          <span style={{ flex: 1, minWidth: 0 }}>
            {text.hints[hint].text}
            <br />
            <em style={SMALL}>{text.hints[hint].example}</em>
          </span>
          <Button
            spacing="compact"
            appearance="subtle"
            label={fill(text.dismissLabel, { text: text.hints[hint].text })}
            onClick={() => dismiss(hint)}
          >
            {text.dismiss}
          </Button>
        </div>
      ))}
    </div>
  );
}
