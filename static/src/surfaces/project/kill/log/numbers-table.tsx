// What the decisions of this quarter and the last one come to.
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import type { DecisionNumbers } from '../../../../../../src/domain/decision';
import { Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { SCROLLER } from '../../../../components/scroller';
import type { Format } from '../../../../format';
import { killLog } from '../../../../messages/project-kill-log';
import type { EffortUnit } from '../../gather/effort';
import { CAPTION, CELL, HEAD, PLAIN, TABLE } from '../../../../components/table-style';
import { effortWords } from '../decision-words';
import { quarterNumbers, unitOf } from './log-rows';

const text = killLog.numbers;

interface NumberLine {
  name: string;
  of: (numbers: DecisionNumbers, format: Format, unit: EffortUnit | null) => string;
}

const LINES: readonly NumberLine[] = [
  {
    name: text.rate,
    of: ({ killed, decided }, format) =>
      decided === 0
        ? text.none
        : format.plural(text.rateOf, decided, { killed: format.number(killed) }),
  },
  { name: text.reversed, of: ({ reversed }, format) => format.number(reversed) },
  {
    name: text.effort,
    of: ({ releasedEffort, withEffort }, format, unit) =>
      withEffort === 0
        ? text.none
        : format.plural(text.effortOf, withEffort, {
            // Without candidates that have an estimate nothing says what it was given in.
            sum:
              unit === null
                ? format.number(releasedEffort)
                : effortWords(releasedEffort, unit, format),
          }),
  },
  {
    name: text.days,
    of: ({ medianDays }, format) => (medianDays === null ? text.none : format.number(medianDays)),
  },
];

interface NumbersTableProps {
  views: readonly DecisionView[];
  /** Of the efforts; null while no item of the list has one. */
  unit: EffortUnit | null;
  project: OpenProject;
}

export function NumbersTable({ views, project, ...props }: NumbersTableProps) {
  const format = useFormat();
  // What it was given in then; today's candidates may have no estimate at all.
  const unit = unitOf(views) ?? props.unit;
  const { now, before } = quarterNumbers(views, project.today, project.rules.timeZone);
  const offered = now.offered + before.offered;
  const unwritten = views.filter((view) => !view.written).length;
  return (
    <>
      <div style={SCROLLER}>
        <table style={{ ...TABLE, maxWidth: '640px' }}>
          <caption style={CAPTION}>{text.title}</caption>
          <thead style={PLAIN}>
            <tr>
              <td style={HEAD} />
              <th scope="col" style={HEAD}>
                {text.quarter}
              </th>
              <th scope="col" style={HEAD}>
                {text.last}
              </th>
            </tr>
          </thead>
          <tbody style={PLAIN}>
            {LINES.map(({ name, of }) => (
              <tr key={name}>
                <th scope="row" style={CELL}>
                  {name}
                </th>
                <td style={CELL}>{of(now, format, unit)}</td>
                <td style={CELL}>{of(before, format, unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {offered > 0 ? <Text as="p">{format.plural(text.offered, offered)}</Text> : null}
      {unwritten > 0 ? <Text as="p">{format.plural(killLog.unwritten, unwritten)}</Text> : null}
    </>
  );
}
