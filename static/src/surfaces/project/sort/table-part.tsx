// The table: everything that is not sorted, sorted row by row, in bulk, or by suggestion.
import { useMemo, useRef, useState } from 'react';
import type { OpenProject } from '../../../../../src/contract/procedures';
import type { Sorting } from '../../../../../src/domain/sort';
import { Failure } from '../../../components/failure';
import { Fold } from '../../../components/fold';
import { Stack, Text } from '../../../components/layout';
import { LiveRegion } from '../../../components/live-region';
import { useFormat } from '../../../components/reader';
import { rich } from '../../../components/rich';
import { fill } from '../../../format';
import { sort } from '../../../messages/project-sort';
import { sortTable } from '../../../messages/project-sort-table';
import { valueOfNumber } from '../gather/number-state';
import { choose, type Selection } from '../many/selection';
import { ListPager } from '../list-pager';
import { NumberLink } from '../number-link';
import { formFor } from '../outcome/sentence';
import type { Where } from '../use-numbers';
import type { CardKey } from './card-keys';
import { KeyHelp } from '../key-help';
import { useLookAgain } from './look-again';
import { PlanBox } from './plan-box';
import { isOpen, isStale, savedWords, suggestionWords } from './row-state';
import { suggestedFor, usualRules, valuesOf } from './rules';
import { RulesEditor } from './rules-editor';
import { RunBox, runWords } from './run-box';
import type { SortItem } from './sort-item';
import { unsortedJql, type SortPlace } from './sort-search';
import { SortTable } from './sort-table';
import { TableBar } from './table-bar';
import { hasNextPage, MOST_READ, ROWS_A_PAGE, useList } from './use-list';
import { progressOf, type Step, type Visit } from './visit';

const text = sortTable.table;
const NOTHING: Selection<SortItem> = new Map();

interface TablePartProps {
  where: Where;
  place: SortPlace;
  project: OpenProject;
  visit: Visit;
}

interface Plan {
  steps: readonly Step[];
  without: number;
}

/** The rules that count: saved here, saved before, or the usual ones. */
function useRules(project: OpenProject, visit: Visit, items: readonly SortItem[]) {
  const saved = visit.rules();
  const own = saved === undefined ? project.sortRules : saved;
  const usual = useMemo(
    () =>
      usualRules({
        types: items.map(({ facts, typeName }) => ({ id: facts.typeId, name: typeName })),
        labels: items.flatMap(({ facts }) => facts.labels),
      }),
    [items],
  );
  return { rules: own ?? usual, own: own !== null };
}

