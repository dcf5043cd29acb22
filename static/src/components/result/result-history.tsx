// What was said before, folded.
import { useState } from 'react';
import type { ResultView } from '../../../../src/contract/procedures';
import { SMALL } from '../field';
import { Fold } from '../fold';
import { useFormat } from '../reader';
import { result as text } from '../../messages/result';
import { historyLines, type NameOf } from './said-words';

/** Nothing where nothing was said before. */
export function ResultHistory({ view, nameOf }: { view: ResultView; nameOf: NameOf }) {
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const lines = historyLines(view, nameOf, format);
  if (lines.length === 0) return null;
  return (
    <Fold title={format.plural(text.history, lines.length)} isOpen={isOpen} onToggle={setOpen}>
      <ul style={{ ...SMALL, margin: 0, paddingInlineStart: '1.4em', overflowWrap: 'anywhere' }}>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </Fold>
  );
}
