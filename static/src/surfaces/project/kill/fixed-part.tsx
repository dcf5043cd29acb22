// What was fixed since the scan last looked: it decides whether they leave the list.
import { SMALL } from '../../../components/field';
import { Fold } from '../../../components/fold';
import { useState } from 'react';
import { useFormat } from '../../../components/reader';
import { ItemLink } from '../../../components/text-link';
import { kill } from '../../../messages/project-kill';
import { lastOf } from './records';
import type { KillModel } from './use-kill';

const text = kill.fixed;

export function FixedPart({ model }: { model: KillModel }) {
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { fixed } = model.parts;
  if (fixed.length === 0) return null;
  return (
    <Fold title={format.plural(text.title, fixed.length)} isOpen={isOpen} onToggle={setOpen}>
      <span style={SMALL}>{text.help}</span>
      <ul style={{ margin: '8px 0 0', paddingInlineStart: '20px' }}>
        {fixed.map(({ id, key, summary }) => {
          const fix = lastOf(model.candidates.records.get(id))?.fix;
          return (
            <li key={id} style={{ overflowWrap: 'anywhere' }}>
              {key} <ItemLink itemKey={key}>{summary || key}</ItemLink>{' '}
              <span style={SMALL}>{fix ? text.by[fix] : ''}</span>
            </li>
          );
        })}
      </ul>
    </Fold>
  );
}
