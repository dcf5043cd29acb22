// What the decisions of this quarter and the last one come to.
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import type { DecisionNumbers } from '../../../../../../src/domain/decision';
import { Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { fill, type Format } from '../../../../format';
import { killLog } from '../../../../messages/project-kill-log';
import { CAPTION, CELL, HEAD, PLAIN, TABLE } from '../../backlog/lane/table-style';
import { SCROLLER } from '../../scroller';
import { quarterNumbers } from './log-rows';

const text = killLog.numbers;

const LINES: readonly { name: string; of: (numbers: DecisionNumbers, format: Format) => string }[] =
  [
    {
      name: text.rate,
      of: ({ killed, decided }, format) =>
        decided === 0
          ? text.none
          : fill(text.rateOf, { killed: format.number(killed), decided: format.number(decided) }),
    },
    { name: text.reversed, of: ({ reversed }, format) => format.number(reversed) },
    {
      name: text.effort,
      of: ({ releasedEffort, withEffort }, format) =>
        withEffort === 0
          ? text.none
          : fill(text.effortOf, {
              sum: format.number(releasedEffort),
              count: format.number(withEffort),
            }),
    },
    {
      name: text.days,
      of: ({ medianDays }, format) => (medianDays === null ? text.none : format.number(medianDays)),
    },
  ];

interface NumbersTableProps {
  views: readonly DecisionView[];
  project: OpenProject;
}

export function NumbersTable({ views, project }: NumbersTableProps) {
  const format = useFormat();
  const { now, before } = quarterNumbers(views, project.today, project.rules.timeZone);
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
                <td style={CELL}>{of(now, format)}</td>
                <td style={CELL}>{of(before, format)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {unwritten > 0 ? <Text as="p">{format.plural(killLog.unwritten, unwritten)}</Text> : null}
    </>
  );
}
