// What the app keeps of its own. Every record that people change has a revision; a write that names
// an old one is refused with `conflict`.
import type { Signature } from '../domain/agreement';
import type { Day } from '../domain/days';
import type { Hint } from '../domain/advice';
import type { DraftEntry } from '../domain/decision';
import type { Reading } from '../domain/goal';
import type { Pass } from '../domain/item';
import type { ProjectSettings } from '../domain/rules';
import type { SortRule } from '../domain/sort';
import type { Page } from './page';

/** Who did what, when; never changed afterwards. */
export interface Act {
  projectId: string;
  /** What it was done to: an item id, `settings`, a goal id. */
  subject: string;
  kind:
    | 'goal.save'
    | 'goal.end'
    | 'goal.resume'
    | 'period.start'
    | 'agreement.save'
    | 'agreement.remove'
    | 'agreement.sign'
    | 'agreement.decline'
    | 'agreement.unsign'
    | 'rules.save'
    | 'result.give'
    | 'result.later'
    | 'sort.give'
    | 'sort.undo'
    | 'reading.save'
    | 'reading.withdraw'
    | 'start.anyway'
    | 'start.withdraw'
    | 'panel.pin'
    | 'gate.place'
    | 'decision.kill'
    | 'decision.park'
    | 'decision.keep'
    | 'decision.fix'
    | 'decision.undo'
    | 'decision.wake'
    | 'decision.reopen'
    | 'decision.gone'
    | 'data.import'
    | 'data.adopt'
    | 'data.erase'
    | 'scan.order';
  by: string;
  /** Instant in milliseconds. */
  at: number;
  before: unknown;
  after: unknown;
}

export interface SettingsStore {
  /** A project without a record has the default rules, no goals and revision 0. */
  load(projectId: string): Promise<ProjectSettings>;
  /** Stores the next revision together with its acts. @throws AppError conflict */
  save(settings: ProjectSettings, act: Act, ...also: Act[]): Promise<ProjectSettings>;
}

/** The lock of one item's answer. */
export interface AnswerRevision {
  rev: number;
  /** Fingerprint of the value that this revision wrote, and of the one before it. */
  hash: string | null;
  previous: string | null;
  status: 'pending' | 'confirmed';
  /** Account of who saved it; empty for a value that came from outside. */
  by: string;
  at: number;
}

export interface AnswerRevisions {
  read(itemId: string): Promise<AnswerRevision | null>;
  /** Stores a revision over the one with number `over` (0: none yet). @throws AppError conflict */
  write(itemId: string, projectId: string, next: AnswerRevision, over: number): Promise<void>;
}

/** A reading as it is kept: corrected or taken back, never deleted. */
export interface KeptReading extends Reading {
  rev: number;
  /** Account of who gave it; empty when unknown. */
  by: string;
  /** Instant in milliseconds. */
  at: number;
  withdrawn: boolean;
  /** What stood before, oldest first. */
  earlier: { value: number; by: string; at: number; withdrawn: boolean }[];
}

export interface Readings {
  /** All readings of a project's goals, oldest first, those taken back among them. */
  ofProject(projectId: string): Promise<KeptReading[]>;
  read(goalId: string, day: Day): Promise<KeptReading | null>;
  /** Stores over revision `over` (0: none) with the act. @throws AppError conflict */
  save(projectId: string, reading: KeptReading, over: number, act: Act): Promise<void>;
}

/** What one person says of one agreement; a record of its own, so that two can sign at once. */
export interface KeptSignature extends Signature {
  agreementId: string;
  rev: number;
}

export interface Signatures {
  read(agreementId: string, accountId: string): Promise<KeptSignature | null>;
  /** Stores over revision `over` (0: none) with the act. @throws AppError conflict */
  save(projectId: string, signature: KeptSignature, over: number, act: Act): Promise<void>;
}

/** A "start anyway" as it is kept. */
export interface KeptPass extends Pass {
  rev: number;
  reason: string;
  by: string;
  /** Instant in milliseconds. */
  at: number;
  withdrawn: boolean;
  /** False while the item's property does not show it. */
  written: boolean;
}

export interface StoredPass {
  itemId: string;
  projectId: string;
  pass: KeptPass;
}

export interface Passes {
  read(itemId: string): Promise<KeptPass | null>;
  /** Stores over revision `over` (0: none) with the act. @throws AppError conflict */
  save(
    itemId: string,
    projectId: string,
    pass: KeptPass,
    over: number,
    act: Act | null,
  ): Promise<void>;
  /** Those of a project that their items do not show. Queries may lag behind writes. */
  unwritten(projectId: string): Promise<StoredPass[]>;
}

/** What somebody typed and has not saved. */
export interface KeptDraft {
  texts: Record<string, string | undefined>;
  /** Fingerprint of the answer it was started on. */
  seen: string | null;
  /** Instant in milliseconds. */
  at: number;
}

/** What somebody decided and has not applied, and how the last applying went. */
export interface KeptDecisionDraft {
  entries: DraftEntry[];
  /** Instant in milliseconds. */
  at: number;
}

/** Notes that belong to one person on one item; nobody else reads them. */
export interface Personal {
  decisionDraft(owner: string, projectId: string): Promise<KeptDecisionDraft | null>;
  /** Stores over the draft that was kept at `over` (null: none). @throws AppError conflict */
  saveDecisionDraft(
    owner: string,
    projectId: string,
    draft: KeptDecisionDraft,
    over: number | null,
  ): Promise<void>;
  /** Signals of a project that this person has dismissed, oldest first. */
  dismissedSignals(owner: string, projectId: string): Promise<string[]>;
  saveDismissedSignals(
    owner: string,
    projectId: string,
    signals: readonly string[],
    at: number,
  ): Promise<void>;
  /** This person's rules for sorting a project's finished items; null until they make some. */
  sortRules(owner: string, projectId: string): Promise<SortRule[] | null>;
  /** Null goes back to the usual ones. */
  saveSortRules(
    owner: string,
    projectId: string,
    rules: readonly SortRule[] | null,
    at: number,
  ): Promise<void>;
  /** Whether this person wants no messages about a project. */
  digestOff(owner: string, projectId: string): Promise<boolean>;
  saveDigestOff(owner: string, projectId: string, off: boolean, at: number): Promise<void>;
  draft(owner: string, itemId: string): Promise<KeptDraft | null>;
  saveDraft(owner: string, itemId: string, projectId: string, draft: KeptDraft): Promise<void>;
  discardDraft(owner: string, itemId: string): Promise<void>;
  dismissed(owner: string, itemId: string): Promise<Hint[]>;
  saveDismissed(
    owner: string,
    itemId: string,
    projectId: string,
    hints: readonly Hint[],
    at: number,
  ): Promise<void>;
}

/** An act with the key of its record. */
export interface StoredAct extends Act {
  id: string;
}

export interface Acts {
  /** Of a project, the latest first; only of these kinds where some are named. */
  page(
    projectId: string,
    kinds: readonly string[] | null,
    after: string | null,
    limit: number,
  ): Promise<Page<StoredAct>>;
  /** Adds a record that is never changed. */
  append(act: Act): Promise<void>;
}
