// The list of old items and what is said for all of them.
import { useEffect, useState } from 'react';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import { addDays } from '../../../../../../src/domain/days';
import { Button } from '../../../../components/button';
import { Failure, troubleOf, type Trouble } from '../../../../components/failure';
import { SMALL } from '../../../../components/field';
import { Inline, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { fill } from '../../../../format';
import { killOffer as text } from '../../../../messages/project-kill-offer';
import { readMayGive } from '../../results/kept';
import type { Where } from '../../use-numbers';
import { ListPager } from '../../list-pager';
import type { Records } from '../records';
import { usePages } from '../use-pages';
import { ALL, choose, countChosen, isChosen, NONE, type Choice } from './choice';
import { OfferForm, type OfferDraft } from './offer-form';
import { offerRunnerOf } from './offer-run';
import {
  MOST_PARKED,
  readAllOld,
  readOld,
  ROWS_A_PAGE,
  type OldItem,
  type OldPlace,
} from './old-items';
import { OldTable } from './old-table';
import type { ParkOrder } from './park-item';

interface OpenOfferProps {
  where: Where;
  project: OpenProject;
  place: OldPlace;
  total: number | null;
  records: Records | null;
  onDone: () => void;
}

/** Whether the viewer may decide about none of what is listed. False while that is not known. */
function useMayNone({ openCalls }: Where, rows: readonly OldItem[] | null): boolean {
  const [may, setMay] = useState<{ of: unknown; none: boolean } | null>(null);
  useEffect(() => {
    if (!rows || rows.length === 0) return;
    const calls = openCalls();
    let alive = true;
    readMayGive(
      calls.jira,
      rows.map(({ id }) => id),
    ).then(
      ({ size }) => alive && setMay({ of: rows, none: size === 0 }),
      // Where rights can't be asked parking is offered: each item is checked.
      () => undefined,
    );
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, rows]);
  return may?.of === rows && may.none;
}

export function OpenOffer({ where, project, place, total, records, onDone }: OpenOfferProps) {
  const format = useFormat();
  const { projectId, today } = project;
  const [choice, setChoice] = useState<Choice>(ALL);
  const [draft, setDraft] = useState<OfferDraft | null>(null);
  const [gathering, setGathering] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const list = usePages(where, place, readOld);
  const mayNone = useMayNone(where, list.rows);
  const age = format.plural(text.years, place.years);
  const shown = draft ?? {
    until: addDays(today, 365),
    reason: fill(text.usualReason, { age }),
    notice: true,
  };
  const chosen = countChosen(choice, total);
  const park = (order: ParkOrder) => {
    const calls = where.openCalls();
    setGathering(0);
    setTrouble(null);
    readAllOld(calls.jira, place, setGathering).then(
      (items) => {
        setGathering(null);
        const taken = items.filter(({ id }) => isChosen(choice, id)).slice(0, MOST_PARKED);
        const views = records ? [...records.values()] : [];
        offerRunnerOf(projectId, today).start(taken, { kind: 'park', order }, views);
        onDone();
      },
      (error: unknown) => {
        setGathering(null);
        setTrouble(troubleOf(error));
      },
    );
  };
  const left = choice.all ? choice.except.size : 0;
  return (
    <>
      <Inline space="space.100">
        <span role="status">
          <Text weight="medium">
            {chosen === null ? '' : format.plural(text.chosen, chosen)}
            {left > 0 ? `, ${format.plural(text.leftOut, left)}` : ''}
          </Text>
        </span>
        <Button spacing="compact" appearance="subtle" onClick={() => setChoice(ALL)}>
          {text.all}
        </Button>
        <Button spacing="compact" appearance="subtle" onClick={() => setChoice(NONE)}>
          {text.noneOf}
        </Button>
      </Inline>
      {list.trouble ? (
        <Failure title={text.failed} trouble={list.trouble} onRetry={list.retry} />
      ) : (
        <OldTable
          rows={list.rows}
          choice={choice}
          onChoose={(ids, on) => setChoice((before) => choose(before, ids, on))}
        />
      )}
      <ListPager
        label={text.table.pages}
        page={list.page}
        rowsBefore={list.page * ROWS_A_PAGE}
        rows={list.rows?.length ?? null}
        total={total}
        hasNext={list.hasNext}
        goTo={list.goTo}
      />
      {trouble ? <Failure title={text.failed} trouble={trouble} /> : null}
      {chosen !== null && chosen > MOST_PARKED ? (
        <span style={SMALL}>{fill(text.tooMany, { count: format.number(MOST_PARKED) })}</span>
      ) : null}
      {mayNone ? <Text as="p">{text.mayNone}</Text> : null}
      <OfferForm
        draft={shown}
        today={today}
        chosen={mayNone ? 0 : chosen}
        gathering={gathering}
        onChange={setDraft}
        onPark={park}
        onCancel={onDone}
      />
    </>
  );
}
