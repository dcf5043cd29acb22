// The two questions in a row of the list.
import { useEffect, useRef, useState } from 'react';
import type { Day } from '../../../../../src/domain/days';
import type { ResultView } from '../../../../../src/contract/procedures';
import { ResultForm } from '../../../components/result/result-form';
import { peopleIn, type NameOf } from '../../../components/result/said-words';
import type { SavedResult } from '../../../components/result/form-state';
import { useResultForm } from '../../../forge/use-result-form';
import { useNames } from '../../../forge';
import { askedOf, type KnownBet } from './result-row';

interface BetFormProps {
  bet: KnownBet;
  today: Day;
  onSaved: (saved: SavedResult) => void;
  onTheirs: (theirs: ResultView | null) => void;
  onLeave: () => void;
  /** The item is gone or open again, and the reader has seen it. */
  onClose: () => void;
  /** The reader asked for the questions, and goes on in them. */
  takesFocus: boolean;
}

export function BetForm(props: BetFormProps) {
  const { bet, today, onSaved, onTheirs, onLeave, onClose, takesFocus } = props;
  const asked = askedOf(bet.row, today);
  const form = useResultForm({
    itemId: bet.row.id,
    kept: bet.view,
    bet: asked,
    isGone: bet.isGone,
    onSaved,
    onTheirs,
  });
  const theirs = form.rival?.theirs;
  const nameOf: NameOf = useNames(theirs ? peopleIn(theirs) : []);
  const place = useRef<HTMLDivElement>(null);
  const [first] = useState(takesFocus);
  useEffect(() => {
    if (first) place.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, [first]);
  return (
    <div ref={place}>
      <ResultForm form={form} bet={asked} nameOf={nameOf} onLeave={onLeave} onClose={onClose} />
    </div>
  );
}
