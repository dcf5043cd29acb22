// The frame of an item's row on the kill list: its keys, its four choices, and the form of the one
// that is taken.
import { useRef, type CSSProperties, type ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import { useFormat } from '../../../components/reader';
import { SMALL_BLOCK } from '../../../components/table-style';
import { fill, type Format } from '../../../format';
import { kill as text } from '../../../messages/project-kill';
import type { Candidate } from '../gather/kill-list';
import { useKeyDown } from '../use-key-down';
import { AskedForm, type DecideProps } from './decide-part';
import { saidWords } from './decision-words';
import { focusRow } from './focus-row';
import { killAct } from './kill-keys';
import { lastOf } from './records';
import type { KillModel } from './use-kill';

export const ROW = '[data-kill-row]';

/** A column of a row, at least so wide, that takes so many parts of what is left. */
export const part = (basis: string, grow: number): CSSProperties => ({
  flex: `${grow} 1 ${basis}`,
  minWidth: 0,
  display: 'grid',
  gap: token('space.050'),
  alignContent: 'start',
  overflowWrap: 'anywhere',
});

/** What was decided about it before; empty for nothing. */
function beforeWords({ id }: Candidate, model: KillModel, format: Format): string {
  const view = model.candidates.records.get(id);
  if (view?.intent) return text.row.begun;
  const last = lastOf(view);
  if (!last) return '';
  const how = view?.past.at(-1)?.ended?.how;
  const day = format.day(new Date(last.at).toISOString().slice(0, 10));
  return last.fix
    ? fill(text.row.fixedBefore, { how: text.row.fixes[last.fix], day, reason: last.reason })
    : fill(text.row.decidedBefore, {
        day,
        said: saidWords(last, format),
        reason: last.reason,
        since: how ? text.row.sinceThen[how] : '',
      });
}

export function BeforeNote({ candidate, model }: Pick<DecideProps, 'candidate' | 'model'>) {
  const words = beforeWords(candidate, model, useFormat());
  return words ? <span style={SMALL_BLOCK}>{words}</span> : null;
}

export interface KillRowProps extends DecideProps {
  /** False while a decision about it stands already. */
  isOpen?: boolean;
  /** It was decided about; the row may be about to go. */
  onDecided: (row: HTMLElement) => void;
  onMove: (row: HTMLElement, by: 1 | -1) => void;
  /** Its columns. */
  children: ReactNode;
  /** Between the columns and the form. */
  note?: ReactNode;
}

export function KillRow({
  isOpen = true,
  onDecided,
  onMove,
  children,
  note,
  ...props
}: KillRowProps) {
  const { candidate, model } = props;
  const root = useRef<HTMLLIElement>(null);
  const mayDecide = isOpen && model.barrierOf(candidate) === null;
  const leave = (): void => {
    model.leave();
    focusRow(root.current);
  };
  useKeyDown(root, (event) => {
    const row = root.current;
    const act = event.defaultPrevented ? null : killAct(event);
    if (!act || !row || event.key === 'ArrowLeft' || event.key === 'ArrowRight') return false;
    if (act.kind === 'help' || (act.kind === 'decide' && !mayDecide)) return false;
    if (act.kind === 'decide') model.ask(candidate.id, act.choice);
    else if (act.kind === 'undo') model.undoLast();
    else onMove(row, act.kind === 'next' ? 1 : -1);
    return true;
  });
  return (
    <li
      ref={root}
      data-kill-row
      style={{
        display: 'grid',
        gap: token('space.100'),
        margin: 0,
        padding: `${token('space.150')} 0`,
        borderTop: `1px solid ${token('color.border')}`,
      }}
    >
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: token('space.200') }}>{children}</div>
      {note}
      <AskedForm
        {...props}
        onLeave={leave}
        onDecided={() => {
          if (root.current) onDecided(root.current);
        }}
      />
    </li>
  );
}
