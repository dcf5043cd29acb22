// The three shares of a draw, each in words and as a thin line, beside those of the quarter before.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import { SORTINGS, type Sorting } from '../../../../../src/domain/sort';
import { useFormat } from '../../../components/reader';
import { CELL, HEAD, PLAIN, SMALL_BLOCK, TABLE } from '../../../components/table-style';
import { fill, type Format } from '../../../format';
import { sort } from '../../../messages/project-sort';
import { useNarrow } from '../use-narrow';
import { changeOf, intervalOf, isCount, toldOf, type Shares } from './shares';

const text = sort.shares;

const TRACK: CSSProperties = {
  position: 'relative',
  height: '6px',
  marginTop: token('space.050'),
  borderRadius: '3px',
  backgroundColor: token('color.background.neutral'),
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "11 of the 29 that have been told: between 23 % and 56 % moved something"; few are only counted. */
function shareWords(shares: Shares, sorting: Sorting, format: Format): [string, string] {
  const { count } = shares;
  const told = toldOf(shares);
  const interval = intervalOf(shares, sorting);
  const did = sort.did[sorting];
  const share = format.share(told === 0 ? 0 : count[sorting] / told);
  const of = { k: format.number(count[sorting]), n: format.number(told), share, did };
  if (isCount(shares)) return [capital(fill(text.exact, of)), fill(text.ofAll, of)];
  if (!interval) return [fill(text.few, of), text.tooFew];
  const ends = { low: format.share(interval[0]), high: format.share(interval[1]), did };
  return [fill(text.between, { ...of, ...ends }), fill(text.ofTold, of)];
}

function Range({ shares, sorting }: { shares: Shares; sorting: Sorting }) {
  const interval = intervalOf(shares, sorting);
  if (!interval && !isCount(shares)) return null;
  const [low, high] = interval ?? [0, shares.count[sorting] / toldOf(shares)];
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
      <span style={SMALL_BLOCK}>{of}</span>
      <Range shares={shares} sorting={sorting} />
    </>
  );
}

interface ShareLinesProps {
  shares: Shares;
  /** Null as long as the draw of the quarter before can't be compared with. */
  before: Shares | null;
}

interface RowProps extends ShareLinesProps {
  sorting: Sorting;
  /** There is no room for all columns: the quarter before stands below. */
  narrow: boolean;
}

function Row({ shares, before, sorting, narrow }: RowProps) {
  const format = useFormat();
  const changed = before && changeOf(shares, before, sorting);
  const change = changed ? text.change[changed] : text.change.few;
  return (
    <tr>
      <th scope="row" style={CELL}>
        {sort.sorting[sorting]}
      </th>
      <td style={CELL}>
        <Share shares={shares} sorting={sorting} />
        {narrow && before ? (
          <div style={{ marginTop: token('space.050') }}>
            <span style={SMALL_BLOCK}>
              {`${text.column.before}: ${shareWords(before, sorting, format).join(', ')}: ${change}`}
            </span>
          </div>
        ) : null}
      </td>
      {before && !narrow ? (
        <>
          <td style={CELL}>
            <Share shares={before} sorting={sorting} />
          </td>
          <td style={CELL}>{change}</td>
        </>
      ) : null}
    </tr>
  );
}

const { what, now, before: earlier, change: difference } = text.column;

/** A column's name, and beside the shares in it the bets that are in none of them. */
function Head({ name, of }: { name: string; of: Shares | null }) {
  const format = useFormat();
  return (
    <>
      {name}
      {of && of.waiting > 0 ? (
        <div style={SMALL_BLOCK}>{format.plural(text.waiting, of.waiting)}</div>
      ) : null}
    </>
  );
}

export function ShareLines({ shares, before }: ShareLinesProps) {
  const { place, narrow } = useNarrow(640);
  const columns = before && !narrow ? [what, now, earlier, difference] : [what, now];
  const width = (at: number): string => (at === 0 ? (narrow ? '30%' : '18%') : 'auto');
  return (
    <div ref={place}>
      <table style={TABLE}>
        <thead style={PLAIN}>
          <tr>
            {columns.map((name, at) => (
              <th key={name} scope="col" style={{ ...HEAD, width: width(at) }}>
                <Head name={name} of={at === 1 ? shares : at === 2 ? before : null} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={PLAIN}>
          {SORTINGS.map((sorting) => (
            <Row key={sorting} {...{ shares, before, sorting, narrow }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
