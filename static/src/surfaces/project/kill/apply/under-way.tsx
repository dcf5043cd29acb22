// Kills that were begun by this person and not ended: what is known of them, and nothing to press.
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import type { DraftEntry } from '../../../../../../src/domain/decision';
import { Stack, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { killApply } from '../../../../messages/project-kill-apply';
import { saidWords } from '../decision-words';
import type { Fate } from './come-back';
import { Lines } from './run-lines';

const text = killApply.underWay;

/** Whether this person has begun to apply it; whoever begun it as long as nobody knows who reads. */
export function isUnderWay(
  { itemId, state }: DraftEntry,
  records: ReadonlyMap<string, DecisionView> | null,
  me: string | null,
): boolean {
  const by = records?.get(itemId)?.intent?.decided.by;
  return state !== 'applied' && by !== undefined && (me === null || by === me);
}

interface UnderWayProps {
  entries: readonly DraftEntry[];
  fates: ReadonlyMap<string, Fate>;
  summaryOf: (itemId: string) => string | undefined;
}

export function UnderWay({ entries, fates, summaryOf }: UnderWayProps) {
  const format = useFormat();
  const lines = entries.map(({ itemId, itemKey, decision }) => ({
    itemId,
    itemKey,
    said: saidWords(decision, format),
    words: text[fates.get(itemId) ?? 'looking'],
  }));
  return (
    <Stack space="space.100">
      <Text weight="medium">{format.plural(text.title, entries.length)}</Text>
      <Lines label={text.list} lines={lines} summaryOf={summaryOf} />
    </Stack>
  );
}
