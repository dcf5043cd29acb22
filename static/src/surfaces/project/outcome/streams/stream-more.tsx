// What can be asked of the streams besides their table; each part is counted once it is opened.
import { useState } from 'react';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../../../src/contract/goals';
import { NO_STREAM } from '../../../../../../src/domain/filter';
import { Fold } from '../../../../components/fold';
import { streamsMore } from '../../../../messages/project-streams';
import { AgesPart, type StreamPartProps } from './ages-part';
import { BlockersPart } from './blockers-part';
import { GoalsPart } from './goals-part';

const PARTS = ['ages', 'goals', 'blockers'] as const;

export function StreamMore(props: StreamPartProps & { goals: readonly GoalView[] }) {
  const { where, question, rows } = props;
  const [open, setOpen] = useState<readonly (typeof PARTS)[number][]>([]);
  const shown = question.streams.filter(({ id }) =>
    rows.some((row) => row.id === id && row.id !== NO_STREAM),
  );
  return (
    <div style={{ display: 'grid', gap: token('space.150'), paddingTop: token('space.100') }}>
      {PARTS.map((part) => {
        const isOpen = open.includes(part);
        return (
          <Fold
            key={part}
            title={streamsMore[part].title}
            isOpen={isOpen}
            onToggle={(now) =>
              setOpen((before) => [...before.filter((one) => one !== part), ...(now ? [part] : [])])
            }
          >
            {isOpen && part === 'ages' ? <AgesPart {...props} /> : null}
            {isOpen && part === 'goals' ? <GoalsPart {...props} /> : null}
            {isOpen && part === 'blockers' ? (
              <ShownBlockers key={shown.map(({ id }) => id).join()} where={where} streams={shown} />
            ) : null}
          </Fold>
        );
      })}
    </div>
  );
}

/** Keeps the list of streams the same object while the same ones are shown. */
function ShownBlockers({ where, streams }: Parameters<typeof BlockersPart>[0]) {
  const [list] = useState(streams);
  return <BlockersPart where={where} streams={list} />;
}
