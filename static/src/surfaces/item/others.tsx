// The three strongest other open items on the same goal, folded; searched when somebody opens it.
import { useEffect, useState } from 'react';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../src/contract/goals';
import type { Day } from '../../../../src/domain/days';
import { Button } from '../../components/button';
import { SMALL } from '../../components/field';
import { Fold } from '../../components/fold';
import { Inline } from '../../components/layout';
import { useFormat } from '../../components/reader';
import { Skeleton } from '../../components/skeleton';
import { ItemLink } from '../../components/text-link';
import { fill } from '../../format';
import { common } from '../../messages/common';
import { item } from '../../messages/item';
import type { Other } from './load-others';
import { shareInWords } from './share-words';

const text = item.others;

interface OthersProps {
  where: { projectId: string; itemId: string; today: Day };
  goal: GoalView;
}

type Found = { kind: 'loading' } | { kind: 'failed' } | { kind: 'found'; others: Other[] };

function List({ others }: { others: readonly Other[] }) {
  const format = useFormat();
  return (
    <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
      {others.map(({ key, summary, share, checkBy }) => (
        <li key={key} style={{ minHeight: '40px', overflowWrap: 'anywhere' }}>
          <ItemLink itemKey={key} alone>{`${key} ${summary}`}</ItemLink>
          <br />
          <span style={SMALL}>
            {shareInWords(share)}
            {checkBy ? `, ${fill(text.check, { day: format.day(checkBy) })}` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Body({ where, goal }: OthersProps) {
  const [found, setFound] = useState<Found>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const { projectId, itemId, today } = where;
  useEffect(() => {
    let current = true;
    setFound({ kind: 'loading' });
    import('./load-others')
      .then(({ loadOthers }) => loadOthers({ projectId, itemId, today }, goal))
      .then(
        (others) => current && setFound({ kind: 'found', others }),
        () => current && setFound({ kind: 'failed' }),
      );
    return () => {
      current = false;
    };
  }, [projectId, itemId, today, goal, round]);
  if (found.kind === 'loading') return <Skeleton height="100px" />;
  if (found.kind === 'failed')
    return (
      <Inline space="space.100">
        <span style={SMALL}>{text.failed}</span>
        <Button spacing="compact" appearance="subtle" onClick={() => setRound(round + 1)}>
          {common.errors.again}
        </Button>
      </Inline>
    );
  if (found.others.length === 0) return <span style={SMALL}>{text.none}</span>;
  return <List others={found.others} />;
}

export function Others(props: OthersProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Fold title={text.title} isOpen={isOpen} onToggle={setOpen}>
      {/* Room for three, so that what stands below does not jump. */}
      <div style={{ minHeight: '120px', paddingBottom: token('space.050') }}>
        {isOpen ? <Body {...props} /> : null}
      </div>
    </Fold>
  );
}
