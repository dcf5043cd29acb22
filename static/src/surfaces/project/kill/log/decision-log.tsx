// The record of the kill list: what rests, what was decided, what was taken back, who did what.
import { useState } from 'react';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import { DECISION_KINDS } from '../../../../../../src/domain/decision';
import type { Standing } from '../../../../../../src/usecases/applying/take-back';
import { Button } from '../../../../components/button';
import { Failure } from '../../../../components/failure';
import { Field } from '../../../../components/field';
import { Inline, Stack, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { Select } from '../../../../components/select';
import { SkeletonStack } from '../../../../components/skeleton';
import { useNames } from '../../../../forge';
import { fill } from '../../../../format';
import { killApply } from '../../../../messages/project-kill-apply';
import { killLog as text } from '../../../../messages/project-kill-log';
import type { EffortUnit } from '../../gather/effort';
import { Section } from '../../section';
import type { Where } from '../../use-numbers';
import { Lines, Progress, toldOf } from '../apply/run-lines';
import { usePorts, useRunner } from '../apply/use-runner';
import { ListPager } from '../../list-pager';
import { ActsView } from './acts-view';
import { fits, logRows, type LogFilter, type LogKind, type LogRow } from './log-rows';
import { LogTable, whoWords, type NameOf } from './log-table';
import { NumbersTable } from './numbers-table';
import { useItemNames } from '../item-names';
import { useLog, type Log } from './use-log';

export const LOG_VIEWS = ['parked', 'decided', 'reversed', 'acts'] as const;
export type LogView = (typeof LOG_VIEWS)[number];

const PAGE = 20;
const ALL: LogFilter = { kind: '', person: '' };
const TALL = ['120px', '320px'] as const;

interface DecisionLogProps {
  project: OpenProject;
  projectKey: string;
  where: Where;
  view: LogView;
  /** Of the efforts; null while no item of the list has one. */
  unit: EffortUnit | null;
  /** Goes to another view; null to the kill list itself. */
  change: (view: LogView | null) => void;
  /** What is kept of an item has changed. */
  onRecorded: (view: DecisionView) => void;
}

/** The ways between the kill list and its record; `view` null on the list itself. */
export function LogLinks({
  view,
  change,
}: {
  view: LogView | null;
  change: DecisionLogProps['change'];
}) {
  return (
    <nav aria-label={text.views}>
      <Inline space="space.100">
        {view === null ? null : (
          <Button appearance="subtle" onClick={() => change(null)}>
            {text.back}
          </Button>
        )}
        {LOG_VIEWS.map((name) => (
          <Button key={name} isCurrent={name === view} onClick={() => change(name)}>
            {text.title[name]}
          </Button>
        ))}
      </Inline>
    </nav>
  );
}

interface FilterRowProps {
  filter: LogFilter;
  people: readonly string[];
  nameOf: NameOf;
  set: (filter: LogFilter) => void;
}

function FilterRow({ filter, people, nameOf, set }: FilterRowProps) {
  const kinds = DECISION_KINDS.map((kind) => ({ value: kind, label: text.kind[kind] }));
  const all = { value: '', label: text.filter.all };
  return (
    <Inline space="space.150">
      <Field label={text.filter.kind}>
        {(control) => (
          <Select
            control={control}
            options={[all, ...kinds]}
            value={filter.kind}
            onChange={(value) =>
              set({ ...filter, kind: DECISION_KINDS.find((kind) => kind === value) ?? '' })
            }
          />
        )}
      </Field>
      <Field label={text.filter.person}>
        {(control) => (
          <Select
            control={control}
            options={[all, ...people.map((id) => ({ value: id, label: whoWords(id, nameOf) }))]}
            value={filter.person}
            onChange={(person) => set({ ...filter, person })}
          />
        )}
      </Field>
    </Inline>
  );
}

/** One of the tables; another view begins on its first page. */
function LogPart({ kind, log, ...props }: DecisionLogProps & { kind: LogKind; log: Log }) {
  const { project, where, onRecorded } = props;
  const format = useFormat();
  const [filter, setFilter] = useState(ALL);
  const [page, setPage] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ports = usePorts();
  const { runner, view } = useRunner(project.projectId, {
    onEntry: () => undefined,
    onView: (one) => {
      log.take(one);
      onRecorded(one);
    },
  });
  const all = logRows(log.views ?? [], kind);
  const rows = kind === 'decided' ? all.filter((row) => fits(row, filter)) : all;
  const shown = rows.slice(page * PAGE, (page + 1) * PAGE);
  const names = useItemNames(
    where,
    shown.map(({ itemId }) => itemId),
  );
  const people = [...new Set(all.map(({ decided }) => decided.by))];
  const nameOf = useNames(all.flatMap(({ decided, ended }) => [decided.by, ended?.by ?? '']));
  const standingOf = ({ itemId, standing }: LogRow): Standing[] => {
    const itemKey = names.get(itemId)?.key;
    return standing && itemKey !== undefined ? [{ itemId, itemKey, view: standing }] : [];
  };
  const back = (list: readonly LogRow[]): void => {
    if (!ports) return;
    setChosen(new Set());
    runner.close();
    runner.back(list.flatMap(standingOf), ports);
  };
  const chosenRows = shown.filter(({ itemId, standing }) => standing && chosen.has(itemId));
  const run = view?.what === 'back' ? view : null;
  const summaryOf = (itemId: string): string | undefined => names.get(itemId)?.summary;
  return (
    <>
      {run ? (
        <Section title={format.plural(killApply.done.backTitle, run.lines.length)}>
          {run.running ? <Progress view={run} stop={runner.stop} /> : null}
          <Lines lines={run.lines.map((line) => toldOf(line, format))} summaryOf={summaryOf} />
          {run.running ? null : (
            <Inline space="space.100">
              <Button onClick={runner.close}>{killApply.done.clear}</Button>
            </Inline>
          )}
        </Section>
      ) : null}
      {kind === 'decided' && all.length > 0 ? (
        <FilterRow
          filter={filter}
          people={people}
          nameOf={nameOf}
          set={(next) => {
            setFilter(next);
            setPage(0);
          }}
        />
      ) : null}
      {chosenRows.length > 0 ? (
        <Inline space="space.100">
          <Button appearance="primary" onClick={() => back(chosenRows)}>
            {format.plural(kind === 'parked' ? text.chosen : text.backChosen, chosenRows.length)}
          </Button>
        </Inline>
      ) : null}
      {rows.length === 0 ? (
        <Text as="p">{all.length === 0 ? text.none[kind] : text.noneLeft}</Text>
      ) : (
        <LogTable
          kind={kind}
          rows={shown}
          names={names}
          nameOf={nameOf}
          mayDecide={project.may.decide && view?.running !== true}
          chosen={chosen}
          choose={(itemId, on) => {
            const next = new Set(chosen);
            if (on) next.add(itemId);
            else next.delete(itemId);
            setChosen(next);
          }}
          takeBack={(row) => back([row])}
        />
      )}
      <ListPager
        label={text.pages}
        page={page}
        rowsBefore={page * PAGE}
        rows={shown.length}
        total={rows.length}
        hasNext={(page + 1) * PAGE < rows.length}
        goTo={setPage}
      />
    </>
  );
}

export function DecisionLog(props: DecisionLogProps) {
  const { project, view, change } = props;
  const log = useLog(project.projectId);
  const { views, isCut, trouble, again } = log;
  const format = useFormat();
  return (
    <Stack space="space.200">
      <LogLinks view={view} change={change} />
      <Section title={text.title[view]}>
        {trouble ? <Failure title={text.failed} trouble={trouble} onRetry={again} /> : null}
        {views === null && !trouble && view !== 'acts' ? <SkeletonStack heights={TALL} /> : null}
        {views && view !== 'acts' ? (
          <>
            {isCut ? (
              <Text as="p">{fill(text.partly, { count: format.number(views.length) })}</Text>
            ) : null}
            <NumbersTable views={views} unit={props.unit} project={project} />
            <LogPart key={view} {...props} kind={view} log={log} />
          </>
        ) : null}
        {view === 'acts' ? <ActsView {...props} /> : null}
      </Section>
    </Stack>
  );
}
