// Sorting what was shipped: a sample first, then a table for all of it.
import { useEffect, useMemo, useRef, useState } from 'react';
import { token } from '@atlaskit/tokens';
import type { OpenProject } from '../../../../../src/contract/procedures';
import type { Day } from '../../../../../src/domain/days';
import type { Filter, Stream } from '../../../../../src/domain/filter';
import { Button } from '../../../components/button';
import { SMALL } from '../../../components/field';
import { Inline, Stack } from '../../../components/layout';
import { Notice } from '../../../components/notice';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { sort as text } from '../../../messages/project-sort';
import type { Days } from '../address';
import { Tabs } from '../tabs';
import type { Where } from '../use-numbers';
import { SamplePart } from './sample-part';
import type { SortPlace } from './sort-search';
import type { Sorter } from './sorter';
import { TablePart } from './table-part';
import { useVisit, visitOf } from './visit';

export interface SortViewProps {
  where: Where;
  project: OpenProject;
  days: Days;
  today: Day;
  filter: Filter;
  streams: readonly Stream[];
  onLeave: () => void;
  /** Sortings were saved. */
  onChanged: () => void;
}

const PARTS = ['sample', 'table'] as const;
type PartName = (typeof PARTS)[number];

/** Tells the page once what was saved, also what is saved after the view is left. */
function useChanges(sorter: Sorter, onChanged: () => void): void {
  const [told] = useState(() => ({ saves: sorter.saves() }));
  const tell = useRef(onChanged);
  tell.current = onChanged;
  useEffect(() => {
    const look = () => {
      if (sorter.isBusy() || sorter.saves() === told.saves) return;
      told.saves = sorter.saves();
      tell.current();
    };
    const stop = sorter.subscribe(look);
    return () => {
      stop();
      void sorter.idle().then(look);
    };
  }, [sorter, told]);
}

function Blocked({ sorter }: { sorter: Sorter }) {
  const item = sorter.blockedBy();
  if (!item) return null;
  return (
    <div role="alert">
      <Notice look="error" title={text.blocked.title}>
        <Stack space="space.100" alignInline="start">
          <span>{fill(text.blocked.text, { key: item.facts.key })}</span>
          <Button onClick={sorter.unblock}>{text.blocked.goOn}</Button>
        </Stack>
      </Notice>
    </div>
  );
}

export function SortView(props: SortViewProps) {
  const { where, project, days, today, filter, streams, onLeave, onChanged } = props;
  const { projectId, zone, frame } = where;
  const { goalId, stream, typeId, label } = filter;
  const { from, to } = days;
  const format = useFormat();
  const [part, setPart] = useState<PartName>('sample');
  const place = useMemo<SortPlace>(
    () => ({
      ...{ projectId, zone, frame, streams },
      days: { from, to },
      filter: { goalId, stream, typeId, label },
    }),
    [projectId, zone, frame, streams, from, to, goalId, stream, typeId, label],
  );
  const visit = visitOf(projectId);
  useVisit(visit);
  useChanges(visit.sorter, onChanged);
  const isFiltered = [goalId, stream, typeId, label].some((value) => value !== undefined);
  const shared = { where, place, project, today, visit };
  return (
    <Stack space="space.150">
      <Inline space="space.150">
        <Button onClick={onLeave}>{text.back}</Button>
        <h2 style={{ font: token('font.heading.medium'), margin: 0 }}>{text.title}</h2>
      </Inline>
      <span style={SMALL}>
        {fill(text.window, { from: format.day(from), to: format.day(to) })}{' '}
        {isFiltered ? text.filtered : ''}
      </span>
      <Blocked sorter={visit.sorter} />
      <Tabs
        label={text.partsLabel}
        tabs={PARTS.map((name) => ({ name, title: text.parts[name] }))}
        selected={part}
        onSelect={setPart}
      >
        {part === 'sample' ? <SamplePart {...shared} /> : <TablePart {...shared} />}
      </Tabs>
    </Stack>
  );
}
