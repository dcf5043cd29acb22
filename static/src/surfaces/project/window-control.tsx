// Which time the page shows: a length that ends today, or two days.
import { useEffect, useState, type FormEvent } from 'react';
import Button from '@atlaskit/button/new';
import { Inline } from '@atlaskit/primitives/compiled';
import Textfield from '@atlaskit/textfield';
import type { Day } from '../../../../src/domain/days';
import { Field, FieldError } from '../../components/field';
import { useFormat } from '../../components/reader';
import { messages } from '../../messages';
import { lastDays, lengthOf, PRESETS, windowProblem, type Days } from './address';

const text = messages.project.window;

interface WindowControlProps {
  days: Days;
  today: Day;
  onChange: (days: Days) => void;
}

export function WindowControl({ days, today, onChange }: WindowControlProps) {
  const format = useFormat();
  const { from, to } = days;
  const [draft, setDraft] = useState<Days>({ from, to });
  const [error, setError] = useState<string | undefined>();
  useEffect(() => {
    setDraft({ from, to });
    setError(undefined);
  }, [from, to]);
  const show = (event: FormEvent) => {
    event.preventDefault();
    const problem = windowProblem(draft, today);
    setError(problem ? text.problems[problem] : undefined);
    if (!problem) onChange(draft);
  };
  const field = (name: keyof Days) => (
    <Field label={text[name]}>
      {({ id }) => (
        <Textfield
          id={id}
          type="date"
          isCompact
          value={draft[name]}
          isInvalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : 'window-error'}
          onChange={(event) =>
            setDraft({ ...draft, [name]: (event.target as HTMLInputElement).value })
          }
        />
      )}
    </Field>
  );
  return (
    <form onSubmit={show} noValidate aria-label={text.legend}>
      <Inline space="space.200" rowSpace="space.100" alignBlock="end" shouldWrap>
        <Inline space="space.075" rowSpace="space.075" shouldWrap>
          {PRESETS.map((length) => (
            <Button
              key={length}
              isSelected={to === today && lengthOf(days) === length}
              onClick={() => onChange(lastDays(length, today))}
            >
              {format.plural(text.preset, length)}
            </Button>
          ))}
        </Inline>
        <Inline space="space.100" alignBlock="end" rowSpace="space.100" shouldWrap>
          {field('from')}
          {field('to')}
          <Button type="submit">{text.show}</Button>
        </Inline>
      </Inline>
      <FieldError id="window-error" message={error} />
    </form>
  );
}
