// A section that is saved on its own: what is typed, what is refused, and what somebody else saved
// meanwhile. Only the section's own fields are sent over the current rules, so that two people who
// change different sections never get into each other's way.
import { useState } from 'react';
import { readBy } from '../../../../src/contract/read-by';
import { rules as rulesSchema } from '../../../../src/contract/goals';
import { canonical } from '../../../../src/contract/properties';
import { ruleProblems, type Rules } from '../../../../src/domain/rules';
import { troubleOf, type Trouble } from '../../components/failure';
import { call, CallError } from '../../forge';
import { messages } from '../../messages';
import { differences, merged, type Choices, type Difference } from './difference';
import type { SettingsPageState } from './page';
import { fieldOf, refusedIn } from './refused-in';

/** By rule, and by the place inside of it: `agesByType` and `agesByType.0.warnAfterDays`. */
export type RuleErrors = Partial<Record<keyof Rules | `${keyof Rules}.${string}`, string>>;

export interface Shape<T> {
  fields: readonly (keyof T & string)[];
  /** The form for the rules. */
  from: (rules: Rules) => T;
  /** The section's part of the rules; a wrong entry becomes something the schema refuses. */
  to: (form: T) => Partial<Rules>;
}

export interface Section<T> {
  page: SettingsPageState;
  shape: Shape<T>;
  form: T;
  change: (part: Partial<T>) => void;
  errors: RuleErrors;
  trouble: Trouble | null;
  /** What somebody else saved in this section while this was typed. */
  conflict: { was: T; theirs: T; differing: Difference<keyof T & string>[] } | null;
  dirty: boolean;
  saving: boolean;
  saved: boolean;
  save: () => void;
  /** Saves over what somebody else saved, each field from the side that was chosen. */
  saveChosen: (choices: Choices<T>) => void;
  discard: () => void;
}

/** Each sentence at its place, and at the rule that the place is in. */
const errorsOf = (places: Record<string, string>): RuleErrors =>
  Object.fromEntries(
    Object.entries(places).flatMap(([place, sentence]) => [
      [fieldOf(place), sentence],
      [place, sentence],
    ]),
  );

/** What keeps the rules from being saved, by the same schema and rule as the app. */
export function problemsOf(rules: Rules): RuleErrors {
  const parsed = readBy(rulesSchema, rules);
  if (parsed.success) return ruleProblems(rules);
  return errorsOf(
    Object.fromEntries(
      parsed.error.issues.map(({ path, message }) => [path.map(String).join('.'), message]),
    ),
  );
}

export function useSection<T extends object>(page: SettingsPageState, shape: Shape<T>): Section<T> {
  const { open } = page;
  const [typed, setTyped] = useState<{ form: T; base: Rules } | null>(null);
  const [errors, setErrors] = useState<RuleErrors>({});
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [met, setMet] = useState<{ was: T; theirs: T } | null>(null);
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState(false);
  const form = typed?.form ?? shape.from(open.rules);
  const same = (a: Rules, b: Rules) => canonical(shape.from(a)) === canonical(shape.from(b));

  interface Attempt {
    form: T;
    /** The rules that the form is laid over, and their revision. */
    current: Rules;
    rev: number;
    /** The rules that the form began from. */
    base: Rules;
    again: boolean;
  }

  async function send({ form, current, rev, base, again }: Attempt): Promise<void> {
    const rules = { ...current, ...shape.to(form) };
    const { projectId } = open;
    try {
      page.take(await call('rules.save', { projectId, rev, rules }));
      setTyped(null);
      setMet(null);
      setSaved(true);
      page.say(messages.settings.saved);
    } catch (error) {
      if (!(error instanceof CallError) || error.code !== 'conflict' || !again) throw error;
      const fresh = await call('settings.open', { projectId });
      page.take(fresh);
      const theirs = shape.from(fresh.rules);
      const newest = { form, current: fresh.rules, rev: fresh.rev, base, again: false };
      if (same(fresh.rules, base)) return send(newest);
      setTyped({ form, base: fresh.rules });
      setMet({ was: shape.from(base), theirs });
    }
  }

  async function save(form: T): Promise<void> {
    const base = typed?.base ?? open.rules;
    const problems = problemsOf({ ...open.rules, ...shape.to(form) });
    setErrors(problems);
    setTrouble(null);
    if (Object.keys(problems).length > 0) return;
    setSaving(true);
    try {
      await send({ form, current: open.rules, rev: open.rev, base, again: true });
    } catch (error) {
      const refused = errorsOf(refusedIn('rules', error));
      if (Object.keys(refused).length > 0) setErrors(refused);
      else setTrouble(troubleOf(error));
    } finally {
      setSaving(false);
    }
  }

  const differing = met && differences(shape.fields, met.was, met.theirs, form);

  return {
    page,
    shape,
    form,
    errors,
    trouble,
    conflict:
      differing && met && differing.length > 0
        ? { was: met.was, theirs: met.theirs, differing }
        : null,
    saving,
    saved,
    dirty: typed !== null && canonical(typed.form) !== canonical(shape.from(open.rules)),
    change(part) {
      setTyped({ form: { ...form, ...part }, base: typed?.base ?? open.rules });
      setErrors({});
      setSaved(false);
    },
    save: () => void save(form),
    saveChosen(choices) {
      if (!met) return;
      const chosen = merged(met.theirs, form, choices);
      setTyped({ form: chosen, base: typed?.base ?? open.rules });
      void save(chosen);
    },
    discard() {
      setTyped(null);
      setErrors({});
      setTrouble(null);
      setMet(null);
    },
  };
}
