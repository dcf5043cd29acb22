// Hints beside the form: they advise and never stand in the way.
import { useCallback, useEffect, useRef, useState } from 'react';
import { token } from '@atlaskit/tokens';
import { adviceFor, type Advised } from '../../../../src/domain/advice';
import { Button } from '../../components/button';
import { SMALL } from '../../components/field';
import { useFormat } from '../../components/reader';
import { fill } from '../../format';
import { item } from '../../messages/item';
import { answerOfForm, type AnswerForm } from './form';
import type { Dismissals } from './use-dismissals';

const text = item.advice;
/** After the last key, milliseconds. */
const PAUSE = 600;

/**
 * The form as it stood when somebody last paused or left a field. While something is pressed it stays
 * as it is: hints that come or go move the buttons below them, and the press would miss.
 */
export function useSettled(form: AnswerForm): { settled: AnswerForm; settle: () => void } {
  const [settled, setSettled] = useState(form);
  const press = useRef<{ down: boolean; then: AnswerForm | null }>({ down: false, then: null });
  const apply = useCallback((next: AnswerForm) => {
    if (press.current.down) press.current.then = next;
    else setSettled(next);
  }, []);
  useEffect(() => {
    const down = () => {
      press.current.down = true;
    };
    // The click comes after this event, in the same turn.
    const up = () =>
      setTimeout(() => {
        const { then } = press.current;
        press.current = { down: false, then: null };
        if (then) setSettled(then);
      });
    window.addEventListener('pointerdown', down, true);
    window.addEventListener('pointerup', up, true);
    window.addEventListener('pointercancel', up, true);
    return () => {
      window.removeEventListener('pointerdown', down, true);
      window.removeEventListener('pointerup', up, true);
      window.removeEventListener('pointercancel', up, true);
    };
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => apply(form), PAUSE);
    return () => clearTimeout(timer);
  }, [form, apply]);
  return { settled, settle: () => apply(form) };
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
