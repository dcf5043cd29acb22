// One page to print: by goal what was shipped for it, and what moved.
import { useMemo, type ReactNode } from 'react';
import type { GoalView } from '../../../../../src/contract/goals';
import { dayOf } from '../../../../../src/domain/days';
import { goalSentence } from '../../../components/goal-summary';
import { Button } from '../../../components/button';
import { Inline } from '../../../components/layout';
import { ItemLink } from '../../../components/text-link';
import { useFormat } from '../../../components/reader';
import { rich } from '../../../components/rich';
import { fill, type Format } from '../../../format';
import { files } from '../../../messages/project-files';
import { project as projectText } from '../../../messages/project';
import type { EffortUnit } from '../gather/effort';
import { isKnown, valueOfNumber, type NumberState } from '../gather/number-state';
import { goalsOfWindow } from '../goals/goal-list';
import { goalReports, readingsOfTime, type GoalReport } from './goal-report';
import type { OutcomeTabProps } from './outcome-tab';
import { whenPhrase } from './finished-line';
import { firstLine } from './sentence';
import { unaimedResults } from './unaimed-results';
import { useEstimatedItems } from './use-estimated-items';
import './print.css';

const text = files.print;

/** Goals that fit on one page, and how many items each names beside so many of them. */
const GOALS_A_PAGE = 3;
const itemsOfEach = (goals: number): number => ({ 1: 24, 2: 10 })[goals] ?? 4;

/** A number as text; print has no links and no placeholders. */
function written(state: NumberState | undefined, format: Format): string {
  const value = valueOfNumber(state);
  if (value === null) return files.output.notCounted;
  const number = format.number(value);
  return isKnown(state) && state.about ? `${projectText.number.about} ${number}` : number;
}

interface GoalBlockProps {
  goal: GoalView;
  days: { from: string; to: string };
  zone: string;
  aimed: string;
  /** So many items are named. */
  most: number;
  unit: EffortUnit | null;
  /** Null where items were counted and not listed. */
  report: GoalReport | null;
}

function GoalBlock({ goal, days, zone, aimed, most, unit, report }: GoalBlockProps) {
  const format = useFormat();
  const { start, end } = readingsOfTime(goal, days);
  const value = (reading: { value: number; day: string } | null): string =>
    reading
      ? `${format.amount(reading.value, goal.unit)} (${format.shortDay(reading.day)})`
      : fill(text.baseline, { value: format.amount(goal.baseline, goal.unit) });
  const effort = report?.effort;
  const spent = effort && [
    fill(text.effort[effort.unit], { value: format.number(effort.value) }),
    ...(effort.without > 0 ? [format.plural(text.without, effort.without)] : []),
  ];
  const facts: [string, string][] = [
    [unit ? text.shippedBy[unit] : text.column.shipped, aimed],
    [text.column.effort, spent ? spent.join(', ') : text.noEffort],
    [`${goal.metric}, ${text.column.start}`, value(start)],
    [`${goal.metric}, ${text.column.now}`, value(end)],
  ];
  const items = report?.items ?? [];
  const more = items.length - most;
  return (
    <section className="lp-print-goal">
      <h2>{goalSentence(goal)}</h2>
      <dl>
        {facts.map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      {report ? (
        <p>
          {fill(text.results, {
            moved: format.number(report.results.moved),
            flat: format.number(report.results.flat),
            unclear: format.number(report.results.unclear),
            open: format.number(report.results.open),
          })}
        </p>
      ) : null}
      {items.length > 0 ? (
        <table aria-label={goal.metric}>
          <thead>
            <tr>
              <th scope="col">{text.key}</th>
              <th scope="col">{text.finished}</th>
              <th scope="col">{text.result}</th>
            </tr>
          </thead>
          <tbody>
            {items.slice(0, most).map(({ item, result }) => (
              <tr key={item.facts.id}>
                <td>
                  <ItemLink itemKey={item.facts.key} /> {item.summary}
                </td>
                <td>{format.shortDay(dayOf(item.facts.categoryChanged, zone))}</td>
                <td>{result ? files.items.result[result] : text.noResult}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {more > 0 ? <p className="lp-print-more">{format.plural(text.more, more)}</p> : null}
    </section>
  );
}

interface PrintViewProps extends OutcomeTabProps {
  onLeave: () => void;
}

export function PrintView(props: PrintViewProps): ReactNode {
  const { where, project, projectKey, address, today, model, onLeave } = props;
  const format = useFormat();
  const { from, to } = address;
  const { report, narrowing } = model;
  const { numbers, items, mode } = report;
  const goals = goalsOfWindow(project.goals, { from, to }).filter(
    ({ id }) => narrowing.goal === undefined || id === narrowing.goal,
  );
  const estimated = useEstimatedItems(where, model, true);
  const listed = estimated.items ?? items;
  const reports = useMemo(
    () => (listed ? goalReports(listed, where.frame) : null),
    [listed, where.frame],
  );
  const unit = report.effort?.unit ?? null;
  const unaimed = unaimedResults(numbers);
  const none: GoalReport = {
    items: [],
    effort: null,
    results: { moved: 0, flat: 0, unclear: 0, open: 0 },
  };
  const line = firstLine(numbers, whenPhrase({ from, to }, today, format), {
    withGoals: project.goals.length > 0,
    unit,
  });
  const number = (name: keyof typeof numbers) => written(numbers[name], format);
  return (
    <div className="lp-print">
      <div className="lp-print-bar">
        <Inline space="space.100">
          <Button onClick={onLeave}>{text.back}</Button>
          <Button appearance="primary" onClick={() => window.print()}>
            {text.print}
          </Button>
          {report.reading || mode === null ? <span>{text.waiting}</span> : null}
          {goals.length > GOALS_A_PAGE ? (
            <span>{fill(text.manyGoals, { count: format.number(goals.length) })}</span>
          ) : null}
        </Inline>
      </div>
      <article className="lp-paper">
        <header>
          <p>
            {projectKey} · {fill(text.goalDays, { from: format.day(from), to: format.day(to) })}
          </p>
          <h1>{text.title}</h1>
          <p className="lp-print-line">
            {rich(line, {
              output: number('output'),
              aimed: number('aimed'),
              before: number('aimedBefore'),
              moved: number('band.moved'),
            })}
          </p>
        </header>
        {goals.length === 0 ? <p>{text.noGoals}</p> : null}
        {goals.map((goal) => (
          <GoalBlock
            key={goal.id}
            goal={goal}
            days={{ from, to }}
            zone={where.zone}
            aimed={number(`goal.${goal.id}`)}
            most={itemsOfEach(goals.length)}
            unit={unit}
            report={reports ? (reports.get(goal.id) ?? none) : null}
          />
        ))}
        <footer>
          <p>
            {fill(
              unit ? text.restBy[unit] : format.plural(text.rest, valueOfNumber(unaimed) ?? 0),
              {
                unaimed: written(unaimed, format),
                moved: number('movedUnaimed'),
                run: number('band.run'),
                unsorted: number('band.unsorted'),
                output: number('output'),
              },
            )}
          </p>
          <p>
            {fill(unit ? text.undeliveredBy[unit] : text.undelivered, {
              undelivered: number('undelivered'),
            })}
          </p>
          {mode === 'counted' ? <p>{text.itemsCounted}</p> : null}
          <p>{fill(text.made, { day: format.day(today) })}</p>
        </footer>
      </article>
    </div>
  );
}
