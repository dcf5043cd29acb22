// What became of a decision, in words, and the line of the draft that keeps it.
import type { DraftEntry } from '../../../../../../src/domain/decision';
import { TEXT_LIMIT } from '../../../../../../src/contract/limits';
import type {
  ApplyOutcome,
  BackOutcome,
  RefusedWhy,
} from '../../../../../../src/usecases/applying/outcome';
import { fill } from '../../../../format';
import { killApply as text } from '../../../../messages/project-kill-apply';

/** Why a transition can't be made; `back` for the way back. */
export function whyWords(why: RefusedWhy, back = false): string {
  switch (why.kind) {
    case 'no-exit':
      return text.refused['no-exit'];
    case 'no-way':
      return text.refused[back ? 'no-back' : 'no-way'];
    case 'needs':
      return fill(text.refused.needs, { to: why.to, fields: why.fields.join(', ') });
    case 'words':
      return fill(text.refused.words, { words: why.words });
  }
}

const isTold = (code: string): code is keyof typeof text.failed => code in text.failed;

export function outcomeWords(outcome: ApplyOutcome | BackOutcome): string {
  switch (outcome.kind) {
    case 'applied': {
      const { view, unrecorded, uncommented } = outcome;
      const unwritten = view !== null && view.now !== null && !view.written;
      return [
        unrecorded ? text.outcome.unrecorded[unrecorded] : text.outcome.applied,
        uncommented ? text.outcome.uncommented : '',
        unwritten ? text.outcome.unwritten : '',
      ]
        .filter(Boolean)
        .join(' · ');
    }
    case 'undone':
      return outcome.keepsResolution
        ? `${text.outcome.undone} · ${text.outcome.keepsResolution}`
        : text.outcome.undone;
    case 'changed': {
      const what = outcome.changed.map((part) => text.changed[part]).join(', ');
      return fill(text.changed.line, { what });
    }
    case 'refused':
      return whyWords(outcome.why);
    case 'failed':
      return isTold(outcome.code) ? text.failed[outcome.code] : outcome.words || text.failed.other;
    case 'left':
      return text.outcome.left;
  }
}

/** The line of the draft after it was tried. */
export function entryAfter(entry: DraftEntry, outcome: ApplyOutcome): DraftEntry {
  const { note: _before, ...rest } = entry;
  const rev = outcome.kind === 'applied' ? outcome.view?.rev : outcome.rev;
  const seen = { ...entry.seen, rev: rev ?? entry.seen.rev };
  if (outcome.kind === 'left') return { ...rest, seen, state: 'open' };
  const note = outcomeWords(outcome).slice(0, TEXT_LIMIT);
  return { ...rest, seen, state: outcome.kind, note };
}
