// A reading of that day which the writer had not seen, and the choice between both.
import { Button } from '../../../components/button';
import { Inline, Stack, Text } from '../../../components/layout';
import { Notice } from '../../../components/notice';
import { useFormat } from '../../../components/reader';
import { fill, type Format } from '../../../format';
import { readings } from '../../../messages/project-goals';
import type { Rival } from './use-reading-form';

const text = readings.rival;

interface ReadingRivalProps {
  rival: Rival;
  unit: string;
  nameOf: (accountId: string) => string | null;
  isSaving: boolean;
  onMine: () => void;
  onTheirs: () => void;
}

function standing({ rival, unit, nameOf }: ReadingRivalProps, format: Format): string {
  const { value, by, withdrawn, note } = rival.reading;
  const who = nameOf(by);
  const words = withdrawn ? text.withdrawn : who ? text.stands : text.standsPlain;
  const line = fill(words, { value: format.amount(value, unit), who: who ?? '' });
  return note ? `${line} ${note}` : line;
}

export function ReadingRival(props: ReadingRivalProps) {
  const { rival, isSaving, onMine, onTheirs } = props;
  const format = useFormat();
  const title = rival.changed ? text.changed : text.there;
  return (
    <div role="alert">
      <Notice look="warning" title={fill(title, { day: format.day(rival.reading.day) })}>
        <Stack space="space.100">
          <Text as="p">{standing(props, format)}</Text>
          <Text as="p">{text.keeps}</Text>
          <Inline space="space.100">
            <Button onClick={onTheirs} isDisabled={isSaving}>
              {text.theirs}
            </Button>
            <Button onClick={onMine} isLoading={isSaving}>
              {text.mine}
            </Button>
          </Inline>
        </Stack>
      </Notice>
    </div>
  );
}
