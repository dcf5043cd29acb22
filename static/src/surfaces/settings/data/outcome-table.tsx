// What a file changes, part by part, and the rows that are not taken.
import { DATA_SECTIONS, NO_ROWS } from '../../../../../src/domain/data';
import { SMALL } from '../../../components/field';
import { useFormat } from '../../../components/reader';
import { SCROLLER } from '../../../components/scroller';
import { fill } from '../../../format';
import { settingsData } from '../../../messages/settings-data';
import { CELL, HEAD, TABLE } from '../../../components/table-style';
import type { FileOutcome, Refusal } from './import-run';

const text = settingsData.import;

export function OutcomeTable({ outcome }: { outcome: FileOutcome }) {
  const format = useFormat();
  const heads = [text.part, text.added, text.same, text.other, text.refused];
  const sections = DATA_SECTIONS.filter((section) => outcome.sections[section] !== undefined);
  return (
    <div style={SCROLLER}>
      <table aria-label={text.would} style={TABLE}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" style={HEAD}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sections.map((section) => {
            const { added, same, kept, refused } = outcome.sections[section] ?? NO_ROWS;
            return (
              <tr key={section}>
                <th scope="row" style={CELL}>
                  {settingsData.section[section]}
                </th>
                {[added, same, kept, refused].map((count, at) => (
                  <td key={heads[at + 1]} style={CELL}>
                    {format.number(count)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Rows that are shown one by one. */
const SHOWN = 20;

export function Refusals({ refused }: { refused: readonly Refusal[] }) {
  const format = useFormat();
  if (refused.length === 0) return null;
  return (
    <div>
      <ul aria-label={text.why} style={{ margin: 0 }}>
        {refused.slice(0, SHOWN).map(({ line, section, why }) => (
          <li key={line}>
            {fill(text.line, {
              line: format.number(line),
              section: settingsData.section[section],
              why,
            })}
          </li>
        ))}
      </ul>
      {refused.length > SHOWN ? (
        <span style={SMALL}>{format.plural(text.more, refused.length - SHOWN)}</span>
      ) : null}
    </div>
  );
}