export function TablePart({ where, place, project, visit }: TablePartProps) {
  const format = useFormat();
  const { sorter } = visit;
  const list = useList(where, place);
  const { items, total } = list;
  const { rules, own } = useRules(project, visit, items);
  const values = useMemo(() => valuesOf(items, rules), [items, rules]);
  const [page, setPage] = useState(0);
  const [selection, setSelection] = useState(NOTHING);
  const [all, setAll] = useState(false);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [help, setHelp] = useState(false);
  // Once opened they stay, so that folding loses no change that is not saved.
  const [editing, setEditing] = useState({ open: false, ever: false });
  const heading = useRef<HTMLDivElement>(null);
  const again = useLookAgain(where, visit);
  const open = (item: SortItem): boolean =>
    isOpen(sorter.entry(item.id)) && !list.locked.has(item.id);
  // One that was looked at again says something else than its list.
  const current = (item: SortItem): SortItem => sorter.entry(item.id)?.item ?? item;
  // All are chosen once all are read, as far as they are read at once.
  const read = list.whole || items.length >= MOST_READ || list.trouble !== null;
  if (all && read) {
    setAll(false);
    setSelection(choose(selection, items.slice(0, MOST_READ), true, open));
  }
  const chosen = [...selection.values()].filter(open);
  const live: Selection<SortItem> = new Map(chosen.map((item) => [item.id, item]));
  const subjects = chosen.length > 0 ? chosen : items.filter(open);
  const suggested = subjects.flatMap((item) => suggestedFor(item, rules) ?? []);
  const sorted = items.filter(({ id }) => sorter.entry(id)?.now).length;
  const left =
    total.kind === 'known' ? { ...total, value: Math.max(0, total.value - sorted) } : total;
  const run = visit.run();
  const progress = run && progressOf(run, sorter);
  const busy = (progress?.running ?? false) || sorter.blockedBy() !== null;
  const rows = items.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE).map(current);
  const hasNext = hasNextPage(list, page);
  const goTo = (next: number) => {
    setPage(next);
    list.readTo((next + 1) * ROWS_A_PAGE);
  };
  const begin = (steps: readonly Step[], without = 0) => {
    if (steps.length === 0) return;
    setPlan({ steps: steps.map(({ item, to }) => ({ item: current(item), to })), without });
  };
  const leavePlan = () => {
    setPlan(null);
    heading.current?.focus();
  };
  const start = () => {
    if (plan) visit.startRun(plan.steps);
    setSelection(NOTHING);
    leavePlan();
  };
  const onKey = (item: SortItem, key: Exclude<CardKey, { act: 'skip' }>) => {
    if (key.act === 'help') setHelp(!help);
    else if (key.act === 'undo') visit.undo();
    else if (open(item)) visit.give(item, { sort: key.sort });
  };
  const sortChosen = (to: Sorting) => begin(chosen.map((item) => ({ item, to: { sort: to } })));
  const take = () =>
    begin(
      suggested.map(({ item, rule }) => ({ item, to: { sort: rule.sort } })),
      chosen.length > 0 ? chosen.length - suggested.length : 0,
    );
  const stateOf = (item: SortItem): string => {
    const entry = sorter.entry(item.id);
    if (!entry && list.locked.has(item.id)) return text.readOnly;
    return (entry && savedWords(entry)) ?? suggestionWords(item, rules, values);
  };
  const empty = list.whole && items.length === 0;
  return (
    <Stack space="space.150">
      <LiveRegion
        text={run && progress && !progress.running ? runWords(run, progress, format) : ''}
      />
      <div ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
        <Text>
          {empty
            ? text.empty
            : rich(formFor(text.sentence, left), {
                count: (
                  <NumberLink
                    state={left}
                    jql={unsortedJql(place)}
                    what={text.what}
                    onRetry={list.recount}
                  />
                ),
              })}
        </Text>
      </div>
      {run ? <RunBox run={run} visit={visit} /> : null}
      {empty ? null : (
        <>
          <Fold
            title={sortTable.rules.title}
            isOpen={editing.open}
            onToggle={(now) => setEditing(({ ever }) => ({ open: now, ever: ever || now }))}
          >
            {editing.ever ? (
              <RulesEditor
                projectId={place.projectId}
                rules={rules}
                own={own}
                items={items.filter(open)}
                whole={list.whole}
                onSaved={visit.keepRules}
              />
            ) : null}
          </Fold>
          <TableBar
            chosen={chosen.length}
            suggestions={suggested.length}
            total={valueOfNumber(left)}
            readingAll={all ? items.length : null}
            busy={busy}
            onSort={sortChosen}
            onTake={take}
            onAll={() => {
              setAll(true);
              list.readTo(MOST_READ);
            }}
            onStop={() => {
              setAll(false);
              list.stop();
            }}
            onClear={() => setSelection(NOTHING)}
            onHelp={() => setHelp(!help)}
          />
          {items.length >= MOST_READ && !list.whole ? (
            <Text>{fill(text.allMore, { count: format.number(MOST_READ) })}</Text>
          ) : null}
          {help ? (
            <KeyHelp label={sort.card.keys} intro={text.keys.intro} list={text.keys.list} />
          ) : null}
          {plan && !busy ? <PlanBox {...plan} onStart={start} onCancel={leavePlan} /> : null}
          {list.trouble ? (
            <Failure
              title={items.length > 0 ? text.allFailed : text.failed}
              trouble={list.trouble}
              onRetry={list.retry}
            />
          ) : null}
          {rows.length > 0 || list.reading ? (
            <SortTable
              rows={rows}
              placeholders={rows.length === 0 ? 8 : 0}
              selection={live}
              isOpen={open}
              stateOf={stateOf}
              isStale={(item) => isStale(sorter.entry(item.id))}
              looking={again.looking}
              onLook={(item) => void again.look(item)}
              onChoose={(some, on) => setSelection(choose(selection, some, on, open))}
              onKey={onKey}
            />
          ) : null}
          <ListPager
            label={text.pages}
            page={page}
            rowsBefore={page * ROWS_A_PAGE}
            rows={rows.length === 0 ? null : rows.length}
            total={Math.max(valueOfNumber(total) ?? 0, items.length)}
            hasNext={hasNext}
            goTo={goTo}
          />
        </>
      )}
    </Stack>
  );
}
