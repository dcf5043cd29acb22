// One candidate of the list: why it is here, how old, how large, who asked, and what to decide.
import { useEffect, useRef, type CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import { SMALL } from '../../../components/field';
import { useFormat } from '../../../components/reader';
import { ItemLink } from '../../../components/text-link';
import { fill, type Format } from '../../../format';
import { kill as text } from '../../../messages/project-kill';
import type { Candidate } from '../gather/kill-list';
import { ageWords, effortWords, longAge, reasonWords } from './decision-words';
import { AskedForm, Choices, type DecideProps } from './decide-part';
import { focusRow } from './focus-row';
import { killAct } from './kill-keys';
import { PaceBar } from './pace-bar';
import { lastOf } from './records';
import type { KillModel } from './use-kill';

const SMALL_BLOCK: CSSProperties = { ...SMALL, display: 'block' };
const part = (basis: string, grow: number): CSSProperties => ({
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
  const day = format.day(new Date(last.at).toISOString().slice(0, 10));
  return last.fix
    ? fill(text.row.fixedBefore, { how: text.row.fixes[last.fix], day, reason: last.reason })
    : fill(text.row.decidedBefore, { day, reason: last.reason });
}

interface CandidateRowProps extends DecideProps {
  /** The row is about to go: the focus goes to another one. */
  onDecided: (row: HTMLElement) => void;
  onMove: (row: HTMLElement, by: 1 | -1) => void;
}

export function CandidateRow(props: CandidateRowProps) {
  const { candidate, model, project, onDecided, onMove } = props;
  const { id, key, summary, age, since, reporter, effort } = candidate;
  const format = useFormat();
  const root = useRef<HTMLLIElement>(null);
  const { pace } = project.scan;
  const before = beforeWords(candidate, model, format);
  const leave = (): void => {
    model.leave();
    focusRow(root.current);
  };
  const mayDecide = model.barrierOf(candidate) === null;
  useEffect(() => {
    const row = root.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const act = event.defaultPrevented ? null : killAct(event);
      if (!act || !row || event.key === 'ArrowLeft' || event.key === 'ArrowRight') return;
      if (act.kind === 'help' || (act.kind === 'decide' && !mayDecide)) return;
      event.preventDefault();
      if (act.kind === 'decide') model.ask(id, act.choice);
      else if (act.kind === 'undo') model.undoLast();
      else onMove(row, act.kind === 'next' ? 1 : -1);
    };
    row?.addEventListener('keydown', onKeyDown);
    return () => row?.removeEventListener('keydown', onKeyDown);
  });
  const older = longAge(candidate, format);
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
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: token('space.200') }}>
        <div style={part('260px', 4)}>
          <span style={SMALL_BLOCK}>{key}</span>
          <ItemLink itemKey={key} alone>
            {summary || key}
          </ItemLink>
          <span>{reasonWords(candidate)}</span>
          {before ? <span style={SMALL_BLOCK}>{before}</span> : null}
        </div>
        <div style={part('200px', 3)}>
          <span>{ageWords(candidate, pace, format)}</span>
          <PaceBar age={age} pace={pace} full={model.oldest} width="180px" />
          {older ? <span style={SMALL_BLOCK}>{older}</span> : null}
        </div>
        <div style={part('150px', 2)}>
          <span>{effortWords(effort, model.candidates.list?.unit ?? null, format)}</span>
          <span style={SMALL_BLOCK}>
            {reporter === null ? text.row.nobody : fill(text.row.asked, { name: reporter })}
          </span>
          {since === null ? null : (
            <span style={SMALL_BLOCK}>{fill(text.row.since, { day: format.day(since) })}</span>
          )}
        </div>
        <div style={{ flex: '0 1 auto', minWidth: 0 }}>
          <Choices candidate={candidate} model={model} />
        </div>
      </div>
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
