// The dated readings of a goal, the newest first: value, what it was before, note and who gave it.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import type { GoalView, ReadingView } from '../../../../../src/contract/goals';
import { Button } from '../../../components/button';
import { SMALL } from '../../../components/field';
import { useFormat } from '../../../components/reader';
import { SourceLink } from '../../../components/source-link';
import { PLAIN } from '../../../components/table-style';
import { fill } from '../../../format';
import { project as projectText } from '../../../messages/project';
import { readings as text } from '../../../messages/project-goals';
import { useNarrow } from '../use-narrow';
import { correctedWords } from './reading-draft';

const columns = projectText.goals.column;
/** Below this width the rest stands under the value, in CSS pixels. */
const ROOM = 520;

const cell: CSSProperties = {
  padding: `${token('space.050')} ${token('space.200')} ${token('space.050')} 0`,
  borderBottom: `1px solid ${token('color.border')}`,
  textAlign: 'start',
  fontWeight: 'inherit',
  verticalAlign: 'baseline',
};
const figure: CSSProperties = { ...cell, fontVariantNumeric: 'tabular-nums' };
const words: CSSProperties = { ...cell, overflowWrap: 'anywhere', minWidth: '96px' };
const head = { color: token('color.text.subtle'), font: token('font.body.small') };

/** What may be done with a reading; null for those who only read. */
export interface ReadingActs {
  /** Day of the reading that is just being changed. */
  busy: string | null;
  correct: (reading: ReadingView) => void;
  takeBack: (reading: ReadingView) => void;
}

interface RowProps {
  reading: ReadingView;
  unit: string;
  nameOf: (accountId: string) => string | null;
  acts: ReadingActs | null;
}

function Acts({ reading, acts }: { reading: ReadingView; acts: ReadingActs }) {
  const day = useFormat().day(reading.day);
  return (
    <div style={{ display: 'flex', whiteSpace: 'nowrap' }}>
      <Button
        spacing="compact"
        appearance="subtle"
        label={fill(text.correctOf, { day })}
        isDisabled={acts.busy !== null}
        onClick={() => acts.correct(reading)}
      >
        {text.correct}
      </Button>
      <Button
        spacing="compact"
        appearance="subtle"
        label={fill(text.backOf, { day })}
        isDisabled={acts.busy !== null && acts.busy !== reading.day}
        isLoading={acts.busy === reading.day}
        onClick={() => acts.takeBack(reading)}
      >
        {text.back}
      </Button>
    </div>
  );
}

function Note({ note, link }: Pick<ReadingView, 'note' | 'link'>) {
  return (
    <>
      <bdi>{note}</bdi> {link ? <SourceLink link={link} /> : null}
    </>
  );
}

function Row({ reading, unit, nameOf, acts, narrow }: RowProps & { narrow: boolean }) {
  const format = useFormat();
  const { day, value, note, link, by } = reading;
  const corrected = correctedWords(reading, unit, format);
  const name = nameOf(by);
  const buttons = acts ? <Acts reading={reading} acts={acts} /> : null;
  return (
    <tr>
      <th scope="row" style={{ ...cell, whiteSpace: 'nowrap' }}>
        {format.day(day)}
      </th>
      <td style={figure}>
        <span style={{ whiteSpace: 'nowrap' }}>{format.amount(value, unit)}</span>
        {corrected ? <div style={SMALL}>{corrected}</div> : null}
        {narrow ? (
          <div style={{ overflowWrap: 'anywhere' }}>
            <Note note={note} link={link} />
            <div style={SMALL}>{name}</div>
            {buttons}
          </div>
        ) : null}
      </td>
      {narrow ? null : (
        <>
          <td style={words}>
            <Note note={note} link={link} />
          </td>
          <td style={words}>{name ?? '–'}</td>
          {acts ? <td style={cell}>{buttons}</td> : null}
        </>
      )}
    </tr>
  );
}

interface ReadingsTableProps extends Omit<RowProps, 'reading' | 'unit'> {
  goal: GoalView;
}

export function ReadingsTable({ goal, nameOf, acts }: ReadingsTableProps) {
  const { place, narrow } = useNarrow(ROOM);
  const newestFirst = [...goal.readings].reverse();
  const heads: string[] = [columns.day, columns.value];
  if (!narrow) heads.push(columns.note, text.columns.by, ...(acts ? [text.columns.acts] : []));
  return (
    <div ref={place}>
      <table
        style={{ borderCollapse: 'collapse', width: '100%' }}
        aria-label={projectText.goals.readings}
      >
        <thead style={PLAIN}>
          <tr>
            {heads.map((title) => (
              <th key={title} scope="col" style={{ ...cell, ...head }}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={PLAIN}>
          {newestFirst.map((reading) => (
            <Row
              key={reading.day}
              reading={reading}
              unit={goal.unit}
              nameOf={nameOf}
              acts={acts}
              narrow={narrow}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
