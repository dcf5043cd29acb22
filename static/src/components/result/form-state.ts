// What a form of a result holds while it is filled in, and what comes of it.
import type { Output, ResultView } from '../../../../src/contract/procedures';
import type { Trouble } from '../failure';
import type { DraftErrors, ResultDraft } from './result-draft';

export interface SavedResult {
  view: ResultView;
  /** The item's answer with its new check date; null when a result was given. */
  dated: Pick<Output<'result.later'>, 'answer' | 'seen'> | null;
}

/** Why nothing can be said of the item any more. */
export type Lost = 'gone' | 'reopened';

export interface ResultForm {
  draft: ResultDraft;
  /** The draft was typed before, and not saved. */
  isBack: boolean;
  lost: Lost | null;
  errors: DraftErrors;
  trouble: Trouble | null;
  /** What somebody else said, once a save was refused for it. */
  rival: { theirs: ResultView | null } | null;
  isSaving: boolean;
  change: (change: Partial<ResultDraft>) => void;
  /** Saves the draft, over what somebody else said where that was shown. */
  save: () => Promise<void>;
  keepTheirs: () => void;
  /** Gives up what was typed. */
  startOver: () => void;
  /** Forgets what was typed: for who leaves. */
  drop: () => void;
}
