// Parents that go on without an answer, with their open children and what was finished lately. They
// are answered in place, or decided on like items.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import { Failure } from '../../../../components/failure';
import { Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { rich } from '../../../../components/rich';
import { SkeletonStack } from '../../../../components/skeleton';
import { fill } from '../../../../format';
import { killLingering as text } from '../../../../messages/project-kill-offer';
import { valueOfNumber } from '../../gather/number-state';
import { NumberLink } from '../../number-link';
import { formFor } from '../../outcome/sentence';
import { Section } from '../../section';
import type { Where } from '../../use-numbers';
import { useTotal } from '../../use-total';
import { focusRow } from '../focus-row';
import { ROW } from '../kill-row';
import { ListPager } from '../../list-pager';
import type { KillModel } from '../use-kill';
import { LingeringRow } from './lingering-row';
import { countLingering, lingeringJql, ROWS_A_PAGE, type LingeringPlace } from './lingering-search';
import { useLingering } from './use-lingering';

interface LingeringParentsProps {
  model: KillModel;
  project: OpenProject;
  where: Where;
  /** The project's types above the standard level. */
  aboveTypeIds: readonly string[];
  /** What ages are told by, milliseconds. */
  now: number;
}

interface ListedProps extends Omit<LingeringParentsProps, 'aboveTypeIds' | 'now'> {
  place: LingeringPlace;
}

const tall = (rows: number) => Array.from({ length: rows }, () => '72px');

function Listed({ model, project, where, place }: ListedProps) {
  const { total, recount } = useTotal(where, place, countLingering);
  const list = useLingering(where, place);
  const root = useRef<HTMLUListElement>(null);
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const known = valueOfNumber(total);
  const { rows } = list;
  const { want, isKnown } = model.candidates;
  useEffect(() => want((rows ?? []).map(({ id }) => id)), [want, rows]);
  if (list.trouble)
    return <Failure title={text.failed} trouble={list.trouble} onRetry={list.retry} />;
  if (list.page === 0 && rows?.length === 0) return <Text as="p">{text.none}</Text>;
  const own: KillModel = {
    ...model,
    barrierOf: ({ id }) => {
      if (!project.may.decide) return 'member';
      if (!isKnown([id])) return 'reading';
      return rows?.some((row) => row.id === id && row.locked) ? 'locked' : null;
    },
    fixed: (mended) => {
      model.fixed(mended);
      if (mended.done.fix === 'answer')
        setAnswered((before) => new Set([...before, mended.candidate.id]));
    },
  };
  const move = (row: HTMLElement, by: 1 | -1): void => {
    const shown = [...(root.current?.querySelectorAll<HTMLElement>(ROW) ?? [])];
    focusRow(shown[shown.indexOf(row) + by] ?? row);
  };
  return (
    <>
      <Text as="p">
        {rich(formFor(text.sentence, total), {
          count: (
            <NumberLink
              state={total}
              jql={lingeringJql(place)}
              what={text.what}
              onRetry={recount}
              first
            />
          ),
        })}
      </Text>
      {rows ? (
        <ul ref={root} aria-label={text.title} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {rows.map((row) => (
            <LingeringRow
              key={row.id}
              candidate={row}
              list={list}
              model={own}
              project={project}
              where={where}
              isAnswered={answered.has(row.id)}
              onDecided={(element) => move(element, 1)}
              onMove={move}
            />
          ))}
        </ul>
      ) : (
        <SkeletonStack heights={tall(Math.min(ROWS_A_PAGE, known ?? 5))} />
      )}
      <ListPager
        label={text.pages}
        page={list.page}
        rowsBefore={list.page * ROWS_A_PAGE}
        rows={rows?.length ?? null}
        total={known}
        hasNext={list.hasNext}
        goTo={list.goTo}
      />
    </>
  );
}

export function LingeringParents(props: LingeringParentsProps) {
  const { model, project, where, aboveTypeIds: typeIds, now } = props;
  const format = useFormat();
  const { projectId, zone, frame } = where;
  const { today } = project;
  const place = useMemo<LingeringPlace>(
    () => ({ projectId, zone, frame, typeIds, today, now }),
    [projectId, zone, frame, typeIds, today, now],
  );
  // A project without types above the standard level has no parents at all.
  if (typeIds.length === 0) return null;
  return (
    <Section title={text.title}>
      <Text as="p">{fill(text.text, { days: format.number(frame.rules.flagAfterDays) })}</Text>
      <Listed model={model} project={project} where={where} place={place} />
    </Section>
  );
}
