// A run while it goes: how far it is, and what became of each item.
import type { ReactNode } from 'react';
import { Button } from '../../../../components/button';
import { SMALL } from '../../../../components/field';
import { Inline, Stack, Text } from '../../../../components/layout';
import { ProgressThin } from '../../../../components/progress-thin';
import { useFormat } from '../../../../components/reader';
import { ItemLink } from '../../../../components/text-link';
import { fill, type Format } from '../../../../format';
import { killApply } from '../../../../messages/project-kill-apply';
import { saidWords } from '../decision-words';
import { outcomeWords, whyWords } from './outcome-words';
import { LINE, PART, SIDE } from './preview';
import type { Line, RunView } from './runner';

const text = killApply;

export function Progress({ view, stop }: { view: RunView; stop: () => void }) {
  const format = useFormat();
  const total = view.lines.length;
  const ended = view.lines.filter(({ state }) => state === 'ended').length;
  const numbers = { ended: format.number(ended), total: format.number(total) };
  const { pausedUntil } = view;
  return (
    <Stack space="space.100">
      <ProgressThin value={total === 0 ? 0 : ended / total} label={fill(text.run.bar, numbers)} />
      <Inline space="space.150">
        <Text>{fill(text.run.progress, numbers)}</Text>
        <Button spacing="compact" onClick={stop}>
          {text.run.stop}
        </Button>
        <span style={SMALL} role="status">
          {pausedUntil === null
            ? text.run.stay
            : fill(text.run.paused, { when: format.instant(pausedUntil) })}
        </span>
      </Inline>
    </Stack>
  );
}

const KINDS = ['applied', 'changed', 'refused', 'failed', 'left'] as const;

/** "8 applied, 1 not possible" */
export function sumWords(kinds: readonly string[], format: Format): string {
  return KINDS.flatMap((kind) => {
    const count = kinds.filter((one) => one === kind).length;
    return count > 0 ? [format.plural(text.done[kind], count)] : [];
  }).join(', ');
}

function wordsOf({ outcome, state, entry }: Line): string {
  if (state === 'waiting') return text.run.waiting;
  if (state === 'running' || !outcome) return text.run.now;
  if (outcome.kind === 'refused') return whyWords(outcome.why, entry === null);
  return outcomeWords(outcome);
}

/** One item of a list: what was decided, and what became of it. */
export interface Told {
  itemId: string;
  itemKey: string;
  said: string;
  words: string;
}

export const toldOf = (line: Line, format: Format): Told => ({
  itemId: line.itemId,
  itemKey: line.itemKey,
  said: line.entry ? saidWords(line.entry.decision, format) : '',
  words: wordsOf(line),
});

interface LinesProps {
  label?: string;
  lines: readonly Told[];
  summaryOf: (itemId: string) => string | undefined;
  /** What can be done about one of them. */
  actions?: (itemId: string) => ReactNode;
}

export function Lines({ label = text.done.list, lines, summaryOf, actions }: LinesProps) {
  return (
    <ul aria-label={label} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {lines.map((line) => (
        <li key={line.itemId} style={LINE}>
          <span style={PART}>
            {summaryOf(line.itemId) ? <span style={SMALL}>{line.itemKey} </span> : null}
            <ItemLink itemKey={line.itemKey} alone>
              {summaryOf(line.itemId) || line.itemKey}
            </ItemLink>
          </span>
          <span style={SIDE}>{line.said}</span>
          <span style={SIDE}>{line.words}</span>
          {actions?.(line.itemId)}
        </li>
      ))}
    </ul>
  );
}
