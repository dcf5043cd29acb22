// What blocks several open items of a stream, looked for when somebody asks.
import { useEffect, useState } from 'react';
import type { Stream } from '../../../../../../src/domain/filter';
import type { Blocker } from '../../../../../../src/domain/stream-more';
import { Failure, troubleOf, type Trouble } from '../../../../components/failure';
import { useReader } from '../../../../components/reader';
import { SkeletonStack } from '../../../../components/skeleton';
import { ItemLink } from '../../../../components/text-link';
import { fill } from '../../../../format';
import { streamsMore } from '../../../../messages/project-streams';
import { LISTED_LIMIT } from '../../gather/bounds';
import { readBlockers } from '../../gather/blockers';
import type { Where } from '../../use-numbers';
import { Small, Words } from '../words';

const text = streamsMore.blockers;

interface Found {
  stream: Stream;
  blockers: Blocker[];
  cut: boolean;
}
type Looking =
  | { kind: 'looking' }
  | { kind: 'failed'; trouble: Trouble }
  | { kind: 'found'; all: readonly Found[] };

export function BlockersPart({ where, streams }: { where: Where; streams: readonly Stream[] }) {
  const { format } = useReader();
  const [looking, setLooking] = useState<Looking>({ kind: 'looking' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let alive = true;
    setLooking({ kind: 'looking' });
    const calls = where.openCalls();
    Promise.all(
      streams.map(async (stream) => ({
        stream,
        ...(await readBlockers(calls.jira, where, stream.clause)),
      })),
    ).then(
      (all) => alive && setLooking({ kind: 'found', all }),
      (error: unknown) => alive && setLooking({ kind: 'failed', trouble: troubleOf(error) }),
    );
    return () => {
      alive = false;
      calls.leave();
    };
  }, [where, streams, round]);
  if (looking.kind === 'looking') return <SkeletonStack heights={['20px', '20px']} />;
  if (looking.kind === 'failed')
    return <Failure trouble={looking.trouble} onRetry={() => setRound(round + 1)} />;
  const rows = looking.all
    .flatMap(({ stream, blockers }) => blockers.map((blocker) => ({ stream, ...blocker })))
    .sort((a, b) => b.blocks - a.blocks);
  const cut = looking.all.filter((one) => one.cut);
  return (
    <>
      {rows.length === 0 ? <Words>{text.none}</Words> : null}
      <ul style={{ margin: 0, paddingInlineStart: '1.2em' }}>
        {rows.map(({ stream, key, summary, blocks }) => (
          <li key={`${stream.id} ${key}`}>
            <ItemLink itemKey={key} />{' '}
            {fill(text.row, { summary, count: format.number(blocks), stream: stream.name })}
          </li>
        ))}
      </ul>
      {cut.length > 0 ? (
        <Small faint>
          {fill(text.cut, {
            count: format.number(LISTED_LIMIT),
            streams: cut.map(({ stream }) => stream.name).join(', '),
          })}
        </Small>
      ) : null}
    </>
  );
}
