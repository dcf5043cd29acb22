// What applying the draft will do, item by item, before it is done.
import { token } from '@atlaskit/tokens';
import type { DraftEntry } from '../../../../../../src/domain/decision';
import type { ApplyOptions, ApplyPorts } from '../../../../../../src/usecases/applying/ports';
import { Button } from '../../../../components/button';
import { SMALL } from '../../../../components/field';
import { Inline, Stack, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { ItemLink } from '../../../../components/text-link';
import { fill, type Format } from '../../../../format';
import { killApply } from '../../../../messages/project-kill-apply';
import { saidWords } from '../decision-words';
import { useAhead } from './use-ahead';

const text = killApply.preview;

function effectOf(
  { itemId, decision }: DraftEntry,
  ahead: ReadonlyMap<string, string | null>,
  format: Format,
): string {
  const { kind, until } = decision;
  const found = ahead.get(itemId) ?? null;
  if (found !== null) return found;
  if (kind === 'kill') return text.looking;
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
  const ahead = useAhead(entries, ports, options);
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
            <span style={PART}>{effectOf(entry, ahead, format)}</span>
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
