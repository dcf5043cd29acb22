// Candidates below their parents. When a row goes, the focus finds the next one.
import { useEffect, useRef } from 'react';
import { token } from '@atlaskit/tokens';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { LABEL } from '../../../components/field';
import { ItemLink } from '../../../components/text-link';
import { kill as text } from '../../../messages/project-kill';
import type { Candidate } from '../gather/kill-list';
import type { Where } from '../use-numbers';
import { groupsOf } from './agenda';
import { CandidateRow } from './candidate-row';
import { focusRow } from './focus-row';
import { ROW } from './kill-row';
import type { KillModel } from './use-kill';

interface CandidateGroupsProps {
  label: string;
  rows: readonly Candidate[];
  model: KillModel;
  project: OpenProject;
  where: Where;
}

function Head({ parent }: { parent: Candidate['parent'] }) {
  if (!parent) return <>{text.agenda.noParent}</>;
  return (
    <>
      {parent.key}{' '}
      <ItemLink itemKey={parent.key} alone>
        {parent.summary || parent.key}
      </ItemLink>
    </>
  );
}

export function CandidateGroups({ label, rows, ...rest }: CandidateGroupsProps) {
  const root = useRef<HTMLDivElement>(null);
  /** Place of a row that goes, until the list is drawn without it. */
  const going = useRef<{ at: number; of: number } | null>(null);
  const all = (): HTMLElement[] => [...(root.current?.querySelectorAll<HTMLElement>(ROW) ?? [])];
  useEffect(() => {
    const left = all();
    if (!going.current || left.length >= going.current.of) return;
    focusRow(left[going.current.at] ?? left.at(-1));
    going.current = null;
  });
  return (
    <div
      ref={root}
      role="group"
      aria-label={label}
      style={{ display: 'grid', gap: token('space.200') }}
    >
      {groupsOf(rows).map(({ parent, rows: inGroup }) => (
        <div key={parent?.id ?? ''}>
          <h3 style={{ ...LABEL, margin: `0 0 ${token('space.075')}`, overflowWrap: 'anywhere' }}>
            <Head parent={parent} />
          </h3>
          <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {inGroup.map((candidate) => (
              <CandidateRow
                key={candidate.id}
                candidate={candidate}
                {...rest}
                onDecided={(row) => {
                  const shown = all();
                  going.current = { at: shown.indexOf(row), of: shown.length };
                }}
                onMove={(row, by) => {
                  const shown = all();
                  focusRow(shown[shown.indexOf(row) + by]);
                }}
              />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
