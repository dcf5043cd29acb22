// Keys of the meeting. They act while its card has the focus and no text is being typed.
import type { ResultDraft, Verdict } from '../../../../components/result/result-draft';

export type MeetingAct =
  | { kind: 'verdict'; verdict: Verdict }
  | { kind: 'out' | 'save' | 'next' | 'previous' | 'undo' | 'help' };

const KEYS: Record<string, MeetingAct> = {
  '1': { kind: 'verdict', verdict: 'moved' },
  '2': { kind: 'verdict', verdict: 'flat' },
  '3': { kind: 'verdict', verdict: 'unclear' },
  '4': { kind: 'verdict', verdict: 'early' },
  o: { kind: 'out' },
  n: { kind: 'next' },
  ArrowRight: { kind: 'next' },
  p: { kind: 'previous' },
  ArrowLeft: { kind: 'previous' },
  u: { kind: 'undo' },
  '?': { kind: 'help' },
  Enter: { kind: 'save' },
};

/** What has the focus, as far as keys are concerned. */
export type Focused = 'text' | 'choice' | 'button' | 'other';

/** What an element takes keys for itself as. */
export function focusedAs(target: EventTarget | null): Focused {
  if (!(target instanceof HTMLElement)) return 'other';
  if (target instanceof HTMLInputElement && target.type === 'radio') return 'choice';
  if (target.matches('input, textarea, select')) return 'text';
  return target.closest('button, a, summary') ? 'button' : 'other';
}

/** What a key asks for; null for keys that are the browser's, Jira's or the control's own. */
export function meetingAct(
  { key, altKey, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>,
  focused: Focused,
): MeetingAct | null {
  if (altKey || ctrlKey || metaKey || focused === 'text') return null;
  // Arrows move between the choices of a group, Enter presses a button.
  if (focused === 'choice' && key.startsWith('Arrow')) return null;
  if (key === 'Enter' && (focused === 'button' || focused === 'choice')) return null;
  return KEYS[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

/** What a key changes in the draft; null where it is none of the answers. */
export function draftChange(act: MeetingAct, draft: ResultDraft): Partial<ResultDraft> | null {
  if (act.kind === 'verdict') return { isOut: true, verdict: act.verdict };
  return act.kind === 'out' ? { isOut: !draft.isOut } : null;
}
