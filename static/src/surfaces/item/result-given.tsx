// What was said of the result: one line, what it rests on, who said it, and the note.
import type { ResultView, SaidView } from '../../../../src/contract/procedures';
import { SMALL } from '../../components/field';
import { Stack, Text } from '../../components/layout';
import { useFormat } from '../../components/reader';
import { saidLine, type NameOf } from '../../components/result/said-words';
import { fill } from '../../format';
import { item } from '../../messages/item';
import { result as words } from '../../messages/result';

const text = item.result;

interface ResultGivenProps {
  said: SaidView;
  kept: ResultView | null;
  /** Unit of the cited goal; null where the goal is not one of the project. */
  unit: string | null;
  nameOf: NameOf;
}

export function ResultGiven({ said, kept, unit, nameOf }: ResultGivenProps) {
  const format = useFormat();
  const { reading, by, note } = said;
  const name = nameOf(by);
  const parts = [
    saidLine(said, format),
    ...(reading
      ? [
          fill(text.cites, {
            value: format.amount(reading.value, unit ?? ''),
            day: format.shortDay(reading.day),
          }),
        ]
      : []),
    ...(name ? [fill(words.by, { who: name })] : []),
  ];
  return (
    <Stack space="space.050">
      <Text as="p" weight="medium">
        {parts.join(' · ')}
      </Text>
      {note ? (
        <Text as="p">
          <bdi>{note}</bdi>
        </Text>
      ) : null}
      {kept?.written === false ? <span style={SMALL}>{words.unwritten}</span> : null}
    </Stack>
  );
}
