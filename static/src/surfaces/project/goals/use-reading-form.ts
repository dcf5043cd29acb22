// Saving one reading: what is typed, its errors, and a reading of that day which was not seen before.
import { useMemo, useState } from 'react';
import type { GoalView, ReadingView } from '../../../../../src/contract/goals';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { troubleOf, type Trouble } from '../../../components/failure';
import { useFormat } from '../../../components/reader';
import { call, CallError } from '../../../forge';
import { typedReading } from './typed-reading';
import {
  checkDraft,
  draftOf,
  keptOn,
  newDraft,
  READING_FIELDS,
  type ReadingDraft,
  type ReadingErrors,
} from './reading-draft';

interface Options {
  goal: GoalView;
  /** What is corrected; null where one is added. */
  reading: ReadingView | null;
  project: Pick<OpenProject, 'projectId' | 'today'>;
  /** The project as it is now, also where the reading was not saved. */
  onProject: (next: OpenProject) => void;
  onSaved: () => void;
}

/** A reading of the day that the writer had not seen. */
export interface Rival {
  reading: ReadingView;
  /** Somebody else changed it while this page was open. */
  changed: boolean;
}

export interface ReadingForm {
  draft: ReadingDraft;
  errors: ReadingErrors;
  trouble: Trouble | null;
  rival: Rival | null;
  isSaving: boolean;
  change: (change: Partial<ReadingDraft>) => void;
  save: () => Promise<void>;
  /** The draft was typed before, and not saved. */
  isBack: boolean;
  startOver: () => void;
  /** Forgets what was typed: for who leaves. */
  drop: () => void;
}

export function useReadingForm(options: Options): ReadingForm {
  const { goal, reading, project, onProject, onSaved } = options;
  const { projectId, today } = project;
  const format = useFormat();
  const start = reading ? draftOf(reading, format) : newDraft(today);
  const of = reading?.day ?? null;
  const typed = useMemo(() => typedReading(goal.id, of), [goal.id, of]);
  const [back, setBack] = useState(() => typed.read());
  const [draft, setDraft] = useState(back?.draft ?? start);
  /** Revision of the corrected reading as the writer saw it. */
  const begunOn = back ? back.rev : (reading?.rev ?? 0);
  const [errors, setErrors] = useState<ReadingErrors>({});
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [rival, setRival] = useState<Rival | null>(null);
  const [isSaving, setSaving] = useState(false);

  /** A refusal for a newer reading does not bring it, so the project is opened again. */
  async function showNewer(): Promise<void> {
    const next = await call('project.open', { projectId });
    const again = next.goals.find(({ id }) => id === goal.id);
    const theirs = again ? keptOn(again, draft.day) : null;
    onProject(next);
    if (theirs) setRival({ reading: theirs, changed: true });
  }

  async function refuse(error: unknown): Promise<void> {
    if (error instanceof CallError) {
      const found = READING_FIELDS.filter((name) => error.fields[name] !== undefined);
      if (found.length > 0)
        return setErrors(Object.fromEntries(found.map((name) => [name, error.fields[name]])));
      if (error.code === 'conflict')
        return showNewer().catch((cause: unknown) => setTrouble(troubleOf(cause)));
    }
    setTrouble(troubleOf(error));
  }

  async function save(): Promise<void> {
    if (isSaving) return;
    setTrouble(null);
    const checked = checkDraft(draft, today, format);
    if (!checked.ok) return setErrors(checked.errors);
    setErrors({});
    const kept = keptOn(goal, checked.reading.day);
    const known = reading && { day: reading.day, rev: begunOn };
    const seen = [known, rival?.reading].some(
      (one) => one?.day === kept?.day && one?.rev === kept?.rev,
    );
    if (kept && !seen) return setRival({ reading: kept, changed: reading !== null });
    setSaving(true);
    try {
      const input = { projectId, goalId: goal.id, rev: kept?.rev ?? 0, ...checked.reading };
      const next = await call('reading.save', input);
      typed.drop();
      onProject(next);
      onSaved();
    } catch (error) {
      await refuse(error);
    } finally {
      setSaving(false);
    }
  }

  return {
    draft,
    errors,
    trouble,
    rival,
    isSaving,
    change: (change) => {
      const next = { ...draft, ...change };
      setDraft(next);
      typed.write({ draft: next, rev: begunOn });
      setErrors({});
      if (change.day !== undefined) setRival(null);
    },
    save,
    isBack: back !== null,
    startOver: () => {
      typed.drop();
      setBack(null);
      setDraft(start);
      setErrors({});
      setRival(null);
    },
    drop: typed.drop,
  };
}
