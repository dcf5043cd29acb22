// Which time the page shows: a length that ends today, or two days.
import { useEffect, useState, type FormEvent } from 'react';
import type { Day } from '../../../../src/domain/days';
import { Button } from '../../components/button';
import { Field, FieldError } from '../../components/field';
import { useFormat } from '../../components/reader';
import { project as projectText } from '../../messages/project';
import { lastDays, lengthOf, PRESETS, windowProblem, type Days } from './address';
import './project.css';

const text = projectText.window;

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
    if (!problem) onChange({ from: draft.from, to: draft.to });
  };
  const field = (name: keyof Days) => (
    <Field label={text[name]}>
      {({ id }) => (
        <input
          id={id}
          className="ld-input lp-field"
          type="date"
          value={draft[name]}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : 'window-error'}
          onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <form onSubmit={show} noValidate aria-label={text.legend} className="lp-row">
      <div className="lp-presets">
        {PRESETS.map((length) => {
          const isShown = to === today && lengthOf(days) === length;
          return (
            <button
              key={length}
              type="button"
              className="lp-preset"
              aria-pressed={isShown}
              onClick={() => onChange(lastDays(length, today))}
            >
              {format.plural(text.preset, length)}
            </button>
          );
        })}
      </div>
      {field('from')}
      {field('to')}
      <Button type="submit">{text.show}</Button>
      <FieldError id="window-error" message={error} />
    </form>
  );
}
