// The three shares of a draw, each in words and as a thin line, beside those of the quarter before.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import { SORTINGS, type Sorting } from '../../../../../src/domain/sort';
import { useFormat } from '../../../components/reader';
import { fill, type Format } from '../../../format';
import { sort } from '../../../messages/project-sort';
import { SCROLLER } from '../scroller';
import { CELL, HEAD, PLAIN, SMALL } from '../backlog/lane/table-style';
import { changeOf, intervalOf, type Shares } from './shares';

const text = sort.shares;

/** Under this the count is said before the share: a share of few is hardly one. */
const FEW = 10;

const TRACK: CSSProperties = {
  position: 'relative',
  height: '6px',
  marginTop: token('space.050'),
  borderRadius: '3px',
  backgroundColor: token('color.background.neutral'),
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "Between 8 % and 31 % moved something", and of how many that was heard; few are counted first. */
export function shareWords(shares: Shares, sorting: Sorting, format: Format): [string, string] {
  const { count, known } = shares;
  const interval = intervalOf(shares, sorting);
  const did = sort.did[sorting];
  const share = format.share(known === 0 ? 0 : count[sorting] / known);
  const of = { k: format.number(count[sorting]), n: format.number(known), share, did };
  if (!interval) return [capital(fill(text.exact, of)), fill(text.ofAll, of)];
  const ends = { low: format.share(interval[0]), high: format.share(interval[1]), did };
  return known < FEW
    ? [fill(text.few, of), fill(text.fewBetween, ends)]
    : [fill(text.between, ends), fill(text.ofKnown, of)];
}

function Range({ shares, sorting }: { shares: Shares; sorting: Sorting }) {
  const [low, high] = intervalOf(shares, sorting) ?? [0, shares.count[sorting] / shares.known];
  return (
    <div aria-hidden="true" style={TRACK}>
      <div
        style={{
          position: 'absolute',
          insetBlock: 0,
          left: `${low * 100}%`,
          width: `max(2px, ${(high - low) * 100}%)`,
          borderRadius: '3px',
          backgroundColor: token('color.background.accent.blue.bolder'),
        }}
      />
    </div>
  );
}

function Share({ shares, sorting }: { shares: Shares; sorting: Sorting }) {
  const format = useFormat();
  const [words, of] = shareWords(shares, sorting, format);
  return (
    <>
      <div>{words}</div>
      <span style={SMALL}>{of}</span>
      <Range shares={shares} sorting={sorting} />
    </>
  );
}

interface ShareLinesProps {
  shares: Shares;
  /** Null where the quarter before has nothing to compare with. */
  before: Shares | null;
}

export function ShareLines({ shares, before }: ShareLinesProps) {
  return (
    <div style={{ ...SCROLLER, minWidth: 0 }}>
      <table style={{ width: '100%', borderCollapse: 'collapse', margin: 0 }}>
        <thead style={PLAIN}>
          <tr>
            {[text.column.what, text.column.now].map((name) => (
              <th key={name} scope="col" style={HEAD}>
                {name}
              </th>
            ))}
            {before ? (
              <>
                <th scope="col" style={HEAD}>
                  {text.column.before}
                </th>
                <th scope="col" style={HEAD}>
                  {text.column.change}
                </th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody style={PLAIN}>
          {SORTINGS.map((sorting) => (
            <tr key={sorting}>
              <th scope="row" style={CELL}>
                {sort.sorting[sorting]}
              </th>
              <td style={{ ...CELL, minWidth: '200px' }}>
                <Share shares={shares} sorting={sorting} />
              </td>
              {before ? (
                <>
                  <td style={{ ...CELL, minWidth: '200px' }}>
                    <Share shares={before} sorting={sorting} />
                  </td>
                  <td style={CELL}>{text.change[changeOf(shares, before, sorting)]}</td>
                </>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
