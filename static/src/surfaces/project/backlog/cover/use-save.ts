// Saves the answer of one parent, and keeps what came of it beside the row.
import { useState } from 'react';
import { readBy } from '../../../../../../src/contract/read-by';
import {
  answerConflict,
  type AnswerConflict,
  type AnswerInput,
} from '../../../../../../src/contract/procedures';
import { readAnswer } from '../../../../../../src/contract/properties';
import { valueOf, type ParentFacts } from '../../../../../../src/domain/item';
import { troubleOf, type Trouble } from '../../../../components/failure';
import { call, CallError } from '../../../../forge';
import { projectBacklog } from '../../../../messages/project-backlog';
import type { CoverParent } from '../../gather/cover';
import { refusedFields, type SentenceErrors } from './sentence-draft';

const text = projectBacklog.cover;

export interface Save {
  saving: boolean;
  errors: SentenceErrors;
  setErrors: (errors: SentenceErrors) => void;
  trouble: Trouble | null;
  /** What somebody else wrote meanwhile, and what was to be saved over it. */
  conflict: { found: AnswerConflict; mine: AnswerInput } | null;
  /** `seen` is the fingerprint of what the answer replaces; the listed one when it is left out. */
  send: (answer: AnswerInput, seen?: string | null) => Promise<void>;
  /** Puts away what went wrong. */
  clear: () => void;
}

/** `onSaved` gets the parent as it is answered now; only when the answer is whole. */
export function useSave(parent: CoverParent, onSaved: (facts: ParentFacts) => void): Save {
  const [saving, setSaving] = useState(false);
  const [errors, setErrors] = useState<SentenceErrors>({});
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [conflict, setConflict] = useState<Save['conflict']>(null);
  const clear = (): void => {
    setErrors({});
    setTrouble(null);
    setConflict(null);
  };
  const refuse = (error: unknown, mine: AnswerInput): void => {
    if (!(error instanceof CallError)) return setTrouble(troubleOf(error));
    const found = error.code === 'conflict' ? readBy(answerConflict, error.details) : null;
    if (found?.success) return setConflict({ found: found.data, mine });
    const refused = refusedFields(error.fields);
    if (Object.keys(refused).length > 0) setErrors(refused);
    else setTrouble(error);
  };
  const send = async (answer: AnswerInput, seen = parent.seen): Promise<void> => {
    if (saving) return;
    setSaving(true);
    clear();
    try {
      const saved = await call('answer.save', { itemId: parent.facts.id, seen, answer });
      const read = readAnswer(saved.answer);
      if (valueOf(read)?.state === 'answered') onSaved({ ...parent.facts, answer: read });
      else setTrouble({ message: text.halfSaved });
    } catch (error) {
      refuse(error, answer);
    } finally {
      setSaving(false);
    }
  };
  return { saving, errors, setErrors, trouble, conflict, send, clear };
}
