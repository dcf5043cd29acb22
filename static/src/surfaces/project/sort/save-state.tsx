// How saving behind the cards goes, in one quiet line.
import { SMALL } from '../../../components/field';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { sort } from '../../../messages/project-sort';
import type { Deck, Standing } from './deck';
import type { SortItem } from './sort-item';
import type { Sorter } from './sorter';

const text = sort.card;

interface SaveStateProps {
  items: readonly SortItem[];
  deck: Deck;
  sorter: Sorter;
}

export function SaveState({ items, deck, sorter }: SaveStateProps) {
  const format = useFormat();
  const saving = items.filter(({ id }) => {
    const state = sorter.entry(id)?.state;
    return state === 'waiting' || state === 'saving';
  }).length;
  const standing = (what: Standing): number =>
    [...deck.standings.values()].filter((one) => one === what).length;
  const failed = standing('failed');
  const out = standing('out');
  const until = sorter.pausedUntil();
  const words = [
    until === null ? '' : fill(text.paused, { when: format.instant(until) }),
    saving > 0 && until === null ? format.plural(text.saving, saving) : '',
    failed > 0 && deck.failed === null ? format.plural(text.failedSoon, failed) : '',
    out > 0 ? format.plural(text.outSoon, out) : '',
  ];
  return (
    <span role="status" style={SMALL}>
      {words.filter(Boolean).join(' ')}
    </span>
  );
}
