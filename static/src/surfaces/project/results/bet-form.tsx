// The two questions in a row of the list.
import { useEffect, useRef } from 'react';
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
}

export function BetForm({ bet, today, onSaved, onTheirs, onLeave }: BetFormProps) {
  const asked = askedOf(bet.row, today);
  const form = useResultForm({
    itemId: bet.row.id,
    kept: bet.view,
    bet: asked,
    onSaved,
    onTheirs,
  });
  const theirs = form.rival?.theirs;
  const nameOf: NameOf = useNames(theirs ? peopleIn(theirs) : []);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);
  return (
    <div ref={place}>
      <ResultForm form={form} bet={asked} nameOf={nameOf} onLeave={onLeave} />
    </div>
  );
}
