// Somebody else said something first: their words, and the choice between both.
import type { ResultView } from '../../../../src/contract/procedures';
import { Button } from '../button';
import { Inline, Stack, Text } from '../layout';
import { Notice } from '../notice';
import { useFormat } from '../reader';
import { result as text } from '../../messages/result';
import { rivalLines, type NameOf } from './said-words';

interface ResultRivalProps {
  theirs: ResultView | null;
  nameOf: NameOf;
  isSaving: boolean;
  onTheirs: () => void;
  onMine: () => void;
}

export function ResultRival({ theirs, nameOf, isSaving, onTheirs, onMine }: ResultRivalProps) {
  const format = useFormat();
  return (
    <div role="alert">
      <Notice look="warning" title={text.rival.title}>
        <Stack space="space.100">
          {rivalLines(theirs, nameOf, format).map((line) => (
            <Text key={line} as="p">
              {line}
            </Text>
          ))}
          <Text as="p">{text.rival.stays}</Text>
          <Inline space="space.100">
            <Button onClick={onTheirs}>{text.rival.theirs}</Button>
            <Button onClick={onMine} isLoading={isSaving}>
              {text.rival.mine}
            </Button>
          </Inline>
        </Stack>
      </Notice>
    </div>
  );
}
