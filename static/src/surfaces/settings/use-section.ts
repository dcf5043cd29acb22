// A section that is saved on its own: what is typed, what is refused, and what somebody else saved
// meanwhile. Only the section's own fields are sent over the current rules, so that two people who
// change different sections never get into each other's way.
import { useState } from 'react';
import { rules as rulesSchema } from '../../../../src/contract/goals';
import { canonical } from '../../../../src/contract/properties';
import { ruleProblems, type Rules } from '../../../../src/domain/rules';
import { troubleOf, type Trouble } from '../../components/failure';
import { call, CallError } from '../../forge';
import { messages } from '../../messages';
import type { SettingsPageState } from './page';

export type RuleErrors = Partial<Record<keyof Rules, string>>;

interface Shape<T> {
  /** The form for the rules. */
  from: (rules: Rules) => T;
  /** The section's part of the rules; a wrong entry becomes something the schema refuses. */
  to: (form: T) => Partial<Rules>;
}

export interface Section<T> {
  form: T;
  change: (part: Partial<T>) => void;
  errors: RuleErrors;
  trouble: Trouble | null;
  /** What somebody else saved in this section while this was typed. */
  theirs: Rules | null;
  dirty: boolean;
  saving: boolean;
  saved: boolean;
  save: () => void;
  discard: () => void;
}

const errorsOf = (fields: Record<string, string>): RuleErrors =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([path, sentence]) => {
      const [head, field] = path.split('.');
      return head === 'rules' && field ? [[field, sentence]] : [];
    }),
  );

/** What keeps the rules from being saved, by the same schema and rule as the app. */
function problemsOf(rules: Rules): RuleErrors {
  const parsed = rulesSchema.safeParse(rules);
  if (parsed.success) return ruleProblems(rules);
  return errorsOf(
    Object.fromEntries(
      parsed.error.issues.map(({ path, message }) => [
        `rules.${path.map(String).join('.')}`,
        message,
      ]),
    ),
  );
}

export function useSection<T extends object>(page: SettingsPageState, shape: Shape<T>): Section<T> {
  const { open } = page;
  const [typed, setTyped] = useState<{ form: T; base: Rules } | null>(null);
  const [errors, setErrors] = useState<RuleErrors>({});
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [theirs, setTheirs] = useState<Rules | null>(null);
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState(false);
  const form = typed?.form ?? shape.from(open.rules);
  const same = (a: Rules, b: Rules) => canonical(shape.from(a)) === canonical(shape.from(b));

  async function send(rev: number, current: Rules, base: Rules, again: boolean): Promise<void> {
    const rules = { ...current, ...shape.to(form) };
    const { projectId } = open;
    try {
      page.take(await call('rules.save', { projectId, rev, rules }));
      setTyped(null);
      setTheirs(null);
      setSaved(true);
      page.say(messages.settings.saved);
    } catch (error) {
      if (!(error instanceof CallError) || error.code !== 'conflict' || !again) throw error;
      const fresh = await call('settings.open', { projectId });
      page.take(fresh);
      if (same(fresh.rules, base)) return send(fresh.rev, fresh.rules, base, false);
      setTyped({ form, base: fresh.rules });
      setTheirs(fresh.rules);
    }
  }

  async function save(): Promise<void> {
    const base = typed?.base ?? open.rules;
    const problems = problemsOf({ ...open.rules, ...shape.to(form) });
    setErrors(problems);
    setTrouble(null);
    if (Object.keys(problems).length > 0) return;
    setSaving(true);
    try {
      await send(open.rev, open.rules, base, true);
    } catch (error) {
      const refused = error instanceof CallError ? errorsOf(error.fields) : {};
      if (Object.keys(refused).length > 0) setErrors(refused);
      else setTrouble(troubleOf(error));
    } finally {
      setSaving(false);
    }
  }

  return {
    form,
    errors,
    trouble,
    theirs,
    saving,
    saved,
    dirty: typed !== null && canonical(typed.form) !== canonical(shape.from(open.rules)),
    change(part) {
      setTyped({ form: { ...form, ...part }, base: typed?.base ?? open.rules });
      setErrors({});
      setSaved(false);
    },
    save: () => void save(),
    discard() {
      setTyped(null);
      setErrors({});
      setTrouble(null);
      setTheirs(null);
    },
  };
}
