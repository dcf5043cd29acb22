// Two windows of one person hold different drafts of one item: they choose which one is kept.
import { Button } from '../../components/button';
import { SMALL } from '../../components/field';
import { Inline, Stack, Text } from '../../components/layout';
import { Notice } from '../../components/notice';
import { useFormat } from '../../components/reader';
import { fill } from '../../format';
import { item } from '../../messages/item';
import type { KeptDraft } from './draft-store';

const text = item.rival;

/** Enough to know the other draft by, characters. */
const WORDS = 160;

interface RivalChoiceProps {
  rival: KeptDraft;
  onKeep: () => void;
  onTake: (rival: KeptDraft) => void;
}

export function RivalChoice({ rival, onKeep, onTake }: RivalChoiceProps) {
  const format = useFormat();
  const words = [rival.texts.by, rival.texts.expect].filter((one) => one).join(' · ');
  return (
    <div role="alert">
      <Notice look="warning" title={text.title}>
        <Stack space="space.100">
          <Text as="p">{fill(text.text, { at: format.instant(rival.at) })}</Text>
          {words ? (
            <span style={{ ...SMALL, overflowWrap: 'anywhere' }}>
              {words.length > WORDS ? `${words.slice(0, WORDS)}…` : words}
            </span>
          ) : null}
          <Inline space="space.100">
            <Button onClick={onKeep}>{text.keep}</Button>
            <Button onClick={() => onTake(rival)}>{text.take}</Button>
          </Inline>
        </Stack>
      </Notice>
    </div>
  );
}
