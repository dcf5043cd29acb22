// What applying the draft will do, item by item, before it is done.
import { useEffect, useState } from 'react';
import { token } from '@atlaskit/tokens';
import type { DraftEntry } from '../../../../../../src/domain/decision';
import { chooseExit, resolutionName } from '../../../../../../src/domain/exits';
import type { ApplyOptions, ApplyPorts } from '../../../../../../src/usecases/applying/ports';
import { Button } from '../../../../components/button';
import { SMALL } from '../../../../components/field';
import { Inline, Stack, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { ItemLink } from '../../../../components/text-link';
import { fill, type Format } from '../../../../format';
import { killApply } from '../../../../messages/project-kill-apply';
import { saidWords } from '../decision-words';
import { whyWords } from './outcome-words';

const text = killApply.preview;
/** Items whose ways out are looked up side by side. */
const AT_ONCE = 4;

/** What a kill will do, in words. */
async function wayOf(itemId: string, ports: ApplyPorts, options: ApplyOptions): Promise<string> {
  const exits = await ports.exits(itemId).catch(() => null);
  if (!exits) return text.unknown;
  const choice = chooseExit(exits, options.kill, options.undelivered);
  if (!('exit' in choice)) return whyWords(choice);
  const status = choice.exit.to.name;
  const resolution = resolutionName(choice);
  return resolution === null
    ? fill(text.kill, { status })
    : fill(text.killAs, { status, resolution });
}

/** The ways of the killed items, by item, as they are found. */
function useWays(
  entries: readonly DraftEntry[],
  ports: ApplyPorts,
  options: ApplyOptions,
): ReadonlyMap<string, string> {
  const [ways, setWays] = useState<ReadonlyMap<string, string>>(new Map());
  const ids = entries
    .filter(({ decision }) => decision.kind === 'kill')
    .map(({ itemId }) => itemId);
  const wanted = ids.join(',');
  useEffect(() => {
    let alive = true;
    const queue = wanted === '' ? [] : wanted.split(',');
    const work = async (): Promise<void> => {
      for (let id = queue.shift(); id !== undefined && alive; id = queue.shift()) {
        const itemId = id;
        const way = await wayOf(itemId, ports, options);
        if (alive) setWays((before) => new Map([...before, [itemId, way]]));
      }
    };
    for (let worker = 0; worker < AT_ONCE; worker += 1) void work();
    return () => {
      alive = false;
    };
  }, [wanted, ports, options]);
  return ways;
}

function effectOf(entry: DraftEntry, ways: ReadonlyMap<string, string>, format: Format): string {
  const { kind, until } = entry.decision;
  if (kind === 'kill') return ways.get(entry.itemId) ?? text.looking;
  if (kind === 'fix') return text.fix;
  return until === undefined ? '' : fill(text.rest, { day: format.day(until) });
}

export const LINE = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: token('space.150'),
  alignItems: 'baseline',
  margin: 0,
  padding: `${token('space.075')} 0`,
  borderTop: `1px solid ${token('color.border')}`,
} as const;

export const PART = { flex: '3 1 220px', minWidth: 0, overflowWrap: 'anywhere' } as const;

interface PreviewProps {
  entries: readonly DraftEntry[];
  summaryOf: (itemId: string) => string | undefined;
  ports: ApplyPorts;
  options: ApplyOptions;
  onStart: () => void;
  onCancel: () => void;
}

export function Preview(props: PreviewProps) {
  const { entries, summaryOf, ports, options, onStart, onCancel } = props;
  const format = useFormat();
  const ways = useWays(entries, ports, options);
  const kill = entries.find(({ decision }) => decision.kind === 'kill');
  return (
    <Stack space="space.100">
      <Text as="h3" weight="medium">
        {format.plural(text.title, entries.length)}
      </Text>
      <ul aria-label={text.list} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {entries.map((entry) => (
          <li key={entry.itemId} style={LINE}>
            <span style={PART}>
              <span style={SMALL}>{entry.itemKey} </span>
              <ItemLink itemKey={entry.itemKey} alone>
                {summaryOf(entry.itemId) ?? entry.itemKey}
              </ItemLink>
            </span>
            <span style={PART}>
              <Text weight="medium">{saidWords(entry.decision, format)}:</Text>{' '}
              {entry.decision.reason}
            </span>
            <span style={PART}>{effectOf(entry, ways, format)}</span>
          </li>
        ))}
      </ul>
      {kill ? (
        <span style={SMALL}>
          {text.comment} “{options.comment(kill.decision.reason.trim())}”
        </span>
      ) : null}
      <Inline space="space.100">
        <Button appearance="primary" onClick={onStart}>
          {format.plural(text.start, entries.length)}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          {text.cancel}
        </Button>
      </Inline>
    </Stack>
  );
}
